import type { Role } from '@steward/events';

/** Who had which role, and where it came from: `SEMANTICS.md`, "Roles". */
export interface RolesOutcome {
  /** Owners, staff and bots, ordered by id. */
  people: KnownRole[];
  /** Events whose role is unknown. */
  unknown: number;
  /** Ids and names in declared roles that match nobody in the log or roster, in declaration order. */
  absent: { role: string; member: string }[];
  /** null without a roster. */
  roster: RosterOutcome | null;
}

export interface KnownRole {
  member: string;
  name: string | null;
  role: Exclude<Role, 'member'>;
  /** `declared`: by a `role … members` of the rules. */
  from: 'log' | 'roster' | 'declared';
  /** Name of that declared role. */
  declared: string | null;
}

export interface RosterOutcome {
  /** People on it. */
  people: number;
  /** Those without events in the log; the first ten ids. */
  silent: { count: number; examples: string[] };
  /** People in the log who are not on it, except bots; the first ten ids. */
  unlisted: { count: number; examples: string[] };
}
