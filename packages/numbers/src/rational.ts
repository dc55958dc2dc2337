/** Exact fractions as plain data: what rules and results hold. {@link Exact} computes with them. */

/**
 * `numerator / denominator`, both integers, denominator > 0, in lowest terms. `40%` is 2/5, `0.8` is 4/5.
 * Durations are whole microseconds over 1.
 */
export interface Rational {
  numerator: number;
  denominator: number;
}

const DECIMAL = /^(\d+)(?:\.(\d+))?$/;

/** `numerator / denominator` in lowest terms. @param numerator a whole safe number @param denominator likewise, above 0 */
export function ratio(numerator: number, denominator = 1): Rational {
  const divisor = commonDivisor(Math.abs(numerator), denominator);
  return { numerator: numerator / divisor + 0, denominator: denominator / divisor };
}

function commonDivisor(left: number, right: number): number {
  let [larger, smaller] = [left, right];
  while (smaller !== 0) [larger, smaller] = [smaller, larger % smaller];
  return Math.max(larger, 1);
}

/**
 * `0.8` → 4/5. null if the text is not a decimal, or too large for a double.
 * @param scale how many of the text's units make one: 100 for percents
 */
export function parseDecimal(text: string, scale = 1): Rational | null {
  const [, whole, fraction = ''] = DECIMAL.exec(text) ?? [];
  if (whole === undefined) return null;
  const [numerator, denominator] = [Number(whole + fraction), 10 ** fraction.length * scale];
  return Number.isFinite(numerator) && Number.isFinite(denominator) ? ratio(numerator, denominator) : null;
}

/** `40%` → 2/5. */
export function parsePercent(text: string): Rational | null {
  return text.endsWith('%') ? parseDecimal(text.slice(0, -1), 100) : null;
}

/** Rounded to the nearest double. */
export function toNumber({ numerator, denominator }: Rational): number {
  return numerator / denominator;
}
