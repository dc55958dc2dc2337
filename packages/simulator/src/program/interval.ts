/** Interval arithmetic and three-valued logic, as `SEMANTICS.md` ("Quantities", "Conditions") has them. */
import { add, compare, type Exact, INFINITE, invert, MINUS_INFINITE, multiply, negate, sign } from '@steward/numbers';
import type { ComparisonOperator } from '@steward/policy';

export interface Interval {
  lo: Exact;
  hi: Exact;
}

export const FALSE = 0;
export const TRUE = 1;
export const UNKNOWN = 2;
export type Truth = typeof FALSE | typeof TRUE | typeof UNKNOWN;

export const ANYTHING: Interval = { lo: MINUS_INFINITE, hi: INFINITE };

export function point(value: Exact): Interval {
  return { lo: value, hi: value };
}

export function isExact(value: Interval): boolean {
  return compare(value.lo, value.hi) === 0;
}

function hull(values: Exact[]): Interval {
  let lo = values[0] ?? MINUS_INFINITE;
  let hi = lo;
  for (const value of values) {
    if (compare(value, lo) < 0) lo = value;
    if (compare(value, hi) > 0) hi = value;
  }
  return { lo, hi };
}

export function combine(operator: '+' | '-' | '*' | '/', a: Interval, b: Interval): Interval {
  switch (operator) {
    case '+':
      return { lo: add(a.lo, b.lo), hi: add(a.hi, b.hi) };
    case '-':
      return { lo: add(a.lo, negate(b.hi)), hi: add(a.hi, negate(b.lo)) };
    case '*':
      return products(a, b);
    case '/':
      if (sign(b.lo) <= 0 && sign(b.hi) >= 0) return ANYTHING;
      return products(a, { lo: invert(b.hi), hi: invert(b.lo) });
  }
}

function products(a: Interval, b: Interval): Interval {
  return hull([multiply(a.lo, b.lo), multiply(a.lo, b.hi), multiply(a.hi, b.lo), multiply(a.hi, b.hi)]);
}

export function not(truth: Truth): Truth {
  return truth === UNKNOWN ? UNKNOWN : truth === TRUE ? FALSE : TRUE;
}

export function and(a: Truth, b: Truth): Truth {
  if (a === FALSE || b === FALSE) return FALSE;
  return a === TRUE && b === TRUE ? TRUE : UNKNOWN;
}

export function or(a: Truth, b: Truth): Truth {
  if (a === TRUE || b === TRUE) return TRUE;
  return a === FALSE && b === FALSE ? FALSE : UNKNOWN;
}

/** True if it holds for every pair of values from the two intervals, false if it holds for none. */
export function compares(operator: ComparisonOperator, a: Interval, b: Interval): Truth {
  switch (operator) {
    case '<':
      return below(a, b);
    case '>':
      return below(b, a);
    case '>=':
      return not(below(a, b));
    case '<=':
      return not(below(b, a));
    case '==':
      return equal(a, b);
    case '!=':
      return not(equal(a, b));
  }
}

function below(a: Interval, b: Interval): Truth {
  if (compare(a.hi, b.lo) < 0) return TRUE;
  return compare(a.lo, b.hi) >= 0 ? FALSE : UNKNOWN;
}

function equal(a: Interval, b: Interval): Truth {
  if (compare(a.hi, b.lo) < 0 || compare(b.hi, a.lo) < 0) return FALSE;
  return isExact(a) && isExact(b) ? TRUE : UNKNOWN;
}
