/** The kinds of clauses that a group's rules are made of. */
import type { Duration } from '@steward/time';
import type { Condition } from '../expression.ts';
import type {
  ActionCall,
  Ban,
  CadenceTarget,
  Campaign,
  Cap,
  Category,
  Escalation,
  Goal,
  GroupPolicy,
  HealthDimension,
  Lifecycle,
  Mix,
  Phase,
  Response,
  Risk,
  Slot,
  Stage,
  Task,
  Tier,
} from '../policy.ts';
import type { Named, SourceRange } from '../source.ts';

/** What the policy holds of each kind. */
export interface ClauseRules {
  group: GroupPolicy;
  capacity: number;
  nickname: NonNullable<GroupPolicy['nickname']>;
  tier: Tier;
  task: Task;
  category: Category;
  mix: Mix;
  cap: Cap;
  ban: Ban;
  slot: Slot;
  health: HealthDimension;
  goal: Goal;
  response: Response;
  risk: Risk;
  escalation: Escalation;
  campaign: Campaign;
  phase: Phase;
  'campaign-goal': Campaign['goals'][number];
  cadence: CadenceTarget;
  lifecycle: Lifecycle;
  stage: Stage;
  move: Lifecycle['moves'][number];
}

export type ClauseKind = keyof ClauseRules;

/** Kinds that hold a condition. */
export type ConditionKind = 'tier' | 'task' | 'goal' | 'risk' | 'campaign-goal' | 'stage';

/** Kinds that call actions. */
export type CallingKind = 'tier' | 'ban' | 'response' | 'risk' | 'phase';

/** Properties of a rule that hold a duration or null. */
type LengthProperty<Rule> = Rule extends object
  ? { [Property in keyof Rule]-?: [NonNullable<Rule[Property]>] extends [Duration] ? Property : never }[keyof Rule]
  : never;

/** Kinds whose rules have durations. */
export type LengthKind = {
  [Kind in ClauseKind]: [LengthProperty<ClauseRules[Kind]>] extends [never] ? never : Kind;
}[ClauseKind];

/** Names of a kind's durations: `for`, `cooldown`. */
export type LengthName<Kind extends LengthKind = LengthKind> = {
  [Each in Kind]: LengthProperty<ClauseRules[Each]> & string;
}[Kind];

/**
 * How a sweep moves a duration. `at least` applies from the first whole day that reaches it, `at most` until the last one within it.
 * `never`: not swept, because every value gives another outcome.
 */
export type Sweeping = 'at least' | 'at most' | 'never';

/** A duration of a clause. */
export interface Length {
  name: LengthName;
  value: Duration;
  sweeping: Sweeping;
}

/** One clause of a kind. */
export interface ClauseOf<Kind extends ClauseKind> {
  kind: Kind;
  /**
   * Unique, and stable while the text around the clause changes: `Vip/tier/Core`, `Vip/health/activity/goal/1`, `Vip/cap/ads`. Further
   * clauses of the same name in a section are numbered: `Vip/cap/ads#2`.
   */
  key: string;
  /** Name in the rules; an unnamed part has the name of its parent. */
  name: string;
  /** The enclosing named declaration: the health dimension of a goal, the group of a mix. */
  owner: Named;
  range: SourceRange;
  /** Range of the parent clause, if this is a part of one. */
  parent: SourceRange | null;
  rule: ClauseRules[Kind];
  /** Path from the group to the rule: `['health', 0, 'goals', 1]`. */
  path: readonly (string | number)[];
  /** The indexes in the path: the third tier is [2], its first task [2, 0]. */
  place: readonly number[];
  /** null if it has none or is always true. */
  condition: Condition | null;
  /** How long the condition (or, for a response, the breach) must last; null if not at all. */
  patience: Duration | null;
  /** All its durations, including its patience. */
  lengths: readonly Length[];
  /** The actions it calls. */
  calls: readonly ActionCall[];
}

/** A clause of a group's rules, discriminated by kind. */
export type Clause<Kind extends ClauseKind = ClauseKind> = { [Each in Kind]: ClauseOf<Each> }[Kind];
