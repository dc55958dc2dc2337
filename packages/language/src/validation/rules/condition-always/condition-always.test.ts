import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { conditionAlways } from './condition-always.ts';

const always = (why: string, log: string): string[] => [
  `This is always true: ${why}. It is true even with: ${log}. Correct a threshold or a window. If it is meant to be always true, write \`otherwise\`.`,
];
const tier = (condition: string): string => group(`tier T { when ${condition} }`);

test.each([
  ['messages in 7d < 5', 'messages in 30d >= 5', 'joined 23h ago, 0 messages in 7d'],
  ['idle < 7d', 'interactions in 7d == 0', 'joined 23h ago, idle 23h'],
])('%s or %s', (first, second, log) =>
  expectFindings(
    conditionAlways,
    tier(`<|${first} or ${second}|>`),
    always(`at least one of \`${first}\` and \`${second}\` always holds`, log),
  ),
);

test.each([
  ['messages in 7d <= messages in 30d', 'joined 23h ago, 0 messages in 7d, 0 messages in 30d'],
  ['idle <= tenure', 'idle 23h, joined 23h ago'],
  ['not shares in 7d > interactions in 7d', 'joined 23h ago, 0 shares in 7d, 0 interactions in 7d'],
])('%s', (condition, log) =>
  expectFindings(
    conditionAlways,
    tier(`<|${condition}|>`),
    always(`\`${condition}\` follows from how its measures are related`, log),
  ),
);

test.each(['messages in 30d < 5 or messages in 7d >= 5', 'idle < 6d or messages in 7d == 0'])(
  '%s is a question',
  (condition) => expectFindings(conditionAlways, tier(condition), []),
);
