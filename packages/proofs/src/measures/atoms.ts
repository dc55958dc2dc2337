/** Formulas that bound a single variable. */

import { type Fraction, floor, fraction, multiply } from '@steward/numbers/fraction';
import type { ComparisonOperator } from '@steward/policy';
import type { Formula } from '../solver/problem.ts';
import { allOf, anyOf, atLeast, atMost, DENSE_SCALE } from '../solver/problem.ts';

/** The operators that remain after splitting equalities. */
export type BoundOperator = '<' | '<=' | '>' | '>=';

/** Larger whole numbers lose precision. */
const LARGEST = BigInt(Number.MAX_SAFE_INTEGER) / 8n;

export function isTooLarge(value: bigint): boolean {
  return value > LARGEST || value < -LARGEST;
}

export function holdsAtZero(constant: Fraction, operator: BoundOperator): boolean {
  switch (operator) {
    case '<':
      return constant.numerator < 0n;
    case '<=':
      return constant.numerator <= 0n;
    case '>':
      return constant.numerator > 0n;
    case '>=':
      return constant.numerator >= 0n;
  }
}

/** `variable operator limit` over whole numbers. */
export function boundAtom(variable: number, operator: BoundOperator, limit: Fraction): Formula {
  const below = Number(floor(limit));
  const isWhole = limit.denominator === 1n;
  switch (operator) {
    case '<=':
      return atMost(variable, below);
    case '<':
      return atMost(variable, isWhole ? below - 1 : below);
    case '>':
      return atLeast(variable, below + 1);
    case '>=':
      return atLeast(variable, isWhole ? below : below + 1);
  }
}

/** null if it is not a multiple of one millionth. */
export function denseBound(value: Fraction): number | null {
  const scaledUp = multiply(value, fraction(BigInt(DENSE_SCALE), 1n));
  if (scaledUp.denominator !== 1n || scaledUp.numerator % 2n !== 0n || isTooLarge(scaledUp.numerator)) return null;
  return Number(scaledUp.numerator);
}

export function denseAtom(variable: number, operator: ComparisonOperator, bound: number): Formula {
  switch (operator) {
    case '==':
      return allOf([atLeast(variable, bound), atMost(variable, bound)]);
    case '!=':
      return anyOf([atMost(variable, bound - 1), atLeast(variable, bound + 1)]);
    case '<':
      return atMost(variable, bound - 1);
    case '<=':
      return atMost(variable, bound);
    case '>':
      return atLeast(variable, bound + 1);
    case '>=':
      return atLeast(variable, bound);
  }
}
