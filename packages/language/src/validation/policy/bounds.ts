/**
 * Bounds on quantities that hold in every log.
 * Never too narrow: a comparison reported as never true never is.
 */
import {
  type Aggregate,
  type Arithmetic,
  type ConditionLeaf,
  type Quantity,
  shapeKey,
  type Window,
} from '@steward/policy';
import { DAY, durationDays, durationMicros } from '@steward/time';

/** Closed interval. Counts and ratios as they are, durations in microseconds. */
export interface Bounds {
  lo: number;
  hi: number;
}

const ANYTHING: Bounds = { lo: -Infinity, hi: Infinity };
const NOT_NEGATIVE: Bounds = { lo: 0, hi: Infinity };
const LONGEST_PERIOD_DAYS = { hour: 1, day: 1, week: 7, month: 31 } as const;
/** Number of values of fields with a closed list. */
const DISTINCT_VALUES: Readonly<Record<string, number>> = { role: 4, media: 20 };

export function boundsOf(quantity: Quantity): Bounds {
  switch (quantity.kind) {
    case 'constant': {
      const value = quantity.value.numerator / quantity.value.denominator;
      return { lo: value, hi: value };
    }
    case 'intrinsic':
      return NOT_NEGATIVE;
    case 'aggregate':
      return boundsOfAggregate(quantity);
    case 'metric':
      return boundsOf(quantity.body);
    case 'arithmetic':
      return boundsOfArithmetic(quantity);
  }
}

function boundsOfAggregate(aggregate: Aggregate): Bounds {
  switch (aggregate.function) {
    case 'sum':
    case 'average':
      return ANYTHING;
    case 'days':
      return { lo: 0, hi: longestDays(aggregate.window) };
    case 'distinct':
      return { lo: 0, hi: DISTINCT_VALUES[aggregate.field ?? ''] ?? Infinity };
    default:
      return NOT_NEGATIVE;
  }
}

/** The maximum number of local days that a window can touch. */
function longestDays(window: Window): number {
  if (window.kind === 'period') return LONGEST_PERIOD_DAYS[window.period];
  if (window.kind !== 'trailing') return Infinity;
  const days = durationDays(window.duration);
  if (days !== null) return days;
  return Math.ceil(durationMicros(window.duration) / DAY) + 1;
}

function boundsOfArithmetic(sum: Arithmetic): Bounds {
  if (sum.operator === '/' && isPartOfWhole(sum)) return { lo: 0, hi: 1 };
  const left = boundsOf(sum.left);
  const right = boundsOf(sum.right);
  switch (sum.operator) {
    case '+':
      return { lo: left.lo + right.lo, hi: left.hi + right.hi };
    case '-':
      return { lo: left.lo - right.hi, hi: left.hi - right.lo };
    case '*':
      return hull(left, right, (x, y) => (x === 0 || y === 0 ? 0 : x * y));
    case '/':
      if (right.lo > 0 || right.hi < 0) return hull(left, right, (x, y) => (Number.isFinite(y) ? x / y : 0));
      return left.lo >= 0 && right.lo >= 0 ? NOT_NEGATIVE : ANYTHING;
  }
}

function hull(left: Bounds, right: Bounds, apply: (x: number, y: number) => number): Bounds {
  const corners = [
    apply(left.lo, right.lo),
    apply(left.lo, right.hi),
    apply(left.hi, right.lo),
    apply(left.hi, right.hi),
  ];
  return { lo: Math.min(...corners), hi: Math.max(...corners) };
}

/** `count(message where …) / count(message)`: what is counted above is counted below too. */
function isPartOfWhole({ left, right }: Arithmetic): boolean {
  if (left.kind !== 'aggregate' || right.kind !== 'aggregate') return false;
  if (left.function !== 'count' || right.function !== 'count') return false;
  if (JSON.stringify(left.window) !== JSON.stringify(right.window)) return false;
  if (left.scope === 'group' && right.scope === 'member') return false;
  return left.parts.every((part) =>
    right.parts.some(
      (whole) =>
        whole.signal === part.signal && (whole.where === null || shapeKey(whole.where) === shapeKey(part.where)),
    ),
  );
}

export type Verdict = 'never' | 'always' | 'open';

/** Whether a comparison of two bounded quantities is settled before any log is read. */
export function settle(operator: '<' | '<=' | '>' | '>=' | '==' | '!=', left: Bounds, right: Bounds): Verdict {
  switch (operator) {
    case '<':
      return verdict(left.hi < right.lo, left.lo >= right.hi);
    case '<=':
      return verdict(left.hi <= right.lo, left.lo > right.hi);
    case '>':
      return verdict(left.lo > right.hi, left.hi <= right.lo);
    case '>=':
      return verdict(left.lo >= right.hi, left.hi < right.lo);
    case '==':
      return verdict(isPoint(left) && isPoint(right) && left.lo === right.lo, left.hi < right.lo || left.lo > right.hi);
    case '!=':
      return verdict(left.hi < right.lo || left.lo > right.hi, isPoint(left) && isPoint(right) && left.lo === right.lo);
  }
}

function verdict(always: boolean, never: boolean): Verdict {
  if (always) return 'always';
  return never ? 'never' : 'open';
}

function isPoint(bounds: Bounds): boolean {
  return bounds.lo === bounds.hi && Number.isFinite(bounds.lo);
}

/** Whether a comparison, trend or rank is settled by itself. */
export function verdictOf(leaf: ConditionLeaf): Verdict {
  switch (leaf.kind) {
    case 'compare':
      return settle(leaf.operator, boundsOf(leaf.left), boundsOf(leaf.right));
    case 'trend': {
      const by = leaf.by.numerator / leaf.by.denominator;
      const fallsBelowZero = leaf.direction === 'falls' && by > 1 && boundsOf(leaf.measure).lo >= 0;
      return fallsBelowZero ? 'never' : 'open';
    }
    case 'rank': {
      const { limit } = leaf;
      if (limit.kind === 'places') return limit.places === 0 ? 'never' : 'open';
      if (limit.share.numerator === 0) return 'never';
      return leaf.direction === 'bottom' && limit.share.numerator >= limit.share.denominator ? 'always' : 'open';
    }
  }
}
