/** Parses literals into exact numbers. */
import type { Rational } from '@steward/numbers';
import { type Duration, durationMicros } from '@steward/time';

/** `0.8` → 4/5. @param scale what to divide the text's number by: 100 for percentages */
export function rationalOf(decimal: string, scale = 1): Rational {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return reduce(Number(whole + fraction), 10 ** fraction.length * scale);
}

/** `40%` → 2/5. */
export function shareOf(percent: string): Rational {
  return rationalOf(percent.replace(/%$/, ''), 100);
}

export function durationOf(canonical: string): Duration {
  const [, amount = '0', unit = 's'] = /^(\d+)(\w+)$/.exec(canonical) ?? [];
  return { amount: Number(amount), unit: unit as Duration['unit'] };
}

/** Microseconds over 1. */
export function durationRational(canonical: string): Rational {
  return { numerator: durationMicros(durationOf(canonical)), denominator: 1 };
}

/** Invalid numbers (a part lost to an error) and infinite ones become 0; a diagnostic of their own reports them. */
function reduce(numerator: number, denominator: number): Rational {
  if (!Number.isFinite(numerator) || !Number.isFinite(denominator)) return { numerator: 0, denominator: 1 };
  const divisor = greatestCommonDivisor(numerator, denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

function greatestCommonDivisor(left: number, right: number): number {
  let [larger, smaller] = [left, right];
  while (smaller !== 0) [larger, smaller] = [smaller, larger % smaller];
  return Math.max(larger, 1);
}
