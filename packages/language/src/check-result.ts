/** What a check gives. */
import type { Policy } from '@steward/policy';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import type { Fault } from './diagnostics/fault.ts';
import type { LoadedFile } from './workspace/load.ts';

export interface CheckResult {
  /** In order of file and place. */
  diagnostics: readonly Diagnostic[];
  /** Entry files as given, then imported ones as they are met; without the prelude. */
  files: readonly LoadedFile[];
  /** What failed of Steward itself; also among the diagnostics, unless a comment ignores it. */
  faults: readonly Fault[];
  /** The Policy of the first entry file; null where it, or a file that it sees, has an error. */
  policy: Policy | null;
  /** The same of any entry file. */
  policyOf(entryPath: string): Policy | null;
}
