import { test } from 'vitest';
import { expectFindings, expectFixed, group } from '../../testing/check-rule.ts';
import { tierGap } from './tier-gap.ts';

const FIT = 'Add one for the rest, `tier Regular { otherwise }`, or widen a condition.';

test('between two bounds on nested windows', () =>
  expectFindings(
    tierGap,
    group('tier Active { when interactions in 7d >= 3 }\n  tier Silent { when interactions in 30d < 2 }').replace(
      'group G',
      'group <|G|>',
    ),
    [`A member may fit no tier: joined 7d ago, 0 interactions in 7d, 2 interactions in 30d. ${FIT}`],
  ));

test('the four tiers of the manual leave members in none', () =>
  expectFindings(
    tierGap,
    group(`
  tier Core    { when top 20% by active_days in 7d and contributions in 30d >= 4 }
  tier Active  { when interactions in 7d >= 3 and shares in 7d >= 1 }
  tier Silent  { when interactions in 30d < 2 and open_rate in 30d < 40% }
  tier Churned { when idle >= 30d }`).replace('group G', 'group <|G|>'),
    [
      `A member may fit no tier: joined 7d ago, 0 contributions in 30d, 1 interaction in 7d, open_rate 100% in 30d, idle 11h. ${FIT}`,
    ],
  ));

test('the fix adds a tier for the rest', () =>
  expectFixed(
    tierGap,
    group('tier A { when messages in 7d > 3 }'),
    group('tier A { when messages in 7d > 3 }\n  tier Regular { otherwise }'),
  ));

test.each([
  'tier A { when messages in 7d > 3 }  tier R { otherwise }',
  'tier A { when messages in 7d > 3 }  tier B { when messages in 30d <= 3 or messages in 30d > 3 }',
  'tier A { when idle >= 30d }  tier B { when idle < 30d }',
  'tier A { when contributions in 7d >= 1 }  tier B { when messages in 7d >= 1 }  tier C { when interactions in 7d <= 0 }  tier D { when reactions in 7d + checkins in 7d + participations in 7d + clicks in 7d + shares in 7d >= 1 }',
])('%s takes everybody', (tiers) => expectFindings(tierGap, group(tiers), []));
