import { expect, test } from 'vitest';
import { findIn } from '../testing/marked.ts';
import { isFoundInNothing, patternFault } from './faults.ts';

test.each([
  '(?i)abc',
  'a{2,5}',
  '(?P<name>a)\\d+',
  '(?<name>a)',
  '\\p{Han}',
  '(?s).{15}',
  'a\\\\1',
  '[\\x{4e00}-\\x{9fff}]{2,4}',
  '[\\w-]+',
  '(a{100}){10}',
])('the engine runs %s', (pattern) => {
  expect(patternFault(pattern)).toBeNull();
});

test.each([
  ['(?!a)', 'it looks around', '用了环视'],
  ['(?<=a)b', 'it looks around', '用了环视'],
  ['(a)\\1', 'it refers back to a group', '用了反向引用'],
  ['(?>a)', 'it has an atomic group', '用了固化分组'],
  ['(?#x)a', 'it has a comment', '里面有注释'],
  ['a)', 'a `)` closes nothing', '有个 `)` 没有对应的 `(`'],
  ['(a', 'a `(` is not closed with `)`', '有个 `(` 没有用 `)` 收尾'],
  ['[a', 'a `[` is not closed with `]`', '有个 `[` 没有用 `]` 收尾'],
  ['*a', 'nothing stands before `*` to be repeated', '`*` 前面没有可重复的内容'],
  ['a++', '`++` repeats a repetition: leave one of the signs out', '`++` 对重复又做重复：请去掉一个符号'],
  [
    'a{2000}',
    '`{2000}` repeats something too often: at most 1000 times, counted through groups inside each other',
    '`{2000}` 重复太多次：最多 1000 次，嵌套的分组要相乘',
  ],
  [
    '(a{500}){500}',
    '`{500}` repeats something too often: at most 1000 times, counted through groups inside each other',
    '`{500}` 重复太多次：最多 1000 次，嵌套的分组要相乘',
  ],
  ['\\h', '`\\h` means nothing here', '不认识 `\\h`'],
  ['[z-a]', 'the range `z-a` cannot be read', '看不懂字符范围 `z-a`'],
])('%s is refused in words', (pattern, en, zh) => {
  expect(patternFault(pattern)).toEqual({ reason: { en, zh }, instead: null });
});

/** What other engines write, and how this one does. */
test.each([
  ['[\\u4e00-\\u9fff]{2,4}', '[\\x{4e00}-\\x{9fff}]{2,4}'],
  ['\\u4e00', '\\x{4e00}'],
  ['\\u{1F600}', '\\x{1F600}'],
  ['\\p{Script=Han}', '\\p{Han}'],
  ['[^\\P{sc=Han}]', '[^\\P{Han}]'],
  ['\\p{gc=Lu}', '\\p{Lu}'],
  ['\\cA', '\\x01'],
  ['[\\cz]', '[\\x1a]'],
])('%s is offered as %s', (pattern, instead) => {
  expect(patternFault(pattern)?.instead).toBe(instead);
  expect(patternFault(instead)).toBeNull();
});

test.each(['\\p{Foo}', '\\u{110000}', '\\\\u4e00(', '\\Q\\u4e00\\E('])('nothing is offered for %s', (pattern) => {
  expect(patternFault(pattern)?.instead).toBeNull();
});

test('a slash within is kept when a pattern is written anew', () => {
  const text = 'group G : service { content { category a when <|text matches /a\\/\\u4e00/i|> } }';
  expect(findIn(text).messages).toEqual([
    "invalid-pattern: This pattern cannot be used: `\\u` means nothing here: the character with the number 4e00 is written `\\x{4e00}`. Patterns are RE2's: no look-around, no back-references.",
  ]);
});

test('what is found in the empty text', () => {
  expect(['a*', '\\A\\z', '(?i)b?', '|a', '\\p{Han}*'].filter((pattern) => isFoundInNothing(pattern))).toHaveLength(5);
  expect(['a', '.', '^$a', '\\b', '\\p{Han}', '('].filter((pattern) => isFoundInNothing(pattern))).toEqual([]);
});
