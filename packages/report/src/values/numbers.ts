/** Exact numbers as people read them. Rounding happens here, at the very end, and never hides on which side of a bound a value lies. */

import { decimalText, percentText, type Rational, toNumber } from '@steward/numbers';
import type { Unit } from '@steward/policy';
import { DAY, HOUR, MINUTE, SECOND } from '@steward/time';
import type { Catalogue } from '../locale/catalogue.ts';

const MOST_DECIMALS = 6;
/** A part of a whole; null if the whole is zero. */
export function share(part: number, whole: number): string | null {
  return whole === 0 ? null : percentText({ numerator: part, denominator: whole });
}

/** An exact value, formatted by {@link measured}. */
export function quantity(value: Rational, unit: Unit, words: Catalogue, bound: Rational | null = null): string {
  return measured(toNumber(value), unit, words, bound === null ? null : toNumber(bound));
}

/**
 * A measure's value with enough decimals to distinguish it from `bound`, if they differ.
 * @param value in the unit's own scale: durations in microseconds, ratios as fractions of 1
 */
export function measured(value: number, unit: Unit, words: Catalogue, bound: number | null = null): string {
  if (unit === 'duration') return elapsed(value, words);
  const scale = unit === 'ratio' ? 100 : 1;
  const suffix = unit === 'ratio' ? '%' : '';
  const number = value * scale;
  const other = bound === null ? null : bound * scale;
  let decimals = unit === 'ratio' ? 1 : 2;
  while (
    decimals < MOST_DECIMALS &&
    other !== null &&
    number !== other &&
    decimalText(number, decimals) === decimalText(other, decimals)
  ) {
    decimals += 1;
  }
  return decimalText(number, decimals) + suffix;
}

/** The two largest units of a duration: `2d 3h`, `45min`. */
export function elapsed(micros: number, words: Catalogue): string {
  const units: [number, (count: number) => string][] = [
    [DAY, words.days],
    [HOUR, words.hours],
    [MINUTE, words.minutes],
    [SECOND, words.seconds],
  ];
  const first = units.findIndex(([size]) => micros >= size);
  if (first < 0) return words.seconds(0);
  const parts: string[] = [];
  let rest = micros;
  for (const [size, say] of units.slice(first, first + 2)) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(say(count));
  }
  return parts.join(' ');
}
