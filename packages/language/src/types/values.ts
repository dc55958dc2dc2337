/** Validates literals against the calendar and the clock. Pure. */
import { isCivilDate, isClockTime } from '@steward/time';

/** Whether `YYYY-MM-DD` is a calendar date. Leading zeros are optional: 2025-3-1. */
export function isDate(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return isCivilDate(year, month, day);
}

/** Whether `H:MM[:SS]` is a time of day. `24:00` is allowed only as the end of a span. */
export function isTime(text: string, allowMidnightEnd: boolean): boolean {
  const [hour = 0, minute = 0, second = 0] = text.split(':').map(Number);
  const isMidnightEnd = hour === 24 && minute === 0 && second === 0;
  return isClockTime(hour, minute, second) || (allowMidnightEnd && isMidnightEnd);
}

/** Splits `2025-03-01T10:00` into date and time. */
export function splitTimestamp(text: string): { date: string; time: string } {
  const [date = '', time = ''] = text.split(/[T ]/);
  return { date, time };
}

/** `2025-3-1T9:05` → `2025-03-01T09:05`. */
export function normalizeMoment(text: string): string {
  const { date, time } = splitTimestamp(text);
  const day = date
    .split('-')
    .map((part) => part.padStart(2, '0'))
    .join('-');
  if (time === '') return day;
  return `${day}T${time
    .split(':')
    .map((part) => part.padStart(2, '0'))
    .join(':')}`;
}

/** Splits a literal `/…/i` into pattern and flag, and unescapes `\/`. */
export function patternOf(written: string): { pattern: string; ignoreCase: boolean } {
  const ignoreCase = written.endsWith('i');
  const body = written.slice(1, ignoreCase ? -2 : -1);
  return { pattern: body.replaceAll('\\/', '/'), ignoreCase };
}
