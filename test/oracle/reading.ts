/** What an expression reads: its aggregates, intrinsics, trends and comparisons, in order of appearance. */
import type { Aggregate, Condition, Intrinsic, Quantity, Trend, Window } from '@steward/policy';

export type Comparison = Extract<Condition, { kind: 'compare' }>;

export function aggregatesOf(condition: Condition): Aggregate[] {
  return quantitiesOf(condition).flatMap(aggregatesIn);
}

export function aggregatesIn(quantity: Quantity): Aggregate[] {
  return leavesOf(quantity).filter((leaf) => leaf.kind === 'aggregate');
}

export function intrinsicsOf(condition: Condition): Intrinsic[] {
  return quantitiesOf(condition)
    .flatMap(leavesOf)
    .filter((leaf) => leaf.kind === 'intrinsic');
}

export function trendsOf(condition: Condition): Trend[] {
  return partsOf(condition).filter((part) => part.kind === 'trend');
}

/** Comparisons and trends, which are what a goal shows values for. */
export function measuredOf(condition: Condition): (Comparison | Trend)[] {
  return partsOf(condition).filter((part) => part.kind === 'compare' || part.kind === 'trend');
}

export function windowsOf(condition: Condition): Window[] {
  const leaves = quantitiesOf(condition).flatMap(leavesOf);
  return [
    ...leaves.filter((leaf) => leaf.kind !== 'constant').map((leaf) => leaf.window),
    ...trendsOf(condition).map((trend) => trend.window),
  ];
}

type Part = Exclude<Condition, { kind: 'and' | 'or' | 'not' }>;
type Leaf = Exclude<Quantity, { kind: 'arithmetic' | 'metric' }>;

function partsOf(condition: Condition): Part[] {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return [...partsOf(condition.left), ...partsOf(condition.right)];
    case 'not':
      return partsOf(condition.operand);
    default:
      return [condition];
  }
}

function quantitiesOf(condition: Condition): Quantity[] {
  return partsOf(condition).flatMap((part) => (part.kind === 'compare' ? [part.left, part.right] : [part.measure]));
}

function leavesOf(quantity: Quantity): Leaf[] {
  switch (quantity.kind) {
    case 'metric':
      return leavesOf(quantity.body);
    case 'arithmetic':
      return [...leavesOf(quantity.left), ...leavesOf(quantity.right)];
    default:
      return [quantity];
  }
}

/** The quantity behind any metric names. */
export function unnamed(quantity: Quantity): Quantity {
  return quantity.kind === 'metric' ? unnamed(quantity.body) : quantity;
}

/** A measure's name in results. */
export function textOf(quantity: Quantity): string {
  switch (quantity.kind) {
    case 'constant':
      return quantity.text;
    case 'metric':
      return withWindow(quantity.metric, quantity.window);
    case 'intrinsic':
      return withWindow(quantity.name, quantity.window);
    case 'aggregate': {
      const field = quantity.field === null ? '' : `.${quantity.field}`;
      return withWindow(`${quantity.function}(${quantity.signal}${field})`, quantity.window);
    }
    case 'arithmetic':
      return `${operandText(quantity.left)} ${quantity.operator} ${operandText(quantity.right)}`;
  }
}

function operandText(quantity: Quantity): string {
  return quantity.kind === 'arithmetic' ? `(${textOf(quantity)})` : textOf(quantity);
}

function withWindow(name: string, window: Window): string {
  if (window.kind === 'trailing') return `${name} in ${window.duration.amount}${window.duration.unit}`;
  return window.kind === 'period' ? `${name} per ${window.period}` : name;
}
