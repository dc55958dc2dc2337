/** Exact numbers as people read them. Rounding happens here, at the very end, and never hides on which side of a bound a value lies. */
import type { Rational } from '@steward/numbers';
import type { Unit } from '@steward/policy';
import type { Catalogue } from '../locale/catalogue.ts';

const MOST_DECIMALS = 6;
const DAY = 86_400_000_000;
const HOUR = 3_600_000_000;
const MINUTE = 60_000_000;
const SECOND = 1_000_000;

/** `12,345`: the same grouping in both languages. */
export function integer(value: number): string {
  return Math.round(value)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ',');
}

export function toNumber(value: Rational): number {
  return value.numerator / value.denominator;
}

/** `6.5%`, `40%`: one decimal where it is needed. */
export function percent(value: Rational): string {
  return `${decimal(toNumber(value) * 100, 1)}%`;
}

/** A part of a whole; null where the whole is nothing. */
export function share(part: number, whole: number): string | null {
  return whole === 0 ? null : percent({ numerator: part, denominator: whole });
}

/** At most `decimals`, without trailing zeros. */
export function decimal(value: number, decimals: number): string {
  const fixed = value.toFixed(decimals);
  const [whole = '0', fraction = ''] = fixed.split('.');
  const trimmed = fraction.replace(/0+$/, '');
  const sign = whole.startsWith('-') ? '-' : '';
  const grouped = sign + integer(Math.abs(Number(whole)));
  return trimmed === '' ? grouped : `${grouped}.${trimmed}`;
}

/** An exact value as {@link measured} writes it. */
export function quantity(value: Rational, unit: Unit, words: Catalogue, bound: Rational | null = null): string {
  return measured(toNumber(value), unit, words, bound === null ? null : toNumber(bound));
}

/**
 * A measure's value with as many decimals as it takes to tell it from `bound`, when the two differ.
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
    decimal(number, decimals) === decimal(other, decimals)
  ) {
    decimals += 1;
  }
  return decimal(number, decimals) + suffix;
}

/** The two greatest units of a length of time: `2d 3h`, `45min`. */
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
