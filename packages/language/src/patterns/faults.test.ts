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
  ['(?!a)', 'it uses look-around', '用了环视'],
  ['(?<=a)b', 'it uses look-around', '用了环视'],
  ['(a)\\1', 'it has a backreference', '用了反向引用'],
  ['(?>a)', 'it has an atomic group', '用了固化分组'],
  ['(?#x)a', 'it has a comment', '里面有注释'],
  ['a)', 'a `)` closes nothing', '有个 `)` 没有对应的 `(`'],
  ['(a', 'a `(` is not closed with `)`', '有个 `(` 没有用 `)` 收尾'],
  ['[a', 'a `[` is not closed with `]`', '有个 `[` 没有用 `]` 收尾'],
  ['*a', 'there is nothing to repeat before `*`', '`*` 前面没有可重复的内容'],
  ['a++', '`++` repeats a repetition: remove one of them', '`++` 对重复又做重复：请去掉一个符号'],
  [
    'a{2000}',
    '`{2000}` repeats too often: the limit is 1000, multiplied across nested groups',
    '`{2000}` 重复太多次：最多 1000 次，嵌套的分组要相乘',
  ],
  [
    '(a{500}){500}',
    '`{500}` repeats too often: the limit is 1000, multiplied across nested groups',
    '`{500}` 重复太多次：最多 1000 次，嵌套的分组要相乘',
  ],
  ['\\h', '`\\h` is not supported', '不认识 `\\h`'],
  ['[z-a]', 'the range `z-a` is not valid', '看不懂字符范围 `z-a`'],
])('%s is rejected with a message', (pattern, en, zh) => {
  expect(patternFault(pattern)).toEqual({ reason: { en, zh }, instead: null });
});

/** Spellings of other engines, and ours. */
test.each([
  ['[\\u4e00-\\u9fff]{2,4}', '[\\x{4e00}-\\x{9fff}]{2,4}'],
  ['\\u4e00', '\\x{4e00}'],
  ['\\u{1F600}', '\\x{1F600}'],
  ['\\p{Script=Han}', '\\p{Han}'],
  ['[^\\P{sc=Han}]', '[^\\P{Han}]'],
  ['\\p{gc=Lu}', '\\p{Lu}'],
  ['\\cA', '\\x01'],
  ['[\\cz]', '[\\x1a]'],
])('the fix of %s is %s', (pattern, instead) => {
  expect(patternFault(pattern)?.instead).toBe(instead);
  expect(patternFault(instead)).toBeNull();
});

test.each(['\\p{Foo}', '\\u{110000}', '\\\\u4e00(', '\\Q\\u4e00\\E('])('no fix for %s', (pattern) => {
  expect(patternFault(pattern)?.instead).toBeNull();
});

test('a slash inside a pattern survives a rewrite', () => {
  const text = 'group G : service { content { category a when <|text matches /a\\/\\u4e00/i|> } }';
  expect(findIn(text).messages).toEqual([
    'invalid-pattern: This pattern is not supported: `\\u` is not supported: write the character 4e00 as `\\x{4e00}`. Patterns use RE2 syntax, without look-around or backreferences.',
  ]);
});

test('patterns that match the empty text', () => {
  expect(['a*', '\\A\\z', '(?i)b?', '|a', '\\p{Han}*'].filter((pattern) => isFoundInNothing(pattern))).toHaveLength(5);
  expect(['a', '.', '^$a', '\\b', '\\p{Han}', '('].filter((pattern) => isFoundInNothing(pattern))).toEqual([]);
});
