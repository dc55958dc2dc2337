/**
 * What a run exercised of the rules, and what of the log no rule looked at. Plain data.
 *
 * - A clause is covered by its points: each is one way in which it can come out, with how often it did.
 * - Bounds say whether values at, just below and just above a constant were seen; they are told, but not part of the share.
 */
import type { ClauseKind, SourceRange, Unit } from '@steward/policy';

/** Kinds that a run does not exercise by themselves: their parts are, or nothing about them can be missed. */
const NOT_COVERED = ['group', 'capacity', 'nickname', 'health', 'phase', 'cadence', 'lifecycle'] as const;

export type CoveredKind = Exclude<ClauseKind, (typeof NOT_COVERED)[number]>;

/** Whether the coverage lists clauses of that kind. */
export function isCovered(kind: ClauseKind): kind is CoveredKind {
  return NOT_COVERED.every((other) => other !== kind);
}

/** `true`, `false`: a condition. `kept`, `missed`: what is judged by period or day. `happened`: what happens or does not. */
export type PointName = 'true' | 'false' | 'kept' | 'missed' | 'happened';

export interface ClauseCoverage {
  kind: CoveredKind;
  /** As the rules name it; of parts, what they are part of. */
  name: string;
  range: SourceRange;
  points: { name: PointName; hits: number }[];
  /** How often it could not be decided. */
  unknown: number;
  bounds: BoundCoverage[];
}

export interface BoundCoverage {
  /** The comparison, as results spell measures. */
  text: string;
  unit: Unit;
  range: SourceRange;
  below: boolean;
  /** null for durations: no member is seen at one exact microsecond. */
  at: boolean | null;
  above: boolean;
}

export interface GroupCoverage {
  clauses: ClauseCoverage[];
  events: number;
  /** Events that no rule looked at, by signal. */
  unread: { signal: string; count: number }[];
  members: number;
  /** Ids of members who were in no tier, and none of whose events a rule looked at. */
  overlooked: string[];
}
