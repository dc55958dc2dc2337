/** Amounts: non-negative decimals with at most four places, kept as whole ten-thousandths. */
import { AMOUNT_SCALE } from '@steward/events';

export type AmountFault = 'notANumber' | 'negative' | 'tooManyDecimals' | 'tooLarge';

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d*))?$/;
const SCIENTIFIC = /^([+-]?)(\d+)(?:\.(\d*))?[eE]([+-]?\d{1,3})$/;
const PLACES = 4;

/** Whole ten-thousandths stay exact in a double up to here. */
export const LARGEST_AMOUNT = Math.floor(Number.MAX_SAFE_INTEGER / AMOUNT_SCALE);

export function parseAmount(text: string): { amount: number } | { fault: AmountFault } {
  const parts = DECIMAL.exec(plain(text));
  if (!parts) return { fault: 'notANumber' };
  const [, sign, whole = '', fraction = ''] = parts;
  const significant = fraction.replace(/0+$/, '');
  if (sign === '-' && /[1-9]/.test(whole + fraction)) return { fault: 'negative' };
  if (significant.length > PLACES) return { fault: 'tooManyDecimals' };
  if (Number(whole) >= LARGEST_AMOUNT) return { fault: 'tooLarge' };
  return { amount: Number(whole + significant.padEnd(PLACES, '0')) };
}

/** `1.5e-3`, as some writers print numbers, spelt out; anything else as it is. */
function plain(text: string): string {
  const parts = SCIENTIFIC.exec(text);
  if (!parts) return text;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts;
  const point = whole.length + Number(exponent);
  const digits = (whole + fraction)
    .padEnd(point, '0')
    .padStart(whole.length + fraction.length - Math.min(point, 0), '0');
  const split = Math.max(point, 0);
  return `${sign}${digits.slice(0, split) || '0'}.${digits.slice(split)}`;
}
