import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { stageShadowed } from './stage-shadowed.ts';

const lifecycle = (...lines: readonly string[]): string => group(`lifecycle {\n${lines.join('\n')}\n}`);
const MORE = 'Move it up, or narrow the earlier stages.';

test('a trend that is part of another', () =>
  expectFindings(
    stageShadowed,
    lifecycle('stage A when messages per month rises by 10%', 'stage <|B|> when messages per month rises by 50%'),
    [
      `The group can never be in \`B\`: whenever its condition is true, \`A\` is true too, and stages are tried in the order written. With 2 messages per month, the group is in \`A\`. ${MORE}`,
    ],
  ));

test('two that take it between them', () =>
  expectFindings(
    stageShadowed,
    lifecycle(
      'stage A when age < 30d',
      'stage B when messages in 30d >= 5',
      'stage <|C|> when age < 10d or messages in 7d > 9',
    ),
    [
      `The group can never be in \`C\`: whenever its condition is true, one of \`A\` and \`B\` is true too, and stages are tried in the order written. With age 23h, the group is in \`A\`. ${MORE}`,
    ],
  ));

test.each([
  [
    'a stage that another does not reach',
    ['stage A when age >= 30d', 'stage B when age >= 60d', 'stage C when age < 9d', 'allow C -> B'],
  ],
  ['one that needs more patience', ['stage A when age >= 30d for 3d', 'stage B when age >= 60d']],
  [
    'the stricter one first',
    ['stage A when messages per month rises by 50%', 'stage B when messages per month rises by 10%'],
  ],
  ['one that is never true by itself', ['stage A when age >= 30d', 'stage B when messages in 7d > messages in 30d']],
])('%s', (_, lines) => expectFindings(stageShadowed, lifecycle(...lines), []));
