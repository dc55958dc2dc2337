/**
 * The checked rules as plain, serialisable data: what `steward build` prints, the simulator runs and a bot reads.
 * Inheritance is resolved, metrics are expanded, lexicon files are read. Equal sources give equal policies.
 */
import type { Rational } from '@steward/numbers';
import type { Duration, LocalDate, LocalDateTime, MinuteOfDay, Period } from '@steward/time';
import type { Condition, EventCondition, EventField, Unit } from './expression.ts';
import type { Named, SourceFile, SourceRange, Translations } from './source.ts';

export const POLICY_FORMAT = 'steward-policy/1';

export interface Policy {
  format: typeof POLICY_FORMAT;
  files: SourceFile[];
  groups: GroupPolicy[];
  signals: SignalDefinition[];
  metrics: MetricDefinition[];
  actions: ActionDefinition[];
  lexicons: LexiconDefinition[];
  roles: RoleDefinition[];
  tools: ToolDefinition[];
  scripts: ScriptDefinition[];
  scenarios: Scenario[];
}

export type GroupKind = 'service' | 'interest' | 'knowledge' | 'conversion';

export interface GroupPolicy extends Named {
  kind: GroupKind;
  /** Globs for a log's group ids and names. Empty: every group that no other group's glob matches. */
  match: string[];
  platform: string | null;
  /** IANA name. */
  timezone: string;
  capacity: number | null;
  purpose: string | null;
  /** RE2 pattern that member names must match. */
  nickname: { pattern: string; ignoreCase: boolean } | null;
  /** Source positions of properties that results point to; absent in policies built without source text. */
  places?: { capacity: Place | null; nickname: Place | null };
  founded: LocalDateTime | null;
  /** Relative to the entry file's folder, wherever it was written. */
  roster: string | null;
  sample: { path: string; format: string | null } | null;
  tiers: Tier[];
  content: Content;
  health: HealthDimension[];
  risks: Risk[];
  campaigns: Campaign[];
  cadence: CadenceTarget[];
  lifecycle: Lifecycle | null;
  duty: Shift[];
}

/** Source position of a property. */
export interface Place {
  range: SourceRange;
}

/** In the order they are tried. */
export interface Tier extends Named {
  color: string | null;
  /** null = `otherwise`: always true. */
  when: Condition | null;
  grace: Duration | null;
  badge: string | null;
  benefits: string[];
  tasks: Task[];
  strategies: string[];
  /** Run when a member enters the tier. */
  actions: ActionCall[];
}

export interface Task {
  title: string;
  when: Condition;
  range: SourceRange;
}

export interface Content {
  /** In the order they are tried. */
  categories: Category[];
  mixes: Mix[];
  caps: Cap[];
  bans: Ban[];
  slots: Slot[];
}

/** A category defined only by the log's labels has a condition that no message satisfies: a field in an empty list. */
export interface Category extends Named {
  when: EventCondition;
}

export interface Mix {
  period: Period;
  /** Percentage points in either direction; 10/100 by default. */
  tolerance: Rational;
  shares: { category: string; share: Rational; range: SourceRange }[];
  range: SourceRange;
}

export interface Cap {
  category: string;
  share: Rational;
  period: Period;
  range: SourceRange;
}

export interface Ban {
  lexicon: string;
  words: readonly string[];
  actions: ActionCall[];
  range: SourceRange;
}

export interface Slot {
  label: string;
  translations?: Translations;
  from: MinuteOfDay;
  /** At or before `from`: ends the next day. */
  to: MinuteOfDay;
  category: string;
  range: SourceRange;
}

export interface HealthDimension extends Named {
  goals: Goal[];
  responses: Response[];
}

export interface Goal {
  when: Condition;
  for: Duration | null;
  range: SourceRange;
}

export interface Response {
  for: Duration | null;
  actions: ActionCall[];
  range: SourceRange;
}

export interface Risk extends Named {
  when: Condition;
  for: Duration | null;
  cooldown: Duration | null;
  actions: ActionCall[];
  escalations: Escalation[];
}

export interface Escalation {
  /** Name of a risk of the same group. */
  to: string;
  after: { kind: 'open'; delay: Duration } | { kind: 'times'; times: number; window: Duration };
  range: SourceRange;
}

export type CampaignSize = 'large' | 'medium' | 'light';
export type PhaseName = 'preheat' | 'burst' | 'sustain' | 'review';

export interface Campaign extends Named {
  size: CampaignSize;
  /** In the order they run: preheat, burst, sustain, review. */
  phases: Phase[];
  goals: { when: Condition; range: SourceRange }[];
  starts: CampaignStart[];
}

export interface Phase {
  name: PhaseName;
  duration: Duration;
  actions: ActionCall[];
  produces: string | null;
  range: SourceRange;
}

/** When the first phase begins, once or repeatedly. `weekdays` are ISO (1 = Monday). Months without the given day are skipped. */
export type CampaignStart =
  | { kind: 'once'; at: LocalDateTime; range: SourceRange }
  | { kind: 'daily'; times: MinuteOfDay[]; range: SourceRange }
  | { kind: 'weekly'; weekdays: number[]; times: MinuteOfDay[]; range: SourceRange }
  | { kind: 'monthly'; days: number[]; times: MinuteOfDay[]; range: SourceRange };

export interface CadenceTarget {
  size: CampaignSize;
  count: number;
  period: Period;
  range: SourceRange;
}

export interface Lifecycle {
  /** In the order they are tried. */
  stages: Stage[];
  /** Allowed moves; empty = every move. */
  moves: { from: string; to: string; range: SourceRange }[];
  range: SourceRange;
}

export interface Stage extends Named {
  /** null = always true. */
  when: Condition | null;
  for: Duration | null;
  focus: string[];
}

export interface Shift {
  from: MinuteOfDay;
  /** At or before `from`: ends the next day. */
  to: MinuteOfDay;
  /** Names of roles and tools. */
  onDuty: { kind: 'role' | 'tool'; name: string }[];
  range: SourceRange;
}

export interface ActionCall {
  action: string;
  /** In the order of the action's parameters. Omitted arguments take the parameter's default, or stay absent. */
  arguments: { parameter: string; value: ArgumentValue }[];
  range: SourceRange;
}

export type ArgumentValue =
  | { kind: 'string'; value: string }
  | { kind: 'number'; value: Rational; text: string }
  | { kind: 'duration'; value: Duration }
  | { kind: 'reference'; to: 'script' | 'role' | 'campaign' | 'tier' | 'lexicon' | 'risk' | 'category'; name: string }
  /** What the clause matched: the members whose events made it true, the messages that did, the member evaluated. */
  | { kind: 'matched'; what: 'sender' | 'message' | 'member' };

export interface SignalDefinition extends Named {
  alias: string | null;
  /** Base signals have no parts. */
  parts: { signal: string; where: EventCondition | null }[];
}

export interface MetricDefinition extends Named {
  alias: string | null;
  unit: Unit;
  /** The definition as written. */
  text: string;
}

export interface ActionDefinition extends Named {
  alias: string | null;
  parameters: { name: string; default: ArgumentValue | null }[];
  needs: string[];
  /** Base signals that the member can no longer send after this action. */
  prevents: string[];
}

export interface LexiconDefinition extends Named {
  words: readonly string[];
}

export interface RoleDefinition extends Named {
  /** Its members' role if the log does not give one: `staff`, unless this role is named after another value of the field `role`. */
  standing: 'member' | 'staff' | 'owner' | 'bot';
  /** Ids or names. */
  members: string[];
}

export interface ToolDefinition extends Named {
  provides: string[];
}

export interface ScriptDefinition extends Named {
  body: string;
}

export interface Scenario {
  title: string;
  group: string;
  events: ScenarioEvent[];
  /** Paths of logs, relative to the entry file's folder. */
  logs: string[];
  expectations: Expectation[];
  /** Files with the expected whole result; paths relative to the entry file's folder. */
  snapshots: { path: string; range: SourceRange }[];
  range: SourceRange;
}

export interface ScenarioEvent {
  at: LocalDateTime;
  member: string;
  /** A base signal. */
  signal: string;
  fields: { field: EventField; value: string }[];
  times: number;
  range: SourceRange;
}

/**
 * `on` is a local date or date-time; null = any time. With `until`, any time in between, both ends inclusive, dates as whole days.
 * `count` bounds how often the claim holds (`SEMANTICS.md`, "Scenarios"); null = at least once, or never if `negated`.
 */
export type Expectation = {
  negated: boolean;
  count: { bound: 'least' | 'most'; times: number } | null;
  on: LocalDate | LocalDateTime | null;
  until: LocalDate | LocalDateTime | null;
  range: SourceRange;
} & (
  | { kind: 'risk'; risk: string }
  /** null: any member. */
  | { kind: 'tier'; tier: string; member: string | null }
  | { kind: 'breach'; health: string }
  | { kind: 'action'; action: string; member: string | null }
  | { kind: 'stage'; stage: string }
  | { kind: 'mix'; verdict: 'kept' | 'missed'; period: Period }
);
