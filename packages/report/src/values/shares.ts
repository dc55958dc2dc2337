/** Shares against their targets, exactly. */
import type { Rational } from '@steward/numbers';

/** A share on the edge of the tolerance is within it. */
export function withinTolerance(target: Rational, actual: Rational, tolerance: Rational): boolean {
  const difference =
    BigInt(actual.numerator) * BigInt(target.denominator) - BigInt(target.numerator) * BigInt(actual.denominator);
  const distance = difference < 0n ? -difference : difference;
  const left = distance * BigInt(tolerance.denominator);
  const right = BigInt(tolerance.numerator) * BigInt(actual.denominator) * BigInt(target.denominator);
  return left <= right;
}
