import { PLAIN } from '@steward/report';
import { expect, test } from 'vitest';
import { frame } from './frame.ts';

const place = (startLine: number, startColumn: number, endLine: number, endColumn: number) => ({
  startLine,
  startColumn,
  endLine,
  endColumn,
});

test('the place is shown between its neighbouring lines and underlined', () => {
  expect(frame('group G {\n  mix 90%\n}\n', place(2, 7, 2, 10), PLAIN, 80)).toEqual([
    '  1 │ group G {',
    '> 2 │   mix 90%',
    '    │       ^^^',
    '  3 │ }',
  ]);
});

test('the underline counts cells: Chinese before it and within it', () => {
  expect(frame('层级 核心', place(1, 4, 1, 6), PLAIN, 80)).toEqual(['> 1 │ 层级 核心', '    │      ^^^^']);
});

test('tabs, a range over several lines, an empty range at the end of the file', () => {
  expect(frame('\tabc\ndef', place(1, 2, 2, 3), PLAIN, 80).slice(0, 2)).toEqual(['> 1 │   abc', '    │   ^^^']);
  expect(frame('abc', place(1, 4, 1, 4), PLAIN, 80)).toEqual(['> 1 │ abc', '    │    ^']);
  expect(frame('abc', place(9, 1, 9, 1), PLAIN, 80)).toEqual([]);
});

test('a long line is cut around the place', () => {
  const line = `${'x'.repeat(200)}HERE${'y'.repeat(200)}`;
  const [text = '', marks = ''] = frame(line, place(1, 201, 1, 205), PLAIN, 60);
  expect(text.length).toBeLessThanOrEqual(60);
  expect(text.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1)).toBe('HERE');
});
