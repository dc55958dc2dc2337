/** One small case with what is expected of it, computed by hand from `packages/SEMANTICS.md`. */
import type { RosterEntry, Signal } from '@steward/events';
import type { GroupPolicy, RoleDefinition } from '@steward/policy';
import type { GroupOutcome } from '@steward/simulator';
import type { GroupShape } from '../log-builder.ts';

export interface HandCase {
  /** The sentence of the page that it holds to. */
  what: string;
  group: Partial<GroupPolicy>;
  log: GroupShape;
  /** Every signal, where left out. */
  shows?: readonly Signal[];
  complete?: boolean;
  roster?: readonly RosterEntry[];
  roles?: readonly RoleDefinition[];
  read: (outcome: GroupOutcome) => unknown;
  expected: unknown;
}
