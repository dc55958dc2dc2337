/**
 * Makes sure that a check ends with a result, whatever throws inside it.
 *
 * - After an exception, the check is retried without any state of earlier checks: that state may be the cause, and must not break the
 *   next check too.
 * - If the retry throws as well, each file is checked on its own. The failing file gets a fault at its start; the others get a normal
 *   check.
 */
import type { Bilingual } from '@steward/text';
import type { CheckResult } from './check-result.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { compareDiagnostics } from './diagnostics/diagnostic.ts';
import { type Fault, faultOf, joined, keyOfFault } from './diagnostics/fault.ts';
import { DiagnosticSink } from './diagnostics/sink.ts';
import { normalizePath } from './workspace/paths.ts';

/** One way to run a check. */
export interface Attempt {
  /** @param isAlone whether other requested files are left out; they may use what this one declares */
  check(entryPaths: readonly string[], isAlone: boolean): CheckResult;
  /** Drops the state of earlier checks. */
  reset(): void;
}

const CHECKING: Bilingual = { en: 'checking this file', zh: '对这个文件的检查' };

export class Containment {
  /** Whether there is state from earlier checks. */
  private isWarm = false;
  /** Faults that occur even without such state. */
  private readonly lasting = new Set<string>();

  check(entryPaths: readonly string[], attempt: Attempt): CheckResult {
    const { isWarm } = this;
    this.isWarm = true;
    try {
      const result = attempt.check(entryPaths, false);
      if (!isWarm || result.faults.every((fault) => this.lasting.has(keyOfFault(fault)))) return result;
    } catch {
      // Reported below if it persists.
    }
    attempt.reset();
    const result = separately(entryPaths, attempt, false);
    for (const fault of result.faults) this.lasting.add(keyOfFault(fault));
    return result;
  }
}

/** Checks all files together; if that fails, each on its own. */
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
        // Read it now: the next check changes the trees that the policy is lowered from.
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

/** A file that several entries import is checked once for each of them; equal findings are reported once. */
export function withoutRepeats(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ file, code, range, message, subject }) => {
    const key = `${file}\0${range.startOffset}\0${range.endOffset}\0${code}\0${subject ?? message.en}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Merges the faults of rules that fail at the same place, in a proof they share. */
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
