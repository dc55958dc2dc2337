/**
 * Amounts: non-negative decimals with at most four places, kept as whole ten-thousandths. Accepts what people and spreadsheets write: a
 * currency sign before or after, thousands separators, or a percentage.
 */

import { AMOUNT_SCALE } from '@steward/events';
import { halfWidthOf } from '@steward/text';

export type AmountFault = 'notANumber' | 'negative' | 'tooManyDecimals' | 'tooLarge';

const MONEY = '(?:HK\\$|US\\$|NT\\$|[¥￥$€£]|CNY|RMB|USD|HKD|TWD|人民币|元|块|圆)';
const NUMBER = '\\d{1,3}(?:[,，]\\d{3})+(?:\\.\\d*)?|\\d+(?:\\.\\d*)?(?:[eE][+-]?\\d{1,3})?';
const WRITTEN = new RegExp(`^([+-]?) ?${MONEY}? ?([+-]?)(${NUMBER}) ?(?:(%|％)|${MONEY})?$`, 'i');
const DECIMAL = /^(\d+)(?:\.(\d*))?$/;
const SCIENTIFIC = /^(\d+)(?:\.(\d*))?[eE]([+-]?\d{1,3})$/;
/** Digits, point and signs as Chinese input methods type them. */
const FULL_WIDTH = /[０-９．＋－]/g;
const PLACES = 4;

/** Whole ten-thousandths stay exact in a double up to here. */
export const LARGEST_AMOUNT = Math.floor(Number.MAX_SAFE_INTEGER / AMOUNT_SCALE);

export function parseAmount(text: string): { amount: number } | { fault: AmountFault } {
  const written = WRITTEN.exec(text.replace(FULL_WIDTH, halfWidthOf));
  if (!written) return { fault: 'notANumber' };
  const [, before = '', inside = '', number = '', percent] = written;
  if (before !== '' && inside !== '') return { fault: 'notANumber' };
  const plain = spelledOut(number.replace(/[,，]/g, ''), percent === undefined ? 0 : -2);
  const [, whole = '', fraction = ''] = DECIMAL.exec(plain) ?? [];
  const significant = fraction.replace(/0+$/, '');
  if (before + inside === '-' && /[1-9]/.test(whole + fraction)) return { fault: 'negative' };
  if (significant.length > PLACES) return { fault: 'tooManyDecimals' };
  if (Number(whole) >= LARGEST_AMOUNT) return { fault: 'tooLarge' };
  return { amount: Number(whole + significant.padEnd(PLACES, '0')) };
}

/** `1.5e-3`, as some writers print numbers, in digits alone. @param shift places by which the point moves to the right */
function spelledOut(number: string, shift: number): string {
  const parts = SCIENTIFIC.exec(number) ?? (shift === 0 ? null : SCIENTIFIC.exec(`${number}e0`));
  if (!parts) return number;
  const [, whole = '', fraction = '', exponent = '0'] = parts;
  const point = whole.length + Number(exponent) + shift;
  const digits = (whole + fraction)
    .padEnd(point, '0')
    .padStart(whole.length + fraction.length - Math.min(point, 0), '0');
  const split = Math.max(point, 0);
  return `${digits.slice(0, split) || '0'}.${digits.slice(split)}`;
}
