import { expect, test } from 'vitest';
import { cells, padEnd, padStart, truncate, wrap } from './width.ts';

test('a CJK character takes two cells, a colour code none', () => {
  expect(cells('核心用户 Core')).toBe(13);
  expect(cells('\u001b[31mred\u001b[39m')).toBe(3);
});

test('padding counts cells, not characters', () => {
  expect(padEnd('核心', 6)).toBe('核心  ');
  expect(padStart('核心', 6)).toBe('  核心');
  expect(padEnd('toolong', 3)).toBe('toolong');
});

test('truncating never splits a wide character or exceeds the width', () => {
  expect(truncate('核心用户', 8)).toBe('核心用户');
  expect(truncate('核心用户', 7)).toBe('核心用…');
  expect(truncate('核心用户', 6)).toBe('核心…');
});

test('Chinese wraps between characters, English at spaces, and punctuation does not begin a line', () => {
  expect(wrap('日志里没有阅读事件,因此无法判断', 12)).toEqual(['日志里没有阅', '读事件,因此', '无法判断']);
  expect(wrap('the log shows no reads', 10)).toEqual(['the log', 'shows no', 'reads']);
  expect(wrap('', 10)).toEqual(['']);
});

test('a nearby space is a better break than the middle of a Chinese word', () => {
  expect(wrap('active members 核心用户 → 活跃用户', 27)).toEqual(['active members 核心用户 →', '活跃用户']);
  expect(wrap('成员:甲乙丙丁戊己庚辛壬癸子丑寅卯', 20)).toEqual(['成员:甲乙丙丁戊己庚', '辛壬癸子丑寅卯']);
});

test('a colour code stays with its text', () => {
  expect(wrap('ab \u001b[31mcd\u001b[39m ef', 5)).toEqual(['ab \u001b[31mcd\u001b[39m', 'ef']);
});
