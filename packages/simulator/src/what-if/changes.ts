/** The differences between two Outcomes of one log, as plain, serialisable data. */
import type { LocalDate } from '@steward/time';
import type { Incident } from '../outcome/incidents.ts';
import type { TierOrNone } from '../outcome/outcome.ts';

export const DIFF_FORMAT = 'steward-diff/1';

export interface OutcomeDiff {
  format: typeof DIFF_FORMAT;
  /** Groups of the log that either side binds. */
  groups: number;
  /** Groups with differences, ordered by id. */
  changed: GroupDiff[];
}

export interface GroupDiff {
  group: string;
  groupName: string | null;
  timezone: string;
  /** The policy group that binds it; null: none. */
  policy: { before: string | null; after: string | null };
  /** Members whose tier differs on any day, ordered by id. */
  members: MemberChange[];
  incidents: IncidentChange[];
  /** By action name, in declaration order. */
  actions: { action: string; before: number; after: number }[];
  counts: CountChange[];
  verdicts: VerdictChange[];
}

export interface MemberChange {
  member: string;
  name: string | null;
  /** At the end of the last day; equal if only earlier days differ. */
  before: TierOrNone;
  after: TierOrNone;
  /** Number of days on which the tier differs, the first of them, and the tiers on that day. */
  days: number;
  first: LocalDate;
  firstBefore: TierOrNone;
  firstAfter: TierOrNone;
}

/** Incidents are the same if risk, opening and cause are equal. */
export type IncidentChange =
  | { kind: 'appears'; risk: string; incident: Incident }
  | { kind: 'goes'; risk: string; incident: Incident }
  | { kind: 'differs'; risk: string; before: Incident; after: Incident };

export interface CountChange {
  what: 'tier' | 'category' | 'uncategorised' | 'ban' | 'prevented' | 'over-capacity' | 'nickname';
  /** Name of the tier, category, lexicon or action; empty for what a group has once. */
  name: string;
  /** null: there is no such clause. */
  before: number | null;
  after: number | null;
}

/** A clause judged by day or by period. */
export interface ClauseReference {
  what: 'mix' | 'cap' | 'slot' | 'health' | 'campaign' | 'cadence' | 'stage';
  /** Name of the dimension, campaign, slot or category; a mix's period; empty for the stage. */
  name: string;
}

export interface VerdictChange extends ClauseReference {
  /** null: there is no such clause, or it is not judged then. */
  before: string | null;
  after: string | null;
  /** Starts of the days or periods, in order. */
  at: string[];
}
