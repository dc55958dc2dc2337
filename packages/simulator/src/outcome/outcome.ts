/**
 * What a policy would have done to a log: the result of a simulation as plain, serialisable data.
 *
 * - Deterministic: equal policy and log give byte-equal JSON (keys in the order declared here), whatever reader, worker count or sharding.
 * - Exact: ratios are {@link Rational}s in lowest terms; nothing is rounded before it is printed.
 * - `…ByDay` arrays have one entry per day of `GroupOutcome.days`, in order.
 */

import type { Role, Signal } from '@steward/events';
import type { Rational } from '@steward/numbers';
import type { GroupKind, PhaseName } from '@steward/policy';
import type { Instant, LocalDate, Period } from '@steward/time';
import type { ActionsOutcome } from './actions.ts';
import type { Evidence } from './evidence.ts';
import type { RiskOutcome } from './incidents.ts';
import type { RolesOutcome } from './roles.ts';
import type { Unknowns } from './unknowns.ts';

export const OUTCOME_FORMAT = 'steward-outcome/1';

export interface Outcome {
  format: typeof OUTCOME_FORMAT;
  log: LogSummary;
  /** One per group of the log that a policy group binds, ordered by policy group (as declared), then by log group id (code units). */
  groups: GroupOutcome[];
  /** Groups of the log that no policy group binds, ordered by id. */
  unbound: { group: string; groupName: string | null; events: number }[];
  /** One per policy group that binds at least one group, as declared. */
  rollups: Rollup[];
}

export interface LogSummary {
  files: string[];
  shows: Signal[];
  complete: boolean;
  events: number;
  messages: number;
}

export interface GroupOutcome {
  policy: string;
  kind: GroupKind;
  group: string;
  groupName: string | null;
  timezone: string;
  /** Evaluated local days, both inclusive. */
  days: { from: LocalDate; to: LocalDate; count: number };
  events: number;
  messages: number;
  members: MembersOutcome;
  /** Names of the members whom risks and actions refer to by id, if different; ordered by id. */
  names: MemberName[];
  roles: RolesOutcome;
  /** As declared. */
  tiers: TierOutcome[];
  /** Members in no tier. */
  untiered: { members: number; byDay: number[] };
  /** Moves between consecutive days, ordered by `from`, then `to` as declared (`none`, then `outside`, last); no zero counts. */
  transitions: { from: TierOrNone; to: TierOrNone; count: number }[];
  /** Only on request; ordered by member id. */
  memberHistories: MemberHistory[] | null;
  content: ContentOutcome;
  health: HealthOutcome[];
  risks: RiskOutcome[];
  campaigns: CampaignOutcome[];
  cadence: CadenceOutcome[];
  lifecycle: LifecycleOutcome | null;
  actions: ActionsOutcome;
}

export interface MemberName {
  /** Id. */
  member: string;
  /** The last one seen, or the roster's. */
  name: string;
}

export interface MembersOutcome {
  /** At the end of the last day. */
  atEnd: number;
  byDay: number[];
  /** Memberships that began by a join (log or roster), or ended, within the evaluated days. */
  joined: number;
  left: number;
  capacity: { limit: number; peak: number; daysOver: number } | null;
  /** Members at the end with a known name, and those of them whose name does not match `nickname`. */
  nickname: { checked: number; mismatched: number; examples: string[] } | null;
}

/** A tier's name; `none`: a member in no tier; `outside`: not a member. */
export type TierOrNone = { kind: 'tier'; tier: string } | { kind: 'none' } | { kind: 'outside' };

export interface TierOutcome {
  tier: string;
  /** At the end of the last day. */
  members: number;
  byDay: number[];
  /** Of `members`, those held by `grace`. */
  inGrace: number;
  /** Members for whom this tier was tried and unknown on the last day. */
  unknownAtEnd: number;
  /** Moves into and out of the tier over all days, `outside` included; the first evaluated day counts as moves from `outside`. */
  entered: number;
  left: number;
  /** At the end of the last day, over the tier's members. */
  tasks: { title: string; done: number; open: number; unknown: number }[];
  unknowns: Unknowns;
}

export interface MemberHistory {
  member: string;
  name: string | null;
  /** null if unknown. */
  role: Role | null;
  /** One entry per stretch of days with equal `state`, `grace` and `unknown`, in order. */
  stretches: { from: LocalDate; days: number; state: TierOrNone; grace: boolean; unknown: string[] }[];
}

export interface ContentOutcome {
  /** Messages by resolved category over the evaluated days, as declared; then those without one. */
  categories: { category: string; messages: number }[];
  uncategorised: number;
  /** Messages whose category depends on an unknown role or media. */
  undecided: number;
  mixes: MixOutcome[];
  caps: CapOutcome[];
  bans: BanOutcome[];
  slots: SlotOutcome[];
}

export interface MixOutcome {
  period: Period;
  tolerance: Rational;
  /** Over all periods listed. */
  shares: { category: string; target: Rational; messages: number; actual: Rational | null }[];
  messages: number;
  periods: { start: PeriodStart; messages: number[]; verdict: 'kept' | 'missed' | 'empty' | 'unknown' }[];
  kept: number;
  missed: number;
  empty: number;
  unknowns: Unknowns;
}

/** First local date of the period; for hours `YYYY-MM-DDTHH:MM`. */
export type PeriodStart = string;

export interface CapOutcome {
  category: string;
  period: Period;
  limit: Rational;
  periods: { start: PeriodStart; messages: number; of: number; verdict: 'kept' | 'exceeded' | 'empty' | 'unknown' }[];
  kept: number;
  exceeded: number;
  /** Messages of the category in exceeded periods. */
  evidence: Evidence;
  unknowns: Unknowns;
}

export interface BanOutcome {
  lexicon: string;
  /** Messages that contain one of its words. */
  evidence: Evidence;
  members: number;
}

export interface SlotOutcome {
  slot: string;
  category: string;
  byDay: ('kept' | 'missed' | 'unknown')[];
  kept: number;
  missed: number;
}

export interface HealthOutcome {
  dimension: string;
  byDay: ('healthy' | 'breach' | 'unknown')[];
  goals: GoalOutcome[];
  /** In time order. */
  breaches: {
    from: LocalDate;
    to: LocalDate | null;
    breachDays: number;
    responses: { response: number; on: LocalDate }[];
  }[];
  unknowns: Unknowns;
}

export interface GoalOutcome {
  byDay: ('healthy' | 'breach' | 'unknown')[];
  /** The left side's value each day, one entry per comparison or trend of the goal, in source order; null if not exact. */
  measures: { text: string; byDay: (Rational | null)[] }[];
  unknowns: Unknowns;
}

export interface CampaignOutcome {
  campaign: string;
  /** In order of start. */
  runs: CampaignRun[];
  planned: number;
  /** null if the log cannot show campaigns. */
  held: number | null;
}

export interface CampaignRun {
  start: Instant;
  end: Instant;
  /** `planned`: from `starts`; `held`: the log's campaign event alone; `action`: a rule would have started it. */
  cause: 'planned' | 'held' | 'action';
  /** Whether the log has a campaign event for a planned run; null if the log cannot show it. */
  held: boolean | null;
  phases: { phase: PhaseName; from: Instant; to: Instant; state: 'done' | 'running' | 'ahead' | 'paused' }[];
  /** `hypothetical`: the log cannot show what an `action` run would have brought. `pending`: ends after the log. */
  goals: { verdict: 'met' | 'missed' | 'unknown' | 'pending' | 'hypothetical' | 'not-held'; value: Rational | null }[];
  pausedAt: Instant | null;
}

export interface CadenceOutcome {
  size: 'large' | 'medium' | 'light';
  period: Period;
  target: number;
  periods: { start: PeriodStart; planned: number; held: number | null; verdict: 'under' | 'met' | 'over' }[];
  under: number;
  met: number;
  over: number;
}

export interface LifecycleOutcome {
  /** Stage at the end of the last day; null if none has held yet. */
  current: string | null;
  stretches: { stage: string | null; from: LocalDate; to: LocalDate }[];
  /** Days on which a stage held that no allowed move leads to. */
  blocked: { on: LocalDate; from: string; to: string }[];
  stages: { stage: string; days: number; unknowns: Unknowns }[];
}

/** Totals over the groups bound by one policy group. */
export interface Rollup {
  policy: string;
  groups: number;
  events: number;
  messages: number;
  members: number;
  tiers: { tier: string; members: number }[];
  untiered: number;
  mixes: {
    period: Period;
    shares: { category: string; target: Rational; messages: number }[];
    messages: number;
    kept: number;
    missed: number;
  }[];
  caps: { category: string; period: Period; exceeded: number }[];
  bans: { lexicon: string; messages: number }[];
  health: { dimension: string; breaches: number; groupsInBreachAtEnd: number }[];
  risks: { risk: string; incidents: number; escalated: number; openAtEnd: number }[];
  actions: { action: string; count: number; prevented: number }[];
  /** Groups by stage at the end. */
  stages: { stage: string; groups: number }[];
}
