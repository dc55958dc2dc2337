/**
 * Tests over filled slots, as closures. They run under a strict content security policy, and generated code falls back to them if a value is
 * not exact or a product could exceed 2^53.
 */
import { add, exact, multiply, negate, sign } from '@steward/numbers';
import type { ComparisonOperator } from '@steward/policy';
import {
  ANYTHING,
  and,
  combine,
  compares,
  FALSE,
  type Interval,
  isExact,
  not,
  or,
  point,
  TRUE,
  type Truth,
  UNKNOWN,
} from './interval.ts';
import type { Test, Value } from './plan.ts';

export type Slots = Float64Array;
export type Judge = (slots: Slots) => Truth;
export type Measure = (slots: Slots) => Interval;

function at(slots: Slots, index: number): number {
  return slots[index] ?? Number.NaN;
}

export function measure(value: Value): Measure {
  switch (value.kind) {
    case 'constant': {
      const constant = point(exact(value.numerator, value.denominator));
      return () => constant;
    }
    case 'leaf': {
      const { slot, scale } = value;
      return (slots) => ({ lo: scaled(at(slots, slot), scale), hi: scaled(at(slots, slot + 1), scale) });
    }
    case 'average': {
      const { slot, scale } = value;
      return (slots) => {
        const amounts = at(slots, slot + 1);
        return amounts > 0 ? point(exact(at(slots, slot), amounts * scale)) : ANYTHING;
      };
    }
    case 'arithmetic': {
      const left = measure(value.left);
      const right = measure(value.right);
      return (slots) => combine(value.operator, left(slots), right(slots));
    }
  }
}

function scaled(value: number, scale: number): { n: number; d: number } {
  return { n: value, d: Number.isFinite(value) ? scale : 1 };
}

export function judge(test: Test): Judge {
  switch (test.kind) {
    case 'and': {
      const left = judge(test.left);
      const right = judge(test.right);
      return (slots) => {
        const first = left(slots);
        return first === FALSE ? FALSE : and(first, right(slots));
      };
    }
    case 'or': {
      const left = judge(test.left);
      const right = judge(test.right);
      return (slots) => {
        const first = left(slots);
        return first === TRUE ? TRUE : or(first, right(slots));
      };
    }
    case 'not': {
      const operand = judge(test.operand);
      return (slots) => not(operand(slots));
    }
    case 'compare':
      return judgeComparison(test.operator, test.left, test.right);
    case 'trend':
      return judgeTrend(test);
    case 'rank':
      return judgeRank(test);
  }
}

function judgeComparison(operator: ComparisonOperator, left: Value, right: Value): Judge {
  if (left.kind === 'leaf' && right.kind === 'constant') {
    const limit = right.numerator * left.scale;
    if (right.denominator === 1 && Number.isSafeInteger(limit)) return againstWhole(operator, left.slot, limit);
  }
  const a = measure(left);
  const b = measure(right);
  return (slots) => compares(operator, a(slots), b(slots));
}

/** Fast path for the most common comparison, without allocations. */
function againstWhole(operator: ComparisonOperator, slot: number, limit: number): Judge {
  const below: Judge = (slots) => (at(slots, slot + 1) < limit ? TRUE : at(slots, slot) >= limit ? FALSE : UNKNOWN);
  const above: Judge = (slots) => (at(slots, slot) > limit ? TRUE : at(slots, slot + 1) <= limit ? FALSE : UNKNOWN);
  const equal: Judge = (slots) => {
    const lo = at(slots, slot);
    const hi = at(slots, slot + 1);
    if (hi < limit || lo > limit) return FALSE;
    return lo === hi ? TRUE : UNKNOWN;
  };
  switch (operator) {
    case '<':
      return below;
    case '>':
      return above;
    case '>=':
      return (slots) => not(below(slots));
    case '<=':
      return (slots) => not(above(slots));
    case '==':
      return equal;
    case '!=':
      return (slots) => not(equal(slots));
  }
}

function judgeTrend(test: Extract<Test, { kind: 'trend' }>): Judge {
  const current = measure(test.current);
  const base = measure(test.base);
  const by = exact(test.by.numerator, test.by.denominator);
  const factor = add(exact(1), test.direction === 'falls' ? negate(by) : by);
  const operator = test.direction === 'falls' ? '<=' : '>=';
  return (slots) => {
    if (at(slots, test.span) !== 1) return UNKNOWN;
    const earlier = base(slots);
    if (!isExact(earlier) || sign(earlier.lo) <= 0) return UNKNOWN;
    return compares(operator, current(slots), point(multiply(earlier.lo, factor)));
  };
}

function judgeRank(test: Extract<Test, { kind: 'rank' }>): Judge {
  const value = measure(test.measure);
  const operator = test.direction === 'top' ? '>=' : '<=';
  return (slots) => {
    const own = value(slots);
    const zero = isExact(own) && sign(own.lo) === 0;
    if (test.direction === 'top' && zero) return FALSE;
    if (at(slots, test.slot + 2) !== 1) return UNKNOWN;
    if (test.direction === 'top' && sign(own.lo) < 0) return FALSE;
    return compares(operator, own, point(exact(at(slots, test.slot), at(slots, test.slot + 1))));
  };
}
