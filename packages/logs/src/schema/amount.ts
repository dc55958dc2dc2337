/** Amounts: non-negative decimals with at most four places, kept as whole ten-thousandths. */
import { AMOUNT_SCALE } from '@steward/events';

export type AmountFault = 'notANumber' | 'negative' | 'tooManyDecimals' | 'tooLarge';

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d*))?$/;
const SCIENTIFIC = /^[+-]?\d+(?:\.\d*)?[eE][+-]?\d+$/;
const PLACES = 4;

/** Whole ten-thousandths stay exact in a double up to here. */
export const LARGEST_AMOUNT = Math.floor(Number.MAX_SAFE_INTEGER / AMOUNT_SCALE);

export function parseAmount(text: string): { amount: number } | { fault: AmountFault } {
  const parts = DECIMAL.exec(SCIENTIFIC.test(text) ? plain(text) : text);
  if (!parts) return { fault: 'notANumber' };
  const [, sign, whole = '', fraction = ''] = parts;
  const significant = fraction.replace(/0+$/, '');
  if (sign === '-' && /[1-9]/.test(whole + fraction)) return { fault: 'negative' };
  if (significant.length > PLACES) return { fault: 'tooManyDecimals' };
  if (Number(whole) >= LARGEST_AMOUNT) return { fault: 'tooLarge' };
  return { amount: Number(whole + significant.padEnd(PLACES, '0')) };
}

/** A double as JSON writers print it (`1e-7`), spelt out. */
function plain(text: string): string {
  const value = Number(text);
  const exponent = Number(/[eE]([+-]?\d+)$/.exec(text)?.[1] ?? '0');
  if (exponent >= 0) return Math.abs(value) < 1e21 ? value.toFixed(0) : '9'.repeat(21);
  return value.toFixed(Math.min(100, 20 - exponent)).replace(/0+$/, '');
}
