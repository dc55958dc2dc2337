/**
 * What a run exercised of the rules, and what of the log no rule looked at. Plain data.
 *
 * - A clause is covered by its points: each is one possible result, with how often it occurred.
 * - Bounds say whether values at, just below and just above a constant were seen; they are listed, but not part of the share.
 */
import type { ClauseKind, SourceRange, Unit } from '@steward/policy';

/** Kinds not covered on their own: either their parts are, or there is nothing to miss. */
const NOT_COVERED = ['group', 'capacity', 'nickname', 'health', 'phase', 'cadence', 'lifecycle'] as const;

export type CoveredKind = Exclude<ClauseKind, (typeof NOT_COVERED)[number]>;

/** Whether coverage lists clauses of that kind. */
export function isCovered(kind: ClauseKind): kind is CoveredKind {
  return NOT_COVERED.every((other) => other !== kind);
}

/** `true`, `false`: conditions. `kept`, `missed`: judged by period or day. `happened`: everything else. */
export type PointName = 'true' | 'false' | 'kept' | 'missed' | 'happened';

export interface ClauseCoverage {
  kind: CoveredKind;
  /** Name in the rules; a part has its parent's name. */
  name: string;
  range: SourceRange;
  points: { name: PointName; hits: number }[];
  /** How often it was undecided. */
  unknown: number;
  bounds: BoundCoverage[];
}

export interface BoundCoverage {
  /** The comparison, as results spell measures. */
  text: string;
  unit: Unit;
  range: SourceRange;
  below: boolean;
  /** null for durations, because no value hits one exact microsecond. */
  at: boolean | null;
  above: boolean;
}

export interface GroupCoverage {
  clauses: ClauseCoverage[];
  events: number;
  /** Events that no rule looked at, by signal. */
  unread: { signal: string; count: number }[];
  members: number;
  /** Ids of members who were in no tier and whose events no rule looked at. */
  overlooked: string[];
}
