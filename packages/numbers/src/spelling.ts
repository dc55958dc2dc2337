/** Numbers as people read them. Rounding happens here, at the very end. */
import { type Rational, toNumber } from './rational.ts';

/** `12,345`: the same grouping in English and Chinese. */
export function integerText(value: number): string {
  return Math.round(value)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `1,234.5`: at most `decimals`, without trailing zeros. */
export function decimalText(value: number, decimals: number): string {
  const [whole = '0', fraction = ''] = value.toFixed(decimals).split('.');
  const trimmed = fraction.replace(/0+$/, '');
  const sign = whole.startsWith('-') ? '-' : '';
  const grouped = sign + integerText(Math.abs(Number(whole)));
  return trimmed === '' ? grouped : `${grouped}.${trimmed}`;
}

/** `6.5%`, `40%`: at most `decimals`, one unless said otherwise. */
export function percentText(value: Rational, decimals = 1): string {
  return `${decimalText(toNumber(value) * 100, decimals)}%`;
}

/** No number in a rule has more digits; the thirteenth is where binary fractions begin to show. */
const SIGNIFICANT_DIGITS = 12;

/** As a rule writes it, without grouping: `0.8`, `1234.5`. */
export function plainText(value: number): string {
  return String(Number(value.toPrecision(SIGNIFICANT_DIGITS)));
}

/** As a rule writes it: `40%`, `33.25%`. */
export function plainPercent(value: Rational): string {
  return `${plainText((value.numerator * 100) / value.denominator)}%`;
}
