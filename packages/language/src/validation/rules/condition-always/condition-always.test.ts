import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { conditionAlways } from './condition-always.ts';

const ALWAYS =
  'This condition is always true: by what always holds between its measures, one side or the other of it holds. Correct a bound, or write `otherwise` where it is meant to be always true.';
const tier = (condition: string): string => group(`tier T { when ${condition} }`);

test.each([
  'messages in 7d < 5 or messages in 30d >= 5',
  'messages in 7d <= messages in 30d',
  'idle <= tenure',
  'idle < 7d or interactions in 7d == 0',
  'not (shares in 7d > interactions in 7d)',
])('%s', (condition) => expectFindings(conditionAlways, tier(`<|${condition}|>`), [ALWAYS]));

test.each(['messages in 30d < 5 or messages in 7d >= 5', 'idle < 6d or messages in 7d == 0'])(
  '%s is a question',
  (condition) => expectFindings(conditionAlways, tier(condition), []),
);
