/** Fractions of unbounded whole numbers, always in lowest terms. `exact.ts` is quicker where doubles hold the numbers. */
import type { Rational } from './rational.ts';

export interface Fraction {
  numerator: bigint;
  /** Positive; in lowest terms. */
  denominator: bigint;
}

export const ZERO: Fraction = { numerator: 0n, denominator: 1n };
export const ONE: Fraction = { numerator: 1n, denominator: 1n };

export function fraction(numerator: bigint, denominator: bigint): Fraction {
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = commonDivisor(numerator, denominator);
  return { numerator: (sign * numerator) / divisor, denominator: (sign * denominator) / divisor };
}

export function ofRational({ numerator, denominator }: Rational): Fraction {
  return fraction(BigInt(numerator), BigInt(denominator));
}

export function add(left: Fraction, right: Fraction): Fraction {
  return fraction(
    left.numerator * right.denominator + right.numerator * left.denominator,
    left.denominator * right.denominator,
  );
}

export function multiply(left: Fraction, right: Fraction): Fraction {
  return fraction(left.numerator * right.numerator, left.denominator * right.denominator);
}

export function negate({ numerator, denominator }: Fraction): Fraction {
  return { numerator: -numerator, denominator };
}

/** @param value not 0 */
export function inverse({ numerator, denominator }: Fraction): Fraction {
  return fraction(denominator, numerator);
}

export function isZero(value: Fraction): boolean {
  return value.numerator === 0n;
}

/** The largest whole number not above `value`. */
export function floor({ numerator, denominator }: Fraction): bigint {
  const quotient = numerator / denominator;
  return numerator % denominator < 0n ? quotient - 1n : quotient;
}

export function commonDivisor(left: bigint, right: bigint): bigint {
  let [a, b] = [left < 0n ? -left : left, right < 0n ? -right : right];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? 1n : a;
}

export function leastMultiple(left: bigint, right: bigint): bigint {
  return (left * right) / commonDivisor(left, right);
}
