/** Hides findings that are already known from a revision or a baseline: each known one hides one. */
import type { Diagnostic } from '@steward/language';

export interface Remaining {
  fresh: Diagnostic[];
  hidden: number;
  /** Known findings that no longer occur. */
  gone: number;
}

/**
 * @param known how many there are of each print
 * @param printOf null = never hidden
 */
export function withoutKnown(
  diagnostics: readonly Diagnostic[],
  known: ReadonlyMap<string, number>,
  printOf: (diagnostic: Diagnostic) => string | null,
): Remaining {
  const left = new Map(known);
  const fresh = diagnostics.filter((diagnostic) => {
    const print = printOf(diagnostic);
    const count = print === null ? 0 : (left.get(print) ?? 0);
    if (print === null || count === 0) return true;
    left.set(print, count - 1);
    return false;
  });
  const gone = [...left.values()].reduce((sum, count) => sum + count, 0);
  return { fresh, hidden: diagnostics.length - fresh.length, gone };
}

export function countPrints(prints: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const print of prints) counts.set(print, (counts.get(print) ?? 0) + 1);
  return counts;
}
