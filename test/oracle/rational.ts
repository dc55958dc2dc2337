/** Exact rationals of any size: `numerator / denominator`, denominator > 0, in lowest terms. */
import type { Rational as PolicyRational } from '@steward/numbers';

export interface Exact {
  numerator: bigint;
  denominator: bigint;
}

export const ZERO: Exact = { numerator: 0n, denominator: 1n };

/** @throws RangeError if the denominator is zero, which callers check first */
export function exact(numerator: bigint | number, denominator: bigint | number = 1n): Exact {
  let n = BigInt(numerator);
  let d = BigInt(denominator);
  if (d === 0n) throw new RangeError('a rational with denominator 0');
  if (d < 0n) {
    n = -n;
    d = -d;
  }
  const divisor = greatestCommonDivisor(n < 0n ? -n : n, d);
  return { numerator: n / divisor, denominator: d / divisor };
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}

export function fromPolicy(rational: PolicyRational): Exact {
  return exact(rational.numerator, rational.denominator);
}

export function toPolicy(value: Exact): PolicyRational {
  return { numerator: Number(value.numerator), denominator: Number(value.denominator) };
}

export function add(a: Exact, b: Exact): Exact {
  return exact(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function subtract(a: Exact, b: Exact): Exact {
  return add(a, negate(b));
}

export function negate(a: Exact): Exact {
  return { numerator: -a.numerator, denominator: a.denominator };
}

export function multiply(a: Exact, b: Exact): Exact {
  return exact(a.numerator * b.numerator, a.denominator * b.denominator);
}

export function divide(a: Exact, b: Exact): Exact {
  return exact(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** Negative if a < b, zero if equal, positive if a > b. */
export function compare(a: Exact, b: Exact): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

/** The smallest integer not below the value. */
export function ceiling(value: Exact): bigint {
  const whole = value.numerator / value.denominator;
  const isWhole = whole * value.denominator === value.numerator;
  return isWhole || value.numerator < 0n ? whole : whole + 1n;
}
