import type { FileResults, LineResult } from '@steward/editor/protocol';
import { expect, test } from 'vitest';
import { drawingOf } from './drawing.ts';
import { LineDrift } from './drift.ts';

const range = { start: { line: 3, character: 2 }, end: { line: 5, character: 3 } };
const line = (changes: Partial<LineResult> = {}): LineResult => ({
  line: 3,
  range,
  text: '42 members',
  tone: 'neutral',
  clause: 'Vip/tier/Core',
  change: null,
  ...changes,
});

function results(lines: LineResult[], changes: Partial<FileResults> = {}): FileResults {
  return { uri: 'file:///a.group', version: 1, state: 'fresh', message: null, run: null, lines, ...changes };
}

test('nothing without results', () => {
  expect(drawingOf(null, new LineDrift()).lines).toEqual([]);
  expect(drawingOf(results([line()], { state: 'none' }), new LineDrift()).lines).toEqual([]);
});

test('a line, and the result of a comparison', () => {
  const [drawn] = drawingOf(results([line({ change: '+12 members' })]), new LineDrift()).lines;
  expect(drawn).toEqual({
    line: 3,
    pieces: [
      { text: '42 members', colour: 'neutral' },
      { text: '+12 members', colour: 'change' },
    ],
    italic: false,
    tone: 'neutral',
    clause: 'Vip/tier/Core',
  });
});

test('stale results are marked by more than their colour', () => {
  const [drawn] = drawingOf(results([line()], { state: 'stale' }), new LineDrift()).lines;
  expect(drawn).toMatchObject({ pieces: [{ text: '◷ 42 members', colour: 'stale' }], italic: true });
});

test('a clause that never fired is dimmed, but not if the result is stale', () => {
  const idle = [line({ tone: 'idle', text: '0 · never' }), line({ line: 9 })];
  expect(drawingOf(results(idle), new LineDrift()).dimmed).toEqual([
    { startLine: 3, startCharacter: 2, endLine: 5, endCharacter: 3 },
  ]);
  expect(drawingOf(results(idle, { state: 'stale' }), new LineDrift()).dimmed).toEqual([]);
});

test('lines follow later edits', () => {
  const drift = new LineDrift();
  drift.note(2, [{ startLine: 0, startCharacter: 0, endLine: 0, added: 2 }]);
  expect(drawingOf(results([line({ tone: 'idle' })]), drift)).toMatchObject({
    lines: [{ line: 5 }],
    dimmed: [{ startLine: 5, endLine: 7 }],
  });
  drift.note(3, [{ startLine: 5, startCharacter: 0, endLine: 6, added: 0 }]);
  expect(drawingOf(results([line()]), drift).lines).toEqual([]);
});
