/** One mistake, one finding: a slip is not reported by itself if the fix of another finding corrects it too. */
import type { Diagnostic } from './diagnostic.ts';

/** Findings whose fixes rewrite a whole comparison. */
const REWRITING: ReadonlySet<string> = new Set(['wrong-scope', 'field-misused']);

export function withoutMended(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const rewritten = diagnostics.flatMap(({ code, fixes }) => (REWRITING.has(code) ? (fixes[0]?.edits ?? []) : []));
  if (rewritten.length === 0) return [...diagnostics];
  return diagnostics.filter(({ code, file, range }) => {
    if (code !== 'foreign-notation') return true;
    return !rewritten.some(
      (edit) => edit.file === file && edit.startOffset < range.startOffset && range.endOffset < edit.endOffset,
    );
  });
}
