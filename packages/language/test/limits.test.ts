/** Texts from faulty or hostile programs: accepted right up to every limit, reported with a place far beyond it, and nothing throws. */
import { expect, test } from 'vitest';
import { Checker } from '../src/check.ts';
import type { Diagnostic } from '../src/diagnostics/diagnostic.ts';
import { CONDITION, DEFINITION, EXTENDS, IMPORTS } from '../src/limits.ts';
import { memoryFileSystem } from '../src/workspace/file-system.ts';

const LIMIT = { timeout: 60_000 };
const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');
const tier = (condition: string): string =>
  `group G : service { tier T { when ${condition} } tier Rest { otherwise } }\n`;
const counts = (depth: number): string =>
  depth === 0 ? 'text contains "x"' : `count(message where ${counts(depth - 1)}) in 7d >= 1`;

function errors(text: string, checker = new Checker()): string[] {
  const { diagnostics } = checker.check(['a.group'], memoryFileSystem({ 'a.group': text }));
  return diagnostics.filter(({ severity }) => severity === 'error').map(placed);
}

const placed = ({ code, range }: Diagnostic): string => `${code} ${range.startLine}:${range.startColumn}`;

const METRICS = (count: number): string =>
  `${lines(count, (index) => `metric m${index} = ${index === 0 ? 'messages' : `m${index - 1} + 1`}`)}\n${tier(`m${count - 1} in 7d > 3`)}`;
const SIGNALS = (count: number): string =>
  `${lines(count, (index) => `signal s${index} = ${index === 0 ? 'message' : `s${index - 1}`}`)}\n${tier(`count(s${count - 1}) in 7d > 3`)}`;
const POLICIES = (count: number): string =>
  `${lines(count, (index) => `policy P${index} ${index === 0 ? '' : `extends P${index - 1} `}{ }`)}\ngroup G : service extends P${count - 1} { tier Rest { otherwise } }\n`;

test.each<[what: string, text: string]>([
  ['parentheses', tier(`${'('.repeat(CONDITION.depth)}messages in 7d > 1${')'.repeat(CONDITION.depth)}`)],
  ['not', tier(`${'not '.repeat(CONDITION.depth)}messages in 7d > 1`)],
  [
    'a sum',
    tier(
      `${lines(CONDITION.operators + 1, () => 'messages').replaceAll('\n', ' + ')} in 7d > 1`
        .replace(/^/, '(')
        .replace(' in', ') in'),
    ),
  ],
  ['or', tier(lines(CONDITION.operators + 1, (index) => `messages in 7d > ${index}`).replaceAll('\n', ' or '))],
  [
    'parts side by side',
    tier(
      lines(
        40,
        (index) => `(${lines(40, (other) => `messages in 7d > ${index + other}`).replaceAll('\n', ' or ')})`,
      ).replaceAll('\n', ' and '),
    ),
  ],
  ['metrics', METRICS(DEFINITION.depth / 2 - 1)],
  ['signals', SIGNALS(DEFINITION.depth)],
  ['policies', POLICIES(EXTENDS.depth)],
  ['comments', `${'// c\n'.repeat(300_000)}${tier('messages in 7d > 1')}`],
  ['comments in a block', tier(`messages ${'/* c */\n'.repeat(150_000)} in 7d > 1`)],
  [
    'values of a set',
    tier(
      `count(message where member in [${lines(20_000, (index) => `"m${index}"`).replaceAll('\n', ', ')}]) in 7d > 1`,
    ),
  ],
  ['members of a role', `role r members ${lines(50_000, (index) => `"m${index}"`).replaceAll('\n', ', ')}\n`],
])('accepted at the limit: %s', LIMIT, (_, text) => {
  expect(errors(text).filter((error) => /nested|large|syntax/.test(error))).toEqual([]);
});

test.each<[what: string, text: string, told: RegExp]>([
  ['count inside count', tier(counts(130)), /^nested-too-deeply 1:\d+$/],
  ['count inside count, without end', tier(counts(3_000)), /^nested-too-deeply 1:\d+$/],
  ['not', tier(`${'not '.repeat(20_000)}messages in 7d > 1`), /^nested-too-deeply 1:\d+$/],
  ['parentheses', tier('('.repeat(50_000)), /^nested-too-deeply 1:\d+$/],
  [
    'parentheses in an argument',
    `group G : service { risk R { when complaints > 3 do ${'warn('.repeat(5_000)} } }`,
    /^nested-too-deeply 1:\d+$/,
  ],
  ['signs', tier(`${'- '.repeat(20_000)}1 < messages in 7d`), /^nested-too-deeply 1:\d+$/],
  ['a sum', tier(`${'messages + '.repeat(20_000)}1 > 3`), /^nested-too-deeply 1:\d+$/],
  [
    'sums inside sums',
    tier(
      `${'(messages + messages + messages + messages + messages + messages + messages + messages + messages + messages + '.repeat(55)}1 > 3`,
    ),
    /^nested-too-deeply 1:\d+$/,
  ],
  ['metrics', METRICS(1_000), /^definition-too-large 101:8$/],
  ['very many metrics', METRICS(5_000), /^definition-too-large 101:8$/],
  ['signals', SIGNALS(5_000), /^definition-too-large 201:8$/],
  ['policies', POLICIES(2_000), /^definition-too-large 102:8$/],
  ['policies, the last one first', POLICIES(2_000).split('\n').reverse().join('\n'), /^definition-too-large \d+:8$/],
  ['braces', 'group G : service { '.repeat(2_000), /^syntax-error 1:/],
])('reported beyond the limit: %s', LIMIT, (_, text, expected) => {
  const [first, ...others] = errors(text);
  expect(first).toMatch(expected);
  if (!expected.source.includes('syntax')) expect(others).toEqual([]);
});

test('policies in a very long circle', LIMIT, () => {
  const [first] = errors(POLICIES(5_000).replace('P0 ', 'P0 extends P4999 '));
  expect(first).toBe('definition-cycle 1:8');
});

test('a chain of imports beyond the limit is reported where it exceeds it, and so is a circular one', LIMIT, () => {
  const chain = (last: number, text: string): string[] => {
    const files: Record<string, string> = { [`f${last}.group`]: text };
    for (let index = 0; index < last; index++) files[`f${index}.group`] = `import "./f${index + 1}.group"\n`;
    const { diagnostics } = new Checker().check(['f0.group'], memoryFileSystem(files));
    return diagnostics.filter(({ severity }) => severity === 'error').map((one) => `${one.file} ${placed(one)}`);
  };
  const { depth } = IMPORTS;
  expect(chain(depth, 'policy Base { }\n')).toEqual([]);
  expect(chain(depth + 1, 'policy Base { }\n')).toEqual(['f0.group file-unreadable 1:8']);
  // Ten times as long: reported again wherever it gets too long.
  expect(chain(10 * depth, 'policy Base { }\n')).toHaveLength(9);
  expect(chain(depth - 1, 'import "./f0.group"\n')).toEqual(['f0.group import-cycle 1:8']);
  expect(chain(10 * depth, 'import "./f0.group"\n').length).toBeGreaterThan(0);
});

test('edits across a limit and back give the results of a new checker', LIMIT, () => {
  const checker = new Checker();
  for (const make of [METRICS, SIGNALS, POLICIES]) {
    for (const count of [50, 400, 90, 1_000, 60]) expect(errors(make(count), checker)).toEqual(errors(make(count)));
  }
  for (const depth of [10, 130, 20]) expect(errors(tier(counts(depth)), checker)).toEqual(errors(tier(counts(depth))));
});
