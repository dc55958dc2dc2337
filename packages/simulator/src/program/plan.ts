/**
 * Conditions after compiling: what to read from a log (leaves) and how to judge it (tests over numbered slots).
 *
 * - Plain data with no source ranges: equal rules give equal plans, so the JSON of a plan is its key in a resident simulation.
 * - A leaf fills two neighbouring slots with whole numbers (or infinities), by its kind:
 *   the two ends of its interval; for `average` the sum and the number of amounts (0: unknown); for `span` 1 if a trend's
 *   earlier span is covered, else 0; for `rank` four: numerator and denominator of the cut, whether every member's value is exact.
 */
import type { Signal } from '@steward/events';
import type {
  AggregateFunction,
  ComparisonOperator,
  EventCondition,
  EventField,
  IntrinsicName,
  Window,
} from '@steward/policy';

export type Value =
  | { kind: 'leaf'; slot: number; scale: number }
  | { kind: 'average'; slot: number; scale: number }
  | { kind: 'constant'; numerator: number; denominator: number }
  | { kind: 'arithmetic'; operator: '+' | '-' | '*' | '/'; left: Value; right: Value };

export type Test =
  | { kind: 'and' | 'or'; left: Test; right: Test }
  | { kind: 'not'; operand: Test }
  | { kind: 'compare'; operator: ComparisonOperator; left: Value; right: Value }
  | {
      kind: 'trend';
      direction: 'rises' | 'falls';
      current: Value;
      base: Value;
      span: number;
      by: { numerator: number; denominator: number };
    }
  | { kind: 'rank'; direction: 'top' | 'bottom'; measure: Value; slot: number };

/** Selects events: a (possibly derived) signal with its filters. */
export interface StreamPlan {
  key: string;
  parts: { signal: number; where: EventCondition | null }[];
  signals: Signal[];
  /** Event fields that the filters read. */
  fields: EventField[];
  /** Also include events that may belong to the stream, as far as is known. */
  possible?: true;
}

export interface AggregateLeaf {
  kind: 'aggregate';
  function: AggregateFunction;
  stream: StreamPlan;
  field: EventField | null;
  scope: 'member' | 'group';
  window: Window;
  /** The preceding window, as in a trend's base. */
  earlier: boolean;
}

export interface IntrinsicLeaf {
  kind: 'intrinsic';
  name: IntrinsicName;
  window: Window;
  earlier: boolean;
}

export interface RankLeaf {
  kind: 'rank';
  direction: 'top' | 'bottom';
  limit: { kind: 'share'; numerator: number; denominator: number } | { kind: 'places'; places: number };
  measure: Value;
  /** The leaves of `measure`, in separate slots. */
  leaves: Leaf[];
  slots: number;
}

export type LeafRead = AggregateLeaf | IntrinsicLeaf | RankLeaf | { kind: 'span'; window: Window };

export interface Leaf {
  slot: number;
  key: string;
  read: LeafRead;
  /** Event fields that it reads, in filters and in what it counts. */
  fields: readonly EventField[];
  /** Whether it reads the group's age. */
  readsAge: boolean;
  /**
   * The constants that this leaf alone is compared with, if it is read in no other way: between them nothing that is
   * judged changes. null: any change of the value may matter.
   */
  thresholds: Threshold[] | null;
  /** Constants that this leaf alone is compared with, in addition to any other use. */
  constants: Threshold[];
}

export interface Threshold {
  numerator: number;
  denominator: number;
}

/** A condition over a table of slots. */
export interface Clause {
  /** null = always true. */
  test: Test | null;
  leaves: Leaf[];
  /** Base signals read, in the order of SIGNALS. */
  signals: Signal[];
  /** Event fields that filters and aggregates read. */
  fields: EventField[];
  /** Reads `since`, `age` or `tenure`. */
  usesStart: boolean;
  /** Windows that must be covered for exact values, without duplicates. */
  windows: { window: Window; earlier: boolean }[];
  /** Windows whose period may still be running. */
  periods: Window[];
}

/** Clauses that share their leaves. */
export interface ClauseTable {
  clauses: Clause[];
  leaves: Leaf[];
  slots: number;
}
