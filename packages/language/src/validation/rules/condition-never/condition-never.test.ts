import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { conditionNever } from './condition-never.ts';

const NEVER =
  'This condition can never be true: what it asks for excludes itself, by what always holds between its measures. Correct a bound, or write `or` for `and`.';
const tier = (condition: string): string => group(`tier T { when ${condition} }`);

test.each([
  'messages in 7d >= 3 and messages in 30d < 3',
  'contributions in 7d > interactions in 7d',
  'idle >= 7d and interactions in 3d >= 1',
  'active_days in 7d >= 4 and messages in 7d < 4',
  'active_days in 30d >= 25 and active_days in 7d == 0',
  'idle > tenure',
  'top 20% by messages in 7d and messages in 7d == 0',
  'open_rate in 7d > 60% and open_rate in 7d < 40%',
])('%s', (condition) => expectFindings(conditionNever, tier(`<|${condition}|>`), [NEVER]));

test('of the group, in a goal and in a risk', () => {
  expectFindings(conditionNever, group('health h { healthy when <|active_members per day > interactions per day|> }'), [
    NEVER,
  ]);
  expectFindings(conditionNever, group('risk R { when <|complaints in 1h >= 3 and complaints in 2h < 3|>  do warn }'), [
    NEVER,
  ]);
});

test.each([
  'messages in 30d >= 3 and messages in 7d < 3',
  'idle >= 7d and messages in 30d >= 1',
  'tenure < 3d and active_days in 7d >= 5',
  'messages in 7d > 3 and shares in 7d > 3',
])('%s can be true', (condition) => expectFindings(conditionNever, tier(condition), []));
