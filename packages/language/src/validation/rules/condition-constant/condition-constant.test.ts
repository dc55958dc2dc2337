import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { conditionConstant } from './condition-constant.ts';

const NEVER =
  'This is never true, whatever happens in the group: the possible values of the two sides decide it. Correct the threshold or the window.';
const ALWAYS =
  'This is always true, whatever happens in the group: the possible values of the two sides decide it. Correct the threshold or the window.';
const tier = (condition: string): string => group(`tier T { when ${condition} }`);

test.each([
  'messages in 7d < 0',
  'active_days in 7d > 7',
  'active_days in 2w >= 15',
  'active_days per week == 8',
  'distinct(message.role) in 7d > 4',
  'messages in 7d + shares in 7d < 0',
  'count(message where media == image) in 7d / count(message) in 7d > 100%',
  'top 0% by messages in 7d',
])('%s never holds', (condition) => expectFindings(conditionConstant, tier(`<|${condition}|>`), [NEVER]));

test.each(['messages in 7d >= 0', 'active_days in 7d <= 7', 'bottom 100% by messages in 7d'])(
  '%s always holds',
  (condition) => expectFindings(conditionConstant, tier(`messages in 7d > 2 and <|${condition}|>`), [ALWAYS]),
);

test.each([
  'active_days in 7d >= 7',
  'active_days in 30h > 2',
  'growth in 30d > 120%',
  'messages in 7d - shares in 7d < 0',
  'revenue in 7d < 0.5',
  'shares in 7d / joins in 7d > 100%',
])('%s is a question', (condition) => expectFindings(conditionConstant, tier(condition), []));

test('everything can fall by all of it', () =>
  expectFindings(conditionConstant, group('health h { healthy when not messages per week falls by 100% }'), []));
