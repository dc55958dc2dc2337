/**
 * Values of literals. A part that was lost to a syntax error, or that no double holds, counts as 0: it has a
 * diagnostic of its own.
 */
import { parseDecimal, type Rational, ratio } from '@steward/numbers';
import { type Duration, durationMicros, parseDuration } from '@steward/time';

const ZERO = ratio(0);

/** `0.8` → 4/5. */
export function rationalOf(decimal: string): Rational {
  return parseDecimal(decimal) ?? ZERO;
}

/** `40%` → 2/5. */
export function shareOf(percent: string): Rational {
  return parseDecimal(percent.replace(/%$/, ''), 100) ?? ZERO;
}

export function durationOf(canonical: string): Duration {
  return parseDuration(canonical) ?? { amount: 0, unit: 's' };
}

/** Microseconds over 1. */
export function durationRational(canonical: string): Rational {
  return ratio(durationMicros(durationOf(canonical)));
}
