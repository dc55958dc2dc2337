/** What every check needs. The renderers are separate: a clean check never loads them. */
import type { Diagnostic } from '@steward/language';

export const FORMATS = ['pretty', 'json', 'sarif', 'github', 'gitlab', 'junit'] as const;
export type CheckFormat = (typeof FORMATS)[number];

export function count(diagnostics: readonly Diagnostic[], severity: Diagnostic['severity']): number {
  return diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
}

/** Lines of files by number; splits each file on first use. */
export function linesOf(textOf: (file: string) => string | null): (file: string, line: number) => string {
  const split = new Map<string, readonly string[]>();
  return (file, line) => {
    const known = split.get(file) ?? (textOf(file) ?? '').split(/\r\n|\n|\r/);
    split.set(file, known);
    return known[line - 1] ?? '';
  };
}
