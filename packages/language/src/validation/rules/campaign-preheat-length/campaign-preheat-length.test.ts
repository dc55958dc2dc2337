import { test } from 'vitest';
import { expectFindings, expectFixed, group } from '../../testing/check-rule.ts';
import { campaignPreheatLength } from './campaign-preheat-length.ts';

const campaign = (length: string, size = 'large'): string =>
  group(`campaign C ${size} { preheat ${length}  burst 12h  sustain 2d  review 1d }`);

test('half a day', () =>
  expectFindings(campaignPreheatLength, campaign('<|12h|>'), [
    'A preheat of 12h is over before most members have seen it. Give it 1 to 2 days.',
  ]));

test('a week', () =>
  expectFindings(campaignPreheatLength, campaign('<|1w|>'), [
    'After a preheat of 1w, curiosity is gone by the time the campaign starts. Give it 1 to 2 days.',
  ]));

test.each(['1d', '24h', '2d', '48h'])('%s is right', (length) =>
  expectFindings(campaignPreheatLength, campaign(length), []),
);

test('a light game needs none', () => expectFindings(campaignPreheatLength, campaign('1h', 'light'), []));

test('the fix shortens it', () => expectFixed(campaignPreheatLength, campaign('1w'), campaign('2d')));
