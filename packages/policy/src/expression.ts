/**
 * Expressions after checking: metrics expanded in place, derived signals flattened, every window explicit.
 * `packages/SEMANTICS.md` defines their meaning.
 */
import type { Rational } from '@steward/numbers';
import type { Duration, Period } from '@steward/time';
import type { SourceRange } from './source.ts';

/** Unit of a quantity: events, parts of a whole, microseconds, or none. */
export type Unit = 'count' | 'ratio' | 'duration' | 'number';

/** Event fields that a filter may read. */
export type EventField = 'member' | 'role' | 'media' | 'category' | 'text' | 'target' | 'about' | 'amount';

/**
 * The span an aggregate looks at.
 * - `trailing`: `in 7d` (local calendar days ending with the evaluated day) or `in 2h` (up to the instant).
 * - `period`: `per week`: the running period (in a risk) or the last completed one (elsewhere).
 * - `run`: the campaign's run, only in a campaign's `goal` without a window.
 * - `all`: everything since the log began.
 */
export type Window =
  | { kind: 'trailing'; duration: Duration }
  | { kind: 'period'; period: Period }
  | { kind: 'run' }
  | { kind: 'all' };

/** One base signal of a (possibly derived) signal with the filters under which an event of it counts; null filter = always. */
export interface SignalPart {
  signal: string;
  where: EventCondition | null;
}

export type AggregateFunction = 'count' | 'distinct' | 'days' | 'sum' | 'average' | 'since';

/** `count(interaction where …) in 7d`. `where` is already folded into every part. */
export interface Aggregate {
  kind: 'aggregate';
  function: AggregateFunction;
  /** An event that satisfies several parts counts once. No two parts share both base signal and filter. */
  parts: SignalPart[];
  /** The signal's name as written. */
  signal: string;
  /** Only for distinct, sum, average. */
  field: EventField | null;
  /** `member`: events whose actor is the member evaluated. `group`: all events of the group. */
  scope: 'member' | 'group';
  /** `all` for `since`. */
  window: Window;
  unit: Unit;
  range: SourceRange;
}

/** Head count, the group's age, a member's tenure, the members at the window's start, and those of them who stayed. */
export type IntrinsicName = 'members' | 'age' | 'tenure' | 'opening_members' | 'retained_members';

/** A quantity not counted from events. `window` matters in trends, whose base is read at the earlier window's end. */
export interface Intrinsic {
  kind: 'intrinsic';
  name: IntrinsicName;
  window: Window;
  unit: Unit;
  range: SourceRange;
}

export interface Constant {
  kind: 'constant';
  value: Rational;
  unit: Unit;
  /** As written: `40%`, `30d`. */
  text: string;
  range: SourceRange;
}

export interface Arithmetic {
  kind: 'arithmetic';
  operator: '+' | '-' | '*' | '/';
  left: Quantity;
  right: Quantity;
  unit: Unit;
  range: SourceRange;
}

/** A metric used by name: `body` is its definition with the window applied. Evaluates as `body`. */
export interface MetricUse {
  kind: 'metric';
  metric: string;
  window: Window;
  body: Quantity;
  unit: Unit;
  range: SourceRange;
}

export type Quantity = Aggregate | Intrinsic | Constant | Arithmetic | MetricUse;

/** A condition over a member (in tiers and tasks) or the group (elsewhere). Three-valued: true, false, unknown. */
export type Condition =
  | { kind: 'and' | 'or'; left: Condition; right: Condition; range: SourceRange }
  | { kind: 'not'; operand: Condition; range: SourceRange }
  | { kind: 'compare'; operator: ComparisonOperator; left: Quantity; right: Quantity; range: SourceRange }
  | Trend
  | Rank;

export type ComparisonOperator = '<' | '<=' | '>' | '>=' | '==' | '!=';

/** `messages per week falls by 20%`; every window inside `measure` equals `window` or is fixed by the metric. */
export interface Trend {
  kind: 'trend';
  direction: 'rises' | 'falls';
  measure: Quantity;
  window: Window;
  by: Rational;
  range: SourceRange;
}

/** `top 20% by active_days in 7d`, `bottom 3 by …`. Member scope only. */
export interface Rank {
  kind: 'rank';
  direction: 'top' | 'bottom';
  /** A share of the head count, or a number of places. */
  limit: { kind: 'share'; share: Rational } | { kind: 'places'; places: number };
  measure: Quantity;
  range: SourceRange;
}

/** A condition on one event. Three-valued: comparing a missing field is unknown, and unknown does not count. */
export type EventCondition =
  | { kind: 'and' | 'or'; left: EventCondition; right: EventCondition; range: SourceRange }
  | { kind: 'not'; operand: EventCondition; range: SourceRange }
  | { kind: 'contains'; words: readonly string[]; lexicon: string | null; range: SourceRange }
  | { kind: 'matches'; pattern: string; ignoreCase: boolean; range: SourceRange }
  | { kind: 'field-in'; field: Exclude<EventField, 'text' | 'amount'>; values: FieldValue[]; range: SourceRange }
  | { kind: 'field-compare'; operator: ComparisonOperator; value: Rational; range: SourceRange };

/**
 * A value that a field is compared with, with every spelling it is known by (`['ad', '广告']` for a category: name and label).
 * `==` is `field-in` of one value; `!=` is `not` of that. `field-compare` compares `amount`.
 */
export interface FieldValue {
  name: string;
  spellings: readonly string[];
}
