import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { tierWithoutWindow } from './tier-without-window.ts';

const said =
  'This counts everything since the group was founded. Few logs go back that far, and on a shorter one only "at least" can be decided. Add a window: `in 30d`, `per week`.';

test.each(['<|messages|> > 5', '<|count(message where media == image)|> > 5', '<|messages|> > 5 and shares in 7d > 1'])(
  '%s',
  (condition) => expectFindings(tierWithoutWindow, group(`tier T { when ${condition} }`), [said]),
);

test('of a goal of health, through the metric that it names', () =>
  expectFindings(
    tierWithoutWindow,
    group('tier T { otherwise } health h { healthy when <|complaint_rate|> < 5% healthy when messages per day > 1 }'),
    [said],
  ));

test('of a task', () =>
  expectFindings(tierWithoutWindow, group('tier T { otherwise task "x" when <|checkins|> >= 1 }'), [said]));

test.each(['messages in 7d > 5', 'messages per week > 5', 'idle > 7d', 'tenure > 7d'])('%s', (condition) =>
  expectFindings(tierWithoutWindow, group(`tier T { when ${condition} }`), []),
);
