/**
 * The parts of a dashboard: plain data, small for years of days and any number of members.
 *
 * - Members are not in it: a page of them is asked for when somebody looks at them.
 * - Lists that grow with the log are cut to the latest entries; how many were cut is beside them.
 * - `…ByDay` has one entry per day of {@link DashboardGroup.days}. Names and rules' texts are in the reader's language, or as written.
 */

import type { CampaignSize, GroupKind, PhaseName, Unit } from '@steward/policy';
import type { CampaignRun, PeriodStart } from '@steward/simulator';
import type { Instant, LocalDate, Period } from '@steward/time';
import type { Reason } from '../values/undecided-clauses.ts';

/** A clause with its display name and its key. */
export interface Rule {
  /** See `clauseKeys`. */
  clause: string;
  name: string;
  /** Its condition as written, or its place; empty if there is neither. */
  text: string;
  /** The clause's full source; null if not available. */
  source: string | null;
  /** `beauty.group:12`. */
  place: string;
}

/** One letter per day: `+` kept, `-` broken, `?` undecided. */
export type VerdictByDay = string;

export interface Place {
  /** Index into {@link DashboardLog.files}. */
  file: number;
  /** From 1. */
  line: number;
  at: Instant;
  /** The message's text, truncated; null if it has none or was not looked up. */
  text: string | null;
}

/** Events behind a number: the total, and the latest ones by name. */
export interface Places {
  count: number;
  places: Place[];
}

export interface DashboardGroup {
  id: string;
  name: string | null;
  rule: Rule;
  kind: GroupKind;
  purpose: string | null;
  timezone: string;
  days: { from: LocalDate; to: LocalDate; count: number };
  events: number;
  messages: number;
}

export interface DashboardLog {
  files: { name: string; uri: string | null }[];
  /** Signals that the log shows. */
  shows: string[];
  complete: boolean;
}

export interface DashboardMembers {
  atEnd: number;
  byDay: number[];
  /** Joins and leaves as text, because the log may not show them. */
  moves: string;
  capacity: { limit: number; peak: number; daysOver: number } | null;
  nickname: { checked: number; mismatched: number; examples: string[] } | null;
  /** Who counts as owner, staff or bot, and why; null if nobody does. */
  staff: string | null;
  /** Where roles and roster disagree with the log. */
  misfits: string[];
}

export interface DashboardTiers {
  tiers: DashboardTier[];
  untiered: { members: number; byDay: number[] };
  /** The most frequent moves inside the group. */
  moves: { from: string | null; to: string | null; count: number }[];
}

export interface DashboardTier {
  rule: Rule;
  /** As declared; {@link Rule.name} is for display. */
  tier: string;
  color: string | null;
  badge: string | null;
  members: number;
  byDay: number[];
  entered: number;
  left: number;
  inGrace: number;
  undecided: number;
  tasks: { title: string; done: number; open: number; unknown: number }[];
}

export interface DashboardContent {
  categories: { rule: Rule; messages: number }[];
  uncategorised: number;
  mixes: DashboardMix[];
  caps: DashboardCap[];
  bans: { rule: Rule; messages: Places; members: number }[];
  slots: {
    rule: Rule;
    category: string;
    from: string;
    to: string;
    byDay: VerdictByDay;
    kept: number;
    missed: number;
  }[];
}

export interface DashboardMix {
  rule: Rule;
  period: Period;
  tolerance: number;
  shares: { category: string; target: number; actual: number | null; messages: number; within: boolean | null }[];
  kept: number;
  missed: number;
  undecided: number;
  /** The latest; `messages` in the order of `shares`. */
  periods: { start: PeriodStart; messages: number[]; verdict: 'kept' | 'missed' | 'empty' | 'unknown' }[];
  earlier: number;
}

export interface DashboardCap {
  rule: Rule;
  category: string;
  period: Period;
  limit: number;
  kept: number;
  exceeded: number;
  undecided: number;
  /** The latest. */
  periods: { start: PeriodStart; messages: number; of: number; verdict: 'kept' | 'exceeded' | 'empty' | 'unknown' }[];
  earlier: number;
  evidence: Places;
}

export interface DashboardDimension {
  rule: Rule;
  byDay: VerdictByDay;
  breachDays: number;
  goals: DashboardGoal[];
  /** The latest. */
  breaches: { from: LocalDate; to: LocalDate | null; days: number; responses: { on: LocalDate; actions: string }[] }[];
  earlier: number;
}

export interface DashboardGoal {
  text: string;
  byDay: VerdictByDay;
  measures: DashboardMeasure[];
}

export interface DashboardMeasure {
  text: string;
  unit: Unit;
  /** The constant it is compared with, in the scale of `values`; null if it is not constant. */
  bound: number | null;
  /** Ratios as fractions of 1, durations in microseconds; null if not exact. */
  values: (number | null)[];
}

export interface DashboardRisk {
  rule: Rule;
  opened: number;
  escalated: number;
  openAtEnd: number;
  openedByDay: number[];
  /** The latest, in order of opening. */
  incidents: DashboardIncident[];
  earlier: number;
  undecided: number;
}

export interface DashboardIncident {
  id: string;
  opened: Instant;
  closed: Instant | null;
  closedBy: 'condition' | 'resolve' | null;
  reopened: Instant[];
  escalatedFrom: string | null;
  escalations: { at: Instant; to: string; rule: 'open' | 'times' }[];
  onDuty: string[];
  senders: string[];
  moreSenders: number;
  actions: string[];
  evidence: Places;
}

export interface DashboardCampaign {
  rule: Rule;
  size: CampaignSize;
  planned: number;
  held: number | null;
  goals: string[];
  /** The latest, in order of start. */
  runs: DashboardRun[];
  earlier: number;
}

export interface DashboardRun {
  start: Instant;
  end: Instant;
  cause: CampaignRun['cause'];
  held: boolean | null;
  pausedAt: Instant | null;
  phases: { phase: PhaseName; from: Instant; to: Instant; state: CampaignRun['phases'][number]['state'] }[];
  /** In the order of the campaign's goals; `value` is text, empty if there is none. */
  goals: { verdict: CampaignRun['goals'][number]['verdict']; value: string }[];
}

export interface DashboardCadence {
  rule: Rule;
  size: CampaignSize;
  period: Period;
  target: number;
  periods: { start: PeriodStart; planned: number; held: number | null; verdict: 'under' | 'met' | 'over' }[];
  earlier: number;
  under: number;
  met: number;
  over: number;
}

export interface DashboardLifecycle {
  rule: Rule;
  current: string | null;
  stages: { rule: Rule; stage: string; days: number; focus: string[] }[];
  stretches: { stage: string | null; from: LocalDate; to: LocalDate }[];
  blocked: { from: string; to: string; days: number; last: LocalDate }[];
}

export interface DashboardActions {
  total: number;
  byAction: { action: string; count: number; prevented: number | null }[];
  /** The first in time order. */
  records: { at: Instant; text: string; cause: Rule | null; prevented: number | null }[];
  later: number;
}

export interface DashboardUndecided {
  rule: Rule;
  kind: 'tier' | 'mix' | 'cap' | 'health' | 'risk' | 'stage';
  unknown: number;
  evaluations: number;
  counted: 'member-days' | 'periods' | 'days';
  /** Whole sentences, each with the number of `unknown` it explains. */
  reasons: { reason: Reason; text: string; count: number }[];
}
