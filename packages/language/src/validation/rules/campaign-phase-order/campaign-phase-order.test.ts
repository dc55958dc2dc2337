import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { campaignPhaseOrder } from './campaign-phase-order.ts';

test('a preheat after the burst', () =>
  expectFindings(campaignPhaseOrder, group('campaign C large { burst 12h  <|preheat|> 1d  sustain 2d  review 1d }'), [
    '`preheat` is written out of order: phases always run as preheat, burst, sustain, review. Write them in that order.',
  ]));

test('a gap does not break the order', () =>
  expectFindings(campaignPhaseOrder, group('campaign C large { preheat 1d  review 1d }'), []));
