import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { kindConversion } from './kind-conversion.ts';

const CAMPAIGN = 'campaign Sale medium { burst 2h }';
const message = (missing: string): string[] => [
  `A conversion group lives on the rhythm of its sales, but this one has no \`${missing}\`. Declare campaigns and how often they run: \`cadence { medium 2 per week }\`.`,
];

test('no cadence', () => expectFindings(kindConversion, group(CAMPAIGN, 'conversion', '<|G|>'), message('cadence')));

test('a cadence of nothing', () =>
  expectFindings(kindConversion, group('cadence { medium 2 per week }', 'conversion', '<|G|>'), message('campaign')));

test('both', () =>
  expectFindings(kindConversion, group(`${CAMPAIGN} cadence { medium 2 per week }`, 'conversion'), []));
