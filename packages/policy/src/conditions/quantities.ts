/** What a condition measures: its comparisons, the constants in them, and every quantity, aggregate, window and filter inside. */
import type {
  Aggregate,
  ComparisonOperator,
  Condition,
  Constant,
  EventCondition,
  EventField,
  MetricUse,
  Quantity,
  Window,
} from '../expression.ts';
import type { SourceRange } from '../source.ts';
import { mirrored } from './operators.ts';
import { type LeafOf, leavesOf, type Path, placedLeavesOf } from './tree.ts';

export type Comparison = Extract<Condition, { kind: 'compare' }>;

/** A condition with no condition inside it: a comparison, a trend or a rank. */
export type ConditionLeaf = LeafOf<Condition>;

/** A comparison of a measure with a constant. */
export interface ConstantBound {
  comparison: Comparison;
  /** From the condition to the comparison. */
  path: Path;
  /** Whether the comparison sits under an odd number of `not`s. */
  negated: boolean;
  /** The place of the constant. */
  side: 'left' | 'right';
  constant: Constant;
  measure: Exclude<Quantity, Constant>;
  /** With the measure on the left. */
  operator: ComparisonOperator;
}

/** A use of a quantity. `range` is the text in the clause, never inside a metric's definition. */
export interface Used<Q extends Quantity> {
  quantity: Q;
  range: SourceRange;
  /** The outermost metric that leads to it. */
  metric: MetricUse | null;
}

/** A window and the measure it belongs to. */
export interface WindowUse {
  window: Window;
  range: SourceRange;
}

/** A filter of an aggregate, and the base signal whose events it tests. */
export interface Filter {
  signal: string;
  where: EventCondition;
}

/** A test whether a field has one of several values. */
export type ListField = Exclude<EventField, 'text' | 'amount'>;

/** All comparisons, in source order. */
export function comparisonsIn(condition: Condition): Comparison[] {
  return [...leavesOf(condition)].filter((leaf) => leaf.kind === 'compare');
}

/** All comparisons of a measure with a constant, in source order. */
export function boundsIn(condition: Condition): ConstantBound[] {
  return [...placedLeavesOf(condition)].flatMap(({ leaf, path, negated }) => {
    const bound = leaf.kind === 'compare' ? boundOf(leaf) : null;
    return bound === null ? [] : [{ ...bound, path, negated }];
  });
}

/** A comparison rewritten with the measure on the left; null unless exactly one side is a constant. */
function boundOf(comparison: Comparison): Omit<ConstantBound, 'path' | 'negated'> | null {
  const { left, right, operator } = comparison;
  if (right.kind === 'constant' && left.kind !== 'constant') {
    return { comparison, side: 'right', constant: right, measure: left, operator };
  }
  if (left.kind === 'constant' && right.kind !== 'constant') {
    return { comparison, side: 'left', constant: left, measure: right, operator: mirrored(operator) };
  }
  return null;
}

/** The quantities that a leaf compares, outermost. */
export function measuresOf(leaf: ConditionLeaf): Quantity[] {
  return leaf.kind === 'compare' ? [leaf.left, leaf.right] : [leaf.measure];
}

/** The quantities directly inside one: the sides of arithmetic, the body of a metric. */
export function partsOf(quantity: Quantity): readonly Quantity[] {
  switch (quantity.kind) {
    case 'arithmetic':
      return [quantity.left, quantity.right];
    case 'metric':
      return [quantity.body];
    default:
      return [];
  }
}

/** Every quantity inside `quantity`, including itself; a metric precedes its body. */
export function* quantitiesIn(quantity: Quantity, metric: MetricUse | null = null): Generator<Used<Quantity>> {
  yield { quantity, range: (metric ?? quantity).range, metric };
  const outermost = metric ?? (quantity.kind === 'metric' ? quantity : null);
  for (const part of partsOf(quantity)) yield* quantitiesIn(part, outermost);
}

/** Every aggregate inside `quantity`. */
export function* aggregatesIn(quantity: Quantity): Generator<Used<Aggregate>> {
  for (const used of quantitiesIn(quantity)) {
    if (used.quantity.kind === 'aggregate') yield { ...used, quantity: used.quantity };
  }
}

/** Every aggregate that the condition reads. */
export function* aggregatesOf(condition: Condition): Generator<Used<Aggregate>> {
  for (const leaf of leavesOf(condition)) {
    for (const measure of measuresOf(leaf)) yield* aggregatesIn(measure);
  }
}

/** The filters of everything the condition counts. */
export function* filtersOf(condition: Condition): Generator<Filter> {
  for (const { quantity } of aggregatesOf(condition)) {
    for (const { signal, where } of quantity.parts) if (where !== null) yield { signal, where };
  }
}

/** The windows of everything counted; a metric's window appears once, where the metric is used. */
export function* windowsOf(condition: Condition): Generator<WindowUse> {
  for (const leaf of leavesOf(condition)) {
    if (leaf.kind === 'trend') yield { window: leaf.window, range: leaf.measure.range };
    for (const measure of measuresOf(leaf)) {
      for (const { quantity, range } of quantitiesIn(measure)) {
        if (quantity.kind === 'aggregate' || quantity.kind === 'metric') yield { window: quantity.window, range };
      }
    }
  }
}

/** The event fields that the filter reads, in source order, except text and amount. */
export function fieldsOf(filter: EventCondition): ListField[] {
  return [...leavesOf(filter)].flatMap((leaf) => (leaf.kind === 'field-in' ? [leaf.field] : []));
}

/** The event fields that a condition reads, in filters and in aggregates. */
export function fieldsReadBy(condition: Condition): EventField[] {
  return [...aggregatesOf(condition)].flatMap(({ quantity: { field, parts } }) => [
    ...(field === null ? [] : [field]),
    ...parts.flatMap(({ where }) => (where === null ? [] : fieldsOf(where))),
  ]);
}
