/**
 * A check that ends with a result, whatever throws inside it.
 *
 * - What throws is first tried again with nothing kept of earlier checks: what was kept may be what is wrong, and must not spoil the
 *   next check as well.
 * - What throws even then is looked for file by file: one file's fault is told at its beginning, the others are checked.
 */

import type { Bilingual } from '@steward/text';
import type { CheckResult } from './check-result.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { compareDiagnostics } from './diagnostics/diagnostic.ts';
import { type Fault, faultOf, joined, keyOfFault } from './diagnostics/fault.ts';
import { DiagnosticSink } from './diagnostics/sink.ts';
import { normalizePath } from './workspace/paths.ts';

/** How a check is made. */
export interface Attempt {
  /** @param isAlone the other files that were asked for are left out: they may use what this one declares */
  check(entryPaths: readonly string[], isAlone: boolean): CheckResult;
  /** Forgets what is kept of earlier checks. */
  reset(): void;
}

const CHECKING: Bilingual = { en: 'the checking of this file', zh: '对这个文件的检查' };

export class Containment {
  /** Whether something is kept of earlier checks. */
  private isWarm = false;
  /** Faults that stay when nothing is kept. */
  private readonly lasting = new Set<string>();

  check(entryPaths: readonly string[], attempt: Attempt): CheckResult {
    const { isWarm } = this;
    this.isWarm = true;
    try {
      const result = attempt.check(entryPaths, false);
      if (!isWarm || result.faults.every((fault) => this.lasting.has(keyOfFault(fault)))) return result;
    } catch {
      // Told below, where it stays.
    }
    attempt.reset();
    const result = separately(entryPaths, attempt, false);
    for (const fault of result.faults) this.lasting.add(keyOfFault(fault));
    return result;
  }
}

/** Together, and where that fails each by itself. */
function separately(entryPaths: readonly string[], attempt: Attempt, isAlone: boolean): CheckResult {
  try {
    return attempt.check(entryPaths, isAlone);
  } catch (error) {
    attempt.reset();
    const [only, ...others] = entryPaths;
    if (only === undefined) throw error;
    if (others.length === 0) return failed(faultOf(normalizePath(only), CHECKING, error));
    return together(
      entryPaths.map((path) => {
        const result = separately([path], attempt, true);
        // Read now: the next check changes the trees that a policy is made from.
        const policy = result.policyOf(path);
        return { ...result, policy, policyOf: () => policy, entry: normalizePath(path) };
      }),
    );
  }
}

function failed(fault: Fault): CheckResult {
  const sink = new DiagnosticSink();
  sink.fault(fault, 'error');
  return { diagnostics: sink.diagnostics, files: [], faults: [fault], policy: null, policyOf: () => null };
}

function together(results: readonly (CheckResult & { entry: string })[]): CheckResult {
  const files = new Map(results.flatMap((result) => result.files.map((file) => [file.path, file])));
  const policies = new Map(results.map(({ entry, policy }) => [entry, policy]));
  const found = results.flatMap(({ diagnostics }) => diagnostics);
  return {
    diagnostics: withoutRepeats(found).toSorted(compareDiagnostics),
    files: [...files.values()],
    faults: results.flatMap(({ faults }) => faults),
    policy: results[0]?.policy ?? null,
    policyOf: (path) => policies.get(normalizePath(path)) ?? null,
  };
}

/** Files that several entries import are judged once for each; equal findings are said once. */
export function withoutRepeats(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ file, code, range, message, subject }) => {
    const key = `${file}\0${range.startOffset}\0${range.endOffset}\0${code}\0${subject ?? message.en}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Rules that fail at the same place, of a proof that they share, are told of together. */
export function withFaultsJoined(found: readonly Diagnostic[]): { found: Diagnostic[]; faults: Fault[] } {
  const failures = Map.groupBy(
    found.flatMap(({ fault }) => (fault === undefined ? [] : [fault])),
    keyOfFault,
  );
  const sink = new DiagnosticSink();
  const faults = [...failures.values()].flatMap((same) => joined(same) ?? []);
  for (const fault of faults) sink.fault(fault, 'warning');
  return { found: [...found.filter(({ fault }) => fault === undefined), ...sink.diagnostics], faults };
}
