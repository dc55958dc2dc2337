/**
 * What the dashboard's page and its host say to each other. The host is the panel of an editor; a report on disk carries its data in
 * the page, and its host is part of it.
 */
import type { Locale } from '@steward/text';
import type { Dashboard } from './dashboard.ts';

export interface RunStatus {
  /** `stale`: the rules have changed since, and nothing runs. */
  state: 'none' | 'running' | 'fresh' | 'stale' | 'failed';
  /** Of a failed run: what is wrong and what to do. */
  message: string | null;
  /** What was read, as people call it; empty before a run. */
  log: string;
  /** Milliseconds; null where nobody measured. */
  took: number | null;
  /** What the reader of the log has to say: whole sentences. */
  notes: string[];
}

/** To the page. */
export type ToPage =
  | { kind: 'show'; dashboard: Dashboard | null; status: RunStatus }
  /** Scrolls to a clause, marks it and moves the focus there. */
  | { kind: 'reveal'; clause: string }
  | { kind: 'members'; request: number; page: MembersPage | null }
  | { kind: 'why'; request: number; text: string | null };

/** From the page. */
export type FromPage =
  /** The page has started and knows nothing; `group` is what it showed last, before it was hidden. */
  | { kind: 'ready'; group: string | null }
  | { kind: 'group'; group: string }
  | { kind: 'members'; request: number; ask: MembersWanted }
  | { kind: 'why'; request: number; group: string; member: string }
  | { kind: 'rule'; clause: string }
  | { kind: 'evidence'; uri: string; line: number; at: string }
  | { kind: 'simulate' };

export interface MembersWanted {
  group: string;
  /** Part of a name or an id; empty: everybody. */
  search: string;
  /** Name of a tier; null: all. */
  tier: string | null;
  offset: number;
  limit: number;
}

export interface MembersPage {
  total: number;
  members: MemberRow[];
}

export interface MemberRow {
  id: string;
  name: string | null;
  role: string;
  /** Name of a tier; null: none took them. */
  tier: string | null;
  /** First day of their stay in it; null where nobody looked. */
  since: string | null;
}

/** What a report on disk carries, as JSON. */
export interface EmbeddedReport {
  locale: Locale;
  status: RunStatus;
  dashboards: Dashboard[];
  /** By group: everybody that fits, ordered by id. */
  members: Record<string, EmbeddedMember[]>;
  /** By group: the command that says why, to which a member's id is added. */
  explain: Record<string, string>;
}

export interface EmbeddedMember {
  id: string;
  name: string | null;
  role: string;
  /** First day (index into the group's days), number of days, tier (index; -1 none, -2 not a member), whether by grace. */
  stretches: [number, number, number, 0 | 1][];
}
