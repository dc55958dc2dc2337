/** Moves findings after an edit above them. */
import type { SourceRange } from '@steward/policy';
import type { Diagnostic, Fix, TextEdit, TextRange } from '../diagnostics/diagnostic.ts';
import type { Shift } from '../workspace/reparse.ts';

/** @returns the same object if nothing in it moves */
export function shiftDiagnostic(diagnostic: Diagnostic, path: string, shift: Shift): Diagnostic {
  if (!isMoved(diagnostic, path, shift)) return diagnostic;
  return {
    ...diagnostic,
    range: diagnostic.file === path ? shifted(diagnostic.range, shift) : diagnostic.range,
    related: diagnostic.related.map((related) =>
      related.file === path ? { ...related, range: shifted(related.range, shift) } : related,
    ),
    fixes: diagnostic.fixes.map(
      (fix): Fix => ({ ...fix, edits: fix.edits.map((edit) => shiftedEdit(edit, path, shift)) }),
    ),
  };
}

function isMoved({ file, range, related, fixes }: Diagnostic, path: string, { from }: Shift): boolean {
  if (file === path && range.startOffset >= from) return true;
  if (related.some((other) => other.file === path && other.range.startOffset >= from)) return true;
  return fixes.some(({ edits }) => edits.some((edit) => edit.file === path && edit.startOffset >= from));
}

function shifted(range: TextRange, { from, offset, lines }: Shift): TextRange {
  if (range.startOffset < from) return range;
  return {
    ...range,
    startOffset: range.startOffset + offset,
    endOffset: range.endOffset + offset,
    startLine: range.startLine + lines,
    endLine: range.endLine + lines,
  };
}

function shiftedEdit(edit: TextEdit, path: string, { from, offset }: Shift): TextEdit {
  if (edit.file !== path || edit.startOffset < from) return edit;
  return { ...edit, startOffset: edit.startOffset + offset, endOffset: edit.endOffset + offset };
}

/** Moves the ranges of one file in place. */
export function moveRanges(ranges: readonly SourceRange[], file: number, { from, offset, lines }: Shift): void {
  for (const range of ranges) {
    if (range.file !== file || range.startOffset < from) continue;
    range.startOffset += offset;
    range.endOffset += offset;
    range.startLine += lines;
    range.endLine += lines;
  }
}

/** Deep copy of plain data. */
export function copy<T>(data: T): T {
  if (typeof data !== 'object' || data === null) return data;
  if (Array.isArray(data)) return data.map(copy) as T;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, copy(value)])) as T;
}

/** Every range in plain data, each once. */
export function rangesIn(data: unknown): SourceRange[] {
  const found = new Set<SourceRange>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isRange(value)) found.add(value);
    else for (const inner of Object.values(value)) visit(inner);
  };
  visit(data);
  return [...found];
}

function isRange(value: object): value is SourceRange {
  return 'startOffset' in value && 'file' in value && 'endColumn' in value;
}
