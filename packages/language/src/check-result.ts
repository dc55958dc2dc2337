/** The result of a check. */
import type { Policy } from '@steward/policy';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import type { Fault } from './diagnostics/fault.ts';
import type { LoadedFile } from './workspace/load.ts';

export interface CheckResult {
  /** Ordered by file and position. */
  diagnostics: readonly Diagnostic[];
  /** Entry files as given, then imported files in the order of discovery. Excludes the prelude. */
  files: readonly LoadedFile[];
  /** Internal errors of Steward. They are also in `diagnostics` unless a comment ignores them. */
  faults: readonly Fault[];
  /** The Policy of the first entry file, or null if that file or any file it sees has an error. */
  policy: Policy | null;
  /** The Policy of any entry file. */
  policyOf(entryPath: string): Policy | null;
}
