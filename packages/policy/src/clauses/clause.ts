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

/** Properties of a rule that are a length of time, or null where none is written. */
type LengthProperty<Rule> = Rule extends object
  ? { [Property in keyof Rule]-?: [NonNullable<Rule[Property]>] extends [Duration] ? Property : never }[keyof Rule]
  : never;

/** Kinds whose rules have a length of time. */
export type LengthKind = {
  [Kind in ClauseKind]: [LengthProperty<ClauseRules[Kind]>] extends [never] ? never : Kind;
}[ClauseKind];

/** The names of a kind's lengths: `for`, `cooldown`. */
export type LengthName<Kind extends LengthKind = LengthKind> = {
  [Each in Kind]: LengthProperty<ClauseRules[Each]> & string;
}[Kind];

/**
 * How a sweep moves a length: `at least` takes effect on the first whole day that reaches it, `at most` on the last one within it.
 * `never`: every value gives another outcome, so there is nothing to sweep.
 */
export type Sweeping = 'at least' | 'at most' | 'never';

/** A length that a clause has. */
export interface Length {
  name: LengthName;
  value: Duration;
  sweeping: Sweeping;
}

/** One clause of a kind. */
export interface ClauseOf<Kind extends ClauseKind> {
  kind: Kind;
  /**
   * Stays while the text around the clause changes: `Vip/tier/Core`, `Vip/health/activity/goal/1`, `Vip/cap/ads`. One clause, one key:
   * where two of a section would share a name, the later ones count on, `Vip/cap/ads#2`.
   */
  key: string;
  /** As the rules name it; of a part that has no name, the name of the whole. */
  name: string;
  /** The named declaration that it is or stands in: of a goal the health dimension, of a mix the group. */
  owner: Named;
  range: SourceRange;
  /** Of a part, where the clause stands that it is part of. */
  parent: SourceRange | null;
  rule: ClauseRules[Kind];
  /** From the group to the rule, by properties and indexes: `['health', 0, 'goals', 1]`. */
  path: readonly (string | number)[];
  /** The indexes of the path: the third tier is [2], its first task [2, 0]. */
  place: readonly number[];
  /** null where it has none, and where it is always true. */
  condition: Condition | null;
  /** How long the condition, or the breach that it answers, has to last; null where it need not. */
  patience: Duration | null;
  /** Every length of time that it has, its patience among them. */
  lengths: readonly Length[];
  /** The actions that it calls. */
  calls: readonly ActionCall[];
}

/** One clause of a group's rules, told apart by its kind. */
export type Clause<Kind extends ClauseKind = ClauseKind> = { [Each in Kind]: ClauseOf<Each> }[Kind];
