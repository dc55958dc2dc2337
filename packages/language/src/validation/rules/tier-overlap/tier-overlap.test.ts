import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { tierOverlap } from './tier-overlap.ts';

test('two conditions on different measures', () =>
  expectFindings(
    tierOverlap,
    group('tier Sharer { when shares in 7d >= 2 }  tier <|Talker|> { when contributions in 30d >= 1 }'),
    [
      'A member can fit both `Sharer` and `Talker`, and is then in the one written first: joined 7d ago, 2 shares in 7d, 1 contribution in 30d. Check that this order is what you want.',
    ],
  ));

test.each([
  'tier A { when messages in 7d >= 5 }  tier B { when messages in 7d >= 3 }',
  'tier A { when messages in 7d >= 5 }  tier B { when messages in 30d < 5 }',
  'tier A { when idle >= 30d }  tier B { when messages in 7d >= 1 and tenure > 60d }'.replace(
    'idle >= 30d',
    'since(message) >= 30d',
  ),
])('%s: one is part of the other, or they rule each other out', (tiers) =>
  expectFindings(tierOverlap, group(tiers), []),
);

test('is reported at the current place of the tier, even from a cached result', () => {
  const tiers = 'tier Sharer { when shares in 7d >= 2 }  tier <|Talker|> { when contributions in 30d >= 1 }';
  const said =
    'A member can fit both `Sharer` and `Talker`, and is then in the one written first: joined 7d ago, 2 shares in 7d, 1 contribution in 30d. Check that this order is what you want.';
  for (const above of ['', '\n\n// moved\n', '\n  purpose "x"\n'])
    expectFindings(tierOverlap, group(`${above}${tiers}`), [said]);
});

test('is reported once for a pair that several groups inherit', () => {
  const tiers = 'tier Sharer { when shares in 7d >= 2 }  tier <|Talker|> { when contributions in 30d >= 1 }';
  const groups = 'group G : interest extends P { } group H : interest extends P { timezone "UTC" founded 2024-01-01 }';
  expectFindings(tierOverlap, `policy P { ${tiers} } ${groups}`, [
    'A member can fit both `Sharer` and `Talker`, and is then in the one written first: joined 7d ago, 2 shares in 7d, 1 contribution in 30d. Check that this order is what you want.',
  ]);
});
