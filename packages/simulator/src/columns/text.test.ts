import { expect, test } from 'vitest';
import { evaluateTextPredicate, textTest } from './text.ts';

const contains = (words: string[], text: string): boolean => evaluateTextPredicate({ kind: 'contains', words }, text);
const matches = (pattern: string, text: string, ignoreCase = false): boolean =>
  evaluateTextPredicate({ kind: 'matches', pattern, ignoreCase }, text);

test('words are found anywhere; ASCII letters in either case, everything else exactly', () => {
  expect(contains(['VX'], '加vx领券')).toBe(true);
  expect(contains(['École'], 'école')).toBe(false);
  expect(contains(['École'], 'ÉCOLE')).toBe(true);
  expect(contains(['代购'], '找代-购')).toBe(false);
  expect(contains([], 'text')).toBe(false);
  expect(contains([''], '')).toBe(true);
});

test('a word that is a prefix of another, and one that begins inside another', () => {
  expect(contains(['abcd', 'bc'], 'xabcx')).toBe(true);
  expect(contains(['ab', 'abcd'], 'abc')).toBe(true);
});

test('RE2 syntax, in linear time', () => {
  expect(matches('^a.c$', 'abc')).toBe(true);
  expect(matches('a.c', 'a\nc')).toBe(false);
  expect(matches('AD', 'an ad', true)).toBe(true);
  const test = textTest({ kind: 'matches', pattern: '(a+)+$', ignoreCase: false });
  // Backtracking over every split of the letters would never finish.
  expect(test(`${'a'.repeat(5000)}b`)).toBe(false);
});

test('ten thousand words', () => {
  const words = Array.from({ length: 10_000 }, (_, i) => `词${i}号`);
  expect(contains(words, '这里有词9999号')).toBe(true);
  expect(contains(words, '这里有词9999')).toBe(false);
});
