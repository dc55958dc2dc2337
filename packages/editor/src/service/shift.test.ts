import { expect, test } from 'vitest';
import type { LineResult } from '../protocol.ts';
import { shifted } from './shift.ts';

function on(...lines: number[]): LineResult[] {
  const at = (line: number) => ({ line, character: 0 });
  return lines.map((line) => ({
    line,
    range: { start: at(line), end: at(line + 1) },
    text: `${line}`,
    tone: 'neutral',
    clause: `G/tier/${line}`,
    change: null,
  }));
}

const after = (lines: LineResult[], before: string, now: string) =>
  shifted(lines, before, now).map(({ text, line, range }) => [text, line, range.end.line]);

test.each([
  [
    'an edit within a line moves nothing',
    'a\nb\nc',
    'a\nbb\nc',
    [0, 1, 2],
    [
      ['0', 0, 1],
      ['1', 1, 2],
      ['2', 2, 3],
    ],
  ],
  [
    'a line more',
    'a\nb\nc',
    'a\nx\nb\nc',
    [0, 1, 2],
    [
      ['0', 0, 1],
      ['1', 2, 3],
      ['2', 3, 4],
    ],
  ],
  [
    'two lines less',
    'a\nb\nc\nd',
    'a\nd',
    [0, 1, 2, 3],
    [
      ['0', 0, 1],
      ['3', 1, 2],
    ],
  ],
  [
    'a break within a line',
    'a\nbb\nc',
    'a\nb\nb\nc',
    [0, 1, 2],
    [
      ['0', 0, 1],
      ['2', 3, 4],
    ],
  ],
  ['everything new', 'a\nb', 'x\ny\nz', [0, 1], []],
  [
    'the same text',
    'a\nb',
    'a\nb',
    [0, 1],
    [
      ['0', 0, 1],
      ['1', 1, 2],
    ],
  ],
])('%s', (_, before, now, lines, expected) => {
  expect(after(on(...lines), before, now)).toEqual(expected);
});
