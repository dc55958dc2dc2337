/**
 * Messages between the dashboard page and its host. The host is the panel of an editor; a report on disk carries its data in the page, and
 * its host is part of it.
 */
import type { Locale } from '@steward/text';
import type { Dashboard } from './dashboard.ts';

export interface RunStatus {
  /** `stale`: the rules have changed and nothing is running. */
  state: 'none' | 'running' | 'fresh' | 'stale' | 'failed';
  /** If the run failed: what is wrong and what to do. */
  message: string | null;
  /** Display names of what was read; empty before a run. */
  log: string;
  /** Milliseconds; null if not measured. */
  took: number | null;
  /** Notes from the log reader, as whole sentences. */
  notes: string[];
}

/** To the page. */
export type ToPage =
  | { kind: 'show'; dashboard: Dashboard | null; status: RunStatus }
  /** Scrolls to a clause, highlights it and focuses it. */
  | { kind: 'reveal'; clause: string }
  | { kind: 'members'; request: number; page: MembersPage | null }
  | { kind: 'why'; request: number; text: string | null };

/** From the page. */
export type FromPage =
  /** The page has started without data; `group` is what it showed before it was hidden. */
  | { kind: 'ready'; group: string | null }
  | { kind: 'group'; group: string }
  | { kind: 'members'; request: number; ask: MembersWanted }
  | { kind: 'why'; request: number; group: string; member: string }
  | { kind: 'rule'; clause: string }
  | { kind: 'evidence'; uri: string; line: number; at: string }
  | { kind: 'simulate' };

export interface MembersWanted {
  group: string;
  /** Part of a name or id; empty for everybody. */
  search: string;
  /** Name of a tier; null for all. */
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
  /** Name of a tier; null for none. */
  tier: string | null;
  /** First day of their current stay; null if not computed. */
  since: string | null;
}

/** Data embedded in a report on disk, as JSON. */
export interface EmbeddedReport {
  locale: Locale;
  status: RunStatus;
  dashboards: Dashboard[];
  /** By group: all members that fit, ordered by id. */
  members: Record<string, EmbeddedMember[]>;
  /** By group: the command that explains a tier; append a member's id. */
  explain: Record<string, string>;
}

export interface EmbeddedMember {
  id: string;
  name: string | null;
  role: string;
  /** First day (index into the group's days), number of days, tier (index; -1 none, -2 not a member), whether by grace. */
  stretches: [number, number, number, 0 | 1][];
}
