import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { tierUnreachable } from './tier-unreachable.ts';

const shadowed = (tier: string, by: string, who: string): string =>
  `Nobody can be in \`${tier}\`: every member who meets its condition is already taken by ${by}. For example: ${who} → \`A\`. Move it up, or narrow the earlier tiers.`;

test('a higher bound after a lower one', () =>
  expectFindings(
    tierUnreachable,
    group('tier A { when messages in 7d >= 3 }  tier <|B|> { when messages in 7d >= 5 }  tier R { otherwise }'),
    [shadowed('B', '`A`', 'joined 23h ago, 5 messages in 7d')],
  ));

test('the example omits what is the same for everybody', () =>
  expectFindings(
    tierUnreachable,
    group('tier A { when messages in 3d < 5 + 3 }  tier <|B|> { when messages in 3d < 5 + 2 }  tier R { otherwise }'),
    [shadowed('B', '`A`', 'joined 23h ago, 0 messages in 3d')],
  ));

test('a shorter window and a narrower signal count less', () =>
  expectFindings(
    tierUnreachable,
    group('tier A { when interactions in 30d >= 3 }  tier <|B|> { when contributions in 7d >= 3 }'),
    [shadowed('B', '`A`', 'joined 23h ago, 3 contributions in 7d')],
  ));

test('two tiers together leave nobody', () =>
  expectFindings(
    tierUnreachable,
    group(
      'tier A { when shares in 7d >= 1 }  tier B { when messages in 7d >= 9 }  tier C { when reactions in 7d >= 1 }  tier <|D|> { when shares in 7d + reactions in 7d >= 1 }',
    ),
    [shadowed('D', '`A` and `C`', 'joined 23h ago, 1 shares + reaction in 7d')],
  ));

test('active days are at most the messages', () =>
  expectFindings(
    tierUnreachable,
    group('tier A { when messages in 7d >= 4 }  tier <|B|> { when active_days in 7d >= 4 }'),
    [shadowed('B', '`A`', 'joined 6d ago, 4 active days in 7d')],
  ));

test.each([
  'tier A { when messages in 7d >= 5 }  tier B { when messages in 7d >= 3 }',
  'tier A { when messages in 7d >= 5 }  tier B { when messages in 30d >= 5 }',
  'tier A { when open_rate in 7d >= 40% }  tier B { when open_rate in 7d < 40% }  tier C { when messages in 7d >= 0 }',
])('%s can all be reached', (tiers) => expectFindings(tierUnreachable, group(tiers), []));
