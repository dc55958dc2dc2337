import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { campaignPhaseTwice } from './campaign-phase-twice.ts';

test('two bursts', () =>
  expectFindings(campaignPhaseTwice, group('campaign C large { preheat 1d  burst 12h  <|burst 6h|>  review 1d }'), [
    'This campaign already has a `burst`, and each phase runs once. Merge the two.',
  ]));
