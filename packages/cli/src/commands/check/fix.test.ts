import { type Diagnostic, memoryFileSystem, type Proposal, type TextEdit } from '@steward/language';
import { expect, test } from 'vitest';
import { applyFixes } from './fix.ts';

/** A fake checker: every `x` is a warning, every `!` an error; `fixes` gives the fixes of an `x`. */
function checkerOf(fixes: readonly string[]) {
  return (files: ReturnType<typeof memoryFileSystem>): Diagnostic[] => {
    const content = files.read('a');
    const text = content.kind === 'text' ? content.text : '';
    return [...text.matchAll(/[x!]/g)].map(({ index, 0: found }) => finding(found === '!', index, fixes));
  };
}

function finding(isError: boolean, offset: number, fixes: readonly string[]): Diagnostic {
  const edit = (newText: string): TextEdit => ({ file: 'a', startOffset: offset, endOffset: offset + 1, newText });
  return {
    code: isError ? 'wrong' : 'slip',
    severity: isError ? 'error' : 'warning',
    message: { en: `${isError}`, zh: '' },
    file: 'a',
    range: {
      startOffset: offset,
      endOffset: offset + 1,
      startLine: 1,
      startColumn: offset + 1,
      endLine: 1,
      endColumn: offset + 2,
    },
    related: [],
    fixes: isError ? [] : fixes.map((newText) => ({ title: { en: '', zh: '' }, edits: [edit(newText)] })),
    docsUrl: '',
  };
}

function fixed(text: string, fixes: readonly string[], editable = ['a']): [string, number, number] {
  const { texts, applied, refused } = applyFixes(checkerOf(fixes), memoryFileSystem({ a: text }), new Set(editable));
  return [texts.get('a') ?? text, applied, refused];
}

test('a single fix is applied wherever it is offered', () => {
  expect(fixed('a x b x', ['y'])).toEqual(['a y b y', 2, 0]);
});

test('none of several fixes is applied, because somebody has to choose', () => {
  expect(fixed('x', ['y', 'z'])).toEqual(['x', 0, 0]);
});

test('a fix that changes the meaning is offered, never applied', () => {
  const proposal: Proposal = {
    kind: 'bound',
    title: { en: '', zh: '' },
    edits: [{ file: 'a', startOffset: 0, endOffset: 1, newText: 'y' }],
  };
  const found = (): Diagnostic[] => [{ ...finding(false, 0, []), proposals: () => [proposal] }];
  const { texts, applied } = applyFixes(found, memoryFileSystem({ a: 'x' }), new Set(['a']));
  expect([texts.get('a'), applied]).toEqual([undefined, 0]);
});

test('a fix that adds errors is left out', () => {
  expect(fixed('x', ['!'])).toEqual(['x', 0, 1]);
});

test('a fix that resolves nothing does not loop', () => {
  expect(fixed('x', ['x'])).toEqual(['x', 0, 1]);
});

test('files that were not given are left alone', () => {
  expect(fixed('x', ['y'], ['b'])).toEqual(['x', 0, 0]);
});

test('overlapping fixes are applied one after the other', () => {
  expect(fixed('xx', ['y'])).toEqual(['yy', 2, 0]);
});
