import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { conditionAlways } from './condition-always.ts';

const always = (why: string): string[] => [
  `This is always true: ${why}. Correct a bound or a window, or write \`otherwise\` where it is meant.`,
];
const tier = (condition: string): string => group(`tier T { when ${condition} }`);

test.each([
  ['messages in 7d < 5', 'messages in 30d >= 5'],
  ['idle < 7d', 'interactions in 7d == 0'],
])('%s or %s', (first, second) =>
  expectFindings(
    conditionAlways,
    tier(`<|${first} or ${second}|>`),
    always(`one of \`${first}\` and \`${second}\` always holds`),
  ),
);

test.each(['messages in 7d <= messages in 30d', 'idle <= tenure', 'not shares in 7d > interactions in 7d'])(
  '%s',
  (condition) =>
    expectFindings(
      conditionAlways,
      tier(`<|${condition}|>`),
      always(`\`${condition}\` follows from what always holds between its measures`),
    ),
);

test.each(['messages in 30d < 5 or messages in 7d >= 5', 'idle < 6d or messages in 7d == 0'])(
  '%s is a question',
  (condition) => expectFindings(conditionAlways, tier(condition), []),
);
