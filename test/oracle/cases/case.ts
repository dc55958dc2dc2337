/** One small case with its expected result, computed by hand from `packages/SEMANTICS.md`. */
import type { RosterEntry, Signal } from '@steward/events';
import type { GroupPolicy, RoleDefinition } from '@steward/policy';
import type { GroupOutcome } from '@steward/simulator';
import type { GroupShape } from '../log-builder.ts';

export interface HandCase {
  /** The sentence of the page that it tests. */
  what: string;
  group: Partial<GroupPolicy>;
  log: GroupShape;
  /** Default: every signal. */
  shows?: readonly Signal[];
  complete?: boolean;
  roster?: readonly RosterEntry[];
  roles?: readonly RoleDefinition[];
  read: (outcome: GroupOutcome) => unknown;
  expected: unknown;
}
