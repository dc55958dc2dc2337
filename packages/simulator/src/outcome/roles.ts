import type { Role } from '@steward/events';

/** Who was taken for what, and where that was found: `SEMANTICS.md`, "Roles". */
export interface RolesOutcome {
  /** Owners, staff and bots, ordered by id. */
  people: KnownRole[];
  /** Events of which nobody knows the role. */
  unknown: number;
  /** Ids and names that a declared role lists and nobody of the log or the roster has, as declared. */
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
  /** Of them, those of whom the log has no event; the first ten ids. */
  silent: { count: number; examples: string[] };
  /** People of the log who are not on it, bots apart; the first ten ids. */
  unlisted: { count: number; examples: string[] };
}
