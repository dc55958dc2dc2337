/** Exact comparison of shares with targets. */
import { add, compare, exactOf, negate, type Rational, sign } from '@steward/numbers';

/** The edge of the tolerance counts as within. */
export function withinTolerance(target: Rational, actual: Rational, tolerance: Rational): boolean {
  const difference = add(exactOf(actual), negate(exactOf(target)));
  const distance = sign(difference) < 0 ? negate(difference) : difference;
  return compare(distance, exactOf(tolerance)) <= 0;
}
