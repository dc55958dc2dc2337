/** Shares against their targets, exactly. */
import { add, compare, exactOf, negate, type Rational, sign } from '@steward/numbers';

/** A share on the edge of the tolerance is within it. */
export function withinTolerance(target: Rational, actual: Rational, tolerance: Rational): boolean {
  const difference = add(exactOf(actual), negate(exactOf(target)));
  const distance = sign(difference) < 0 ? negate(difference) : difference;
  return compare(distance, exactOf(tolerance)) <= 0;
}
