import { test } from 'vitest';
import { expectFindings, expectFixed, group } from '../../testing/check-rule.ts';
import { campaignBurstLength } from './campaign-burst-length.ts';

const campaign = (length: string): string =>
  group(`campaign C large { preheat 1d  burst ${length}  sustain 2d  review 1d }`);

test('three days', () =>
  expectFindings(campaignBurstLength, campaign('<|3d|>'), [
    'A burst of 3d is too long: without an end in sight, members have no reason to act now. Keep it within 24h and continue with `sustain`.',
  ]));

test.each(['24h', '1d', '90min'])('%s is right', (length) => expectFindings(campaignBurstLength, campaign(length), []));

test('the fix shortens it', () => expectFixed(campaignBurstLength, campaign('3d'), campaign('24h')));
