/** Intervals of exact rationals, with arithmetic and comparison. An infinite end is never a value of the interval. */
import type { Arithmetic, ComparisonOperator } from '@steward/policy';
import { add, compare, divide, type Exact, exact, multiply, negate, ZERO } from './rational.ts';
import { not, type Truth } from './truth.ts';

export type Bound = Exact | '-infinity' | '+infinity';

export interface Interval {
  lo: Bound;
  hi: Bound;
}

export const ANYTHING: Interval = { lo: '-infinity', hi: '+infinity' };

export function point(value: Exact): Interval {
  return { lo: value, hi: value };
}

export function whole(value: number): Interval {
  return point(exact(value));
}

export function atLeast(value: Exact): Interval {
  return { lo: value, hi: '+infinity' };
}

/** The interval's only value; null if it has more. */
export function exactly(interval: Interval): Exact | null {
  if (typeof interval.lo === 'string' || typeof interval.hi === 'string') return null;
  return compare(interval.lo, interval.hi) === 0 ? interval.lo : null;
}

function compareBounds(a: Bound, b: Bound): number {
  if (typeof a !== 'string' && typeof b !== 'string') return compare(a, b);
  return rank(a) - rank(b);
}

function rank(bound: Bound): number {
  if (bound === '-infinity') return -1;
  return bound === '+infinity' ? 1 : 0;
}

export function arithmetic(operator: Arithmetic['operator'], a: Interval, b: Interval): Interval {
  switch (operator) {
    case '+':
      return { lo: addBounds(a.lo, b.lo), hi: addBounds(a.hi, b.hi) };
    case '-':
      return { lo: addBounds(a.lo, negateBound(b.hi)), hi: addBounds(a.hi, negateBound(b.lo)) };
    case '*':
      return hull(a, b, multiplyBounds);
    case '/':
      return holdsZero(b) ? ANYTHING : hull(a, b, divideBounds);
  }
}

function holdsZero(interval: Interval): boolean {
  return compareBounds(interval.lo, ZERO) <= 0 && compareBounds(interval.hi, ZERO) >= 0;
}

/** The smallest interval that contains the results for all four pairs of ends. */
function hull(a: Interval, b: Interval, apply: (x: Bound, y: Bound) => Bound): Interval {
  const results = [apply(a.lo, b.lo), apply(a.lo, b.hi), apply(a.hi, b.lo), apply(a.hi, b.hi)];
  const [first, ...rest] = results.sort(compareBounds);
  const lo = first ?? ZERO;
  return { lo, hi: rest.at(-1) ?? lo };
}

/** Never called with opposite infinities: a low end is never `+infinity`, a high end never `-infinity`. */
function addBounds(a: Bound, b: Bound): Bound {
  if (typeof a === 'string') return a;
  return typeof b === 'string' ? b : add(a, b);
}

function negateBound(bound: Bound): Bound {
  if (bound === '-infinity') return '+infinity';
  return bound === '+infinity' ? '-infinity' : negate(bound);
}

function sign(bound: Bound): number {
  return Math.sign(compareBounds(bound, ZERO));
}

function multiplyBounds(a: Bound, b: Bound): Bound {
  if (typeof a !== 'string' && typeof b !== 'string') return multiply(a, b);
  const product = sign(a) * sign(b);
  if (product === 0) return ZERO;
  return product < 0 ? '-infinity' : '+infinity';
}

/** The divisor is never zero here. */
function divideBounds(a: Bound, b: Bound): Bound {
  if (typeof b === 'string') return ZERO;
  if (typeof a !== 'string') return divide(a, b);
  return sign(a) * sign(b) < 0 ? '-infinity' : '+infinity';
}

/** True if the comparison holds for every pair of values, false if for none, else unknown. */
export function compareIntervals(operator: ComparisonOperator, a: Interval, b: Interval): Truth {
  switch (operator) {
    case '<':
      return isBelow(a, b);
    case '>':
      return isBelow(b, a);
    case '<=':
      return not(isBelow(b, a));
    case '>=':
      return not(isBelow(a, b));
    case '==':
      return isEqual(a, b);
    case '!=':
      return not(isEqual(a, b));
  }
}

/** If both ends are infinite there are values on either side, so neither is certain. */
function isBelow(a: Interval, b: Interval): Truth {
  if (a.hi !== '+infinity' && b.lo !== '-infinity' && compareBounds(a.hi, b.lo) < 0) return true;
  if (a.lo !== '-infinity' && b.hi !== '+infinity' && compareBounds(a.lo, b.hi) >= 0) return false;
  return null;
}

function isEqual(a: Interval, b: Interval): Truth {
  const disjoint = isBelow(a, b) === true || isBelow(b, a) === true;
  if (disjoint) return false;
  return exactly(a) !== null && exactly(b) !== null ? true : null;
}
