import { expect, test } from 'vitest';
import { HIDDEN } from './hidden.ts';
import { INVISIBLE_RUN, invisibleName, withoutInvisible } from './invisible.ts';

const everyCharacter = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));

test('every named character is escaped wherever it is shown', () => {
  const named = everyCharacter.filter((character) => invisibleName(character) !== null);
  expect(named.length).toBeGreaterThan(25);
  expect(named.filter((character) => !HIDDEN.test(character))).toEqual([]);
  expect(named.filter((character) => !INVISIBLE_RUN.test(character))).toEqual([]);
});

test('names', () => {
  expect(['\u200B', '\uFEFF', '\u202E', 'a', ' '].map((character) => invisibleName(character)?.en ?? null)).toEqual([
    'a zero-width space',
    'a byte order mark',
    'a mark of writing direction',
    null,
    null,
  ]);
});

test('a word keeps its spaces, its letters and the joiners inside it', () => {
  const family = '👨\u200D👩\u200D👧';
  expect(withoutInvisible(`\uFEFF\u200D${family}\u200D\u0007`)).toBe(family);
  expect(withoutInvisible('代\u200B购\tx\u3164')).toBe('代购\tx\u3164');
});
