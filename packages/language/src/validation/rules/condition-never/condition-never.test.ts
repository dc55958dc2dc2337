import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { conditionNever } from './condition-never.ts';

const never = (why: string): string[] => [
  `This can never be true: ${why}. Correct a bound or a window, or write \`or\` for \`and\`.`,
];
const exclude = (first: string, second: string): string[] => never(`\`${first}\` and \`${second}\` exclude each other`);
const contradicts = (all: string): string[] => never(`\`${all}\` contradicts what always holds between its measures`);
const tier = (condition: string): string => group(`tier T { when ${condition} }`);

test.each([
  ['messages in 7d >= 3', 'messages in 30d < 3'],
  ['idle >= 7d', 'interactions in 3d >= 1'],
  ['active_days in 7d >= 4', 'messages in 7d < 4'],
  ['active_days in 30d >= 25', 'active_days in 7d == 0'],
  ['top 20% by messages in 7d', 'messages in 7d == 0'],
  ['open_rate in 7d > 60%', 'open_rate in 7d < 40%'],
])('%s and %s', (first, second) =>
  expectFindings(conditionNever, tier(`<|${first} and ${second}|>`), exclude(first, second)),
);

test.each(['contributions in 7d > interactions in 7d', 'idle > tenure'])('%s', (condition) =>
  expectFindings(conditionNever, tier(`<|${condition}|>`), contradicts(condition)),
);

test('of several parts, those that exclude each other are named', () =>
  expectFindings(
    conditionNever,
    tier('<|shares in 7d > 1 and messages in 7d >= 3 and tenure > 3d and messages in 30d < 3|>'),
    exclude('messages in 7d >= 3', 'messages in 30d < 3'),
  ));

test('of the group, in a goal and in a risk', () => {
  const goal = 'active_members per day > interactions per day';
  expectFindings(conditionNever, group(`health h { healthy when <|${goal}|> }`), contradicts(goal));
  expectFindings(
    conditionNever,
    group('risk R { when <|complaints in 1h >= 3 and complaints in 2h < 3|>  do warn }'),
    exclude('complaints in 1h >= 3', 'complaints in 2h < 3'),
  );
});

test.each([
  'messages in 30d >= 3 and messages in 7d < 3',
  'idle >= 7d and messages in 30d >= 1',
  'tenure < 3d and active_days in 7d >= 5',
  'messages in 7d > 3 and shares in 7d > 3',
])('%s can be true', (condition) => expectFindings(conditionNever, tier(condition), []));
