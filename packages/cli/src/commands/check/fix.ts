/**
 * `--fix`: applies fixes.
 *
 * - Only findings with exactly one fix are fixed: among several, a person has to choose.
 * - Every step is checked before it is kept. A fix that causes new errors is dropped, without affecting the others.
 * - Works on texts in memory: the caller decides whether to write them.
 */
import type { Diagnostic, FileSystem, TextEdit } from '@steward/language';

export interface Fixed {
  /** Only of files that changed. */
  texts: ReadonlyMap<string, string>;
  /** Findings that were fixed. */
  applied: number;
  /** Fixes that would have caused new errors. */
  refused: number;
}

/** Checks texts that may be newer than the files. */
export type Recheck = (fileSystem: FileSystem) => readonly Diagnostic[];

interface Step {
  diagnostic: Diagnostic;
  edits: readonly TextEdit[];
}

const MOST_ROUNDS = 20;

/** @param editable files that may be changed: those requested, not those that they import */
export function applyFixes(recheck: Recheck, files: FileSystem, editable: ReadonlySet<string>): Fixed {
  const texts = new Map<string, string>();
  const refused = new Set<string>();
  let diagnostics = recheck(overlay(files, texts));
  let applied = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const steps = independent(stepsOf(diagnostics, editable).filter((step) => !refused.has(keyOf(step))));
    if (steps.length === 0) break;
    const together = attempt(steps, texts, files, recheck, diagnostics);
    const taken = together === null ? oneByOne(steps, texts, files, recheck, diagnostics, refused) : together;
    for (const [file, text] of taken.texts) texts.set(file, text);
    applied += taken.count;
    diagnostics = taken.diagnostics;
  }
  return { texts, applied, refused: refused.size };
}

interface Taken {
  texts: ReadonlyMap<string, string>;
  diagnostics: readonly Diagnostic[];
  count: number;
}

/** Applies all at once, which nearly always works. @returns null if it does not */
function attempt(
  steps: readonly Step[],
  texts: ReadonlyMap<string, string>,
  files: FileSystem,
  recheck: Recheck,
  before: readonly Diagnostic[],
): Taken | null {
  const edited = edit(
    steps.flatMap((step) => step.edits),
    overlay(files, texts),
  );
  if (edited === null) return null;
  const next = new Map([...texts, ...edited]);
  const diagnostics = recheck(overlay(files, next));
  if (!isBetter(diagnostics, before)) return null;
  return { texts: next, diagnostics, count: steps.length };
}

/** Applies the first that does no harm; the others have moved by then, and follow in the next round. */
function oneByOne(
  steps: readonly Step[],
  texts: ReadonlyMap<string, string>,
  files: FileSystem,
  recheck: Recheck,
  before: readonly Diagnostic[],
  refused: Set<string>,
): Taken {
  for (const step of steps) {
    const taken = attempt([step], texts, files, recheck, before);
    if (taken !== null) return taken;
    refused.add(keyOf(step));
  }
  return { texts, diagnostics: before, count: 0 };
}

function stepsOf(diagnostics: readonly Diagnostic[], editable: ReadonlySet<string>): Step[] {
  return diagnostics.flatMap((diagnostic) => {
    const [fix, another] = diagnostic.fixes;
    if (fix === undefined || another !== undefined || fix.edits.length === 0) return [];
    return fix.edits.every(({ file }) => editable.has(file)) ? [{ diagnostic, edits: fix.edits }] : [];
  });
}

/** Steps whose edits do not touch those of earlier steps. */
function independent(steps: readonly Step[]): Step[] {
  const taken: TextEdit[] = [];
  return steps.filter(({ edits }) => {
    if (edits.some((one) => taken.some((other) => touches(one, other)))) return false;
    taken.push(...edits);
    return true;
  });
}

function touches(left: TextEdit, right: TextEdit): boolean {
  return left.file === right.file && left.startOffset <= right.endOffset && right.startOffset <= left.endOffset;
}

/** Identifies a step without its position, which moves as other fixes are applied. */
function keyOf({ diagnostic, edits }: Step): string {
  return JSON.stringify([diagnostic.file, diagnostic.code, diagnostic.message.en, edits.map(({ newText }) => newText)]);
}

/** @returns the files that change; null if one cannot be read */
function edit(edits: readonly TextEdit[], files: FileSystem): Map<string, string> | null {
  const texts = new Map<string, string>();
  for (const { file, startOffset, endOffset, newText } of edits.toSorted((a, b) => b.startOffset - a.startOffset)) {
    const content = files.read(file);
    const text = texts.get(file) ?? (content.kind === 'text' ? content.text : null);
    if (text === null) return null;
    texts.set(file, text.slice(0, startOffset) + newText + text.slice(endOffset));
  }
  return texts;
}

export function overlay(files: FileSystem, texts: ReadonlyMap<string, string>): FileSystem {
  return {
    read: (path) => {
      const text = texts.get(path);
      return text === undefined ? files.read(path) : { kind: 'text', text };
    },
    look: (path) => (texts.has(path) ? { kind: 'file' } : files.look(path)),
  };
}

/** Fewer errors, or as many errors and fewer findings. This guarantees termination. */
function isBetter(after: readonly Diagnostic[], before: readonly Diagnostic[]): boolean {
  const errors = errorsIn(after) - errorsIn(before);
  return errors < 0 || (errors === 0 && after.length < before.length);
}

function errorsIn(diagnostics: readonly Diagnostic[]): number {
  return diagnostics.filter(({ severity }) => severity === 'error').length;
}
