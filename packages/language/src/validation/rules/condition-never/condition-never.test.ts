import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { conditionNever } from './condition-never.ts';

const never = (why: string, nearest: string): string[] => [
  `This can never be true: ${why}. The closest case: ${nearest}. Correct a threshold or a window, or change \`and\` to \`or\`.`,
];
const exclude = (first: string, second: string, nearest: string): string[] =>
  never(`\`${first}\` and \`${second}\` rule each other out`, nearest);
const contradicts = (all: string, nearest: string): string[] =>
  never(`\`${all}\` contradicts how its measures are related`, nearest);
const tier = (condition: string): string => group(`tier T { when ${condition} }`);

test.each([
  ['messages in 7d >= 3', 'messages in 30d < 3', 'joined 23h ago, 3 messages in 7d, 3 messages in 30d'],
  ['idle >= 7d', 'interactions in 3d >= 1', 'joined 7d ago, idle 7d, 0 interactions in 3d'],
  ['active_days in 7d >= 4', 'messages in 7d < 4', 'joined 6d ago, 4 active days in 7d, 4 messages in 7d'],
  ['active_days in 30d >= 25', 'active_days in 7d == 0', 'joined 29d ago, 25 active days in 30d, 7 active days in 7d'],
  ['top 20% by messages in 7d', 'messages in 7d == 0', 'joined 23h ago, 1 message in 7d'],
  ['open_rate in 7d > 60%', 'open_rate in 7d < 40%', 'joined 23h ago, open_rate 100% in 7d'],
])('%s and %s', (first, second, nearest) =>
  expectFindings(conditionNever, tier(`<|${first} and ${second}|>`), exclude(first, second, nearest)),
);

test.each([
  ['contributions in 7d > interactions in 7d', 'joined 23h ago, 0 contributions in 7d, 0 interactions in 7d'],
  ['idle > tenure', 'idle 23h, joined 23h ago'],
])('%s', (condition, nearest) =>
  expectFindings(conditionNever, tier(`<|${condition}|>`), contradicts(condition, nearest)),
);

test('names the parts that rule each other out', () =>
  expectFindings(
    conditionNever,
    tier('<|shares in 7d > 1 and messages in 7d >= 3 and tenure > 3d and messages in 30d < 3|>'),
    exclude('messages in 7d >= 3', 'messages in 30d < 3', 'joined 23h ago, 3 messages in 7d, 3 messages in 30d'),
  ));

test('of the group, in a goal and in a risk', () => {
  const goal = 'active_members per day > interactions per day';
  expectFindings(
    conditionNever,
    group(`health h { healthy when <|${goal}|> }`),
    contradicts(goal, '0 active members per day, 0 interactions per day'),
  );
  expectFindings(
    conditionNever,
    group('risk R { when <|complaints in 1h >= 3 and complaints in 2h < 3|>  do warn }'),
    exclude('complaints in 1h >= 3', 'complaints in 2h < 3', '3 complaints in 1h, 3 complaints in 2h'),
  );
});

test.each([
  'messages in 30d >= 3 and messages in 7d < 3',
  'idle >= 7d and messages in 30d >= 1',
  'tenure < 3d and active_days in 7d >= 5',
  'messages in 7d > 3 and shares in 7d > 3',
])('%s can be true', (condition) => expectFindings(conditionNever, tier(condition), []));
