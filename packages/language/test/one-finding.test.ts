/** Every slip gives exactly one finding, whatever is next to it. */
import { expect, test } from 'vitest';
import { errorsOf, group } from './mistakes.ts';

test.each(['messages per day / members > 5', 'messages per day / members > 5%', 'shares in 7d / messages in 7d > 2'])(
  'a quotient of counts is a plain number as well: %s',
  (condition) => {
    expect(errorsOf(group(`health H { healthy when ${condition} }`))).toEqual([]);
  },
);

test.each([
  'active_rate in 7d > 5',
  'distinct(message.member) in 7d / members > 5',
  'count(message where media == image) in 7d / count(message) in 7d > 5',
  'count(message where media == image) in 7d / messages in 7d > 5',
])('a share of a whole needs its unit: %s', (condition) => {
  const [found] = errorsOf(group(`health H { healthy when ${condition} }`));
  expect([found?.code, found?.fixes[0]?.edits[0]?.newText]).toEqual(['missing-percent', '5%']);
});

test.each([
  'foo A { bar 3 } tier B { otherwise }',
  'tier A { when messages in 7d > 3 foo bar }',
  'tier A { otherwise } }',
])('unintelligible text is one finding: %s', (body) => {
  expect(errorsOf(`group G : service { ${body} }`)).toHaveLength(1);
});

test('a name inside a syntax error is not a second finding', () => {
  const text =
    'group G : service { foo A { bar 3 } }\nscenario "s" for G { given { 2025-03-01T10:00 "A" message } expect tier A }';
  expect(errorsOf(text)).toHaveLength(1);
});

test.each([
  'tier A { when messages in 7d ≥3 && shares in 7d ＞ 1 || idle => 2 days }',
  'tier A { if messages within 7d is more than 1,000 & shares in 7d <> 2 }',
  '层级 A { 如果 发言数 近七天 ≥ ３ 并且 互动数 近7天 大于等于 2，宽限 2 天 }',
  'content { category c when media in (image, video) cap c = 50% daily mix per day { c: 60, a: 40 } }',
])('each of several slips in one line is reported once, and all their fixes together correct it: %s', (body) => {
  const text = group(body);
  const found = errorsOf(text);
  const edits = found.flatMap(({ fixes: [fix] }) => fix?.edits ?? []);
  const sorted = edits.toSorted((left, right) => left.startOffset - right.startOffset);
  expect(sorted.every(({ endOffset }, index) => endOffset <= (sorted[index + 1]?.startOffset ?? text.length))).toBe(
    true,
  );
  const mended = sorted
    .toReversed()
    .reduce((now, edit) => now.slice(0, edit.startOffset) + edit.newText + now.slice(edit.endOffset), text);
  expect(errorsOf(mended).map(({ message }) => message.en)).toEqual([]);
});
