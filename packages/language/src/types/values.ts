/** Validates literals against the calendar and the clock. Pure. */

/** Whether `YYYY-MM-DD` is a calendar date. Leading zeros are optional: 2025-3-1. */
export function isDate(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Whether `H:MM[:SS]` is a time of day. `24:00` is allowed only as the end of a span. */
export function isTime(text: string, allowMidnightEnd: boolean): boolean {
  const [hour = 0, minute = 0, second = 0] = text.split(':').map(Number);
  if (minute > 59 || second > 59) return false;
  return hour <= 23 || (allowMidnightEnd && hour === 24 && minute === 0 && second === 0);
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

/** Minutes since midnight. */
export function minuteOfDay(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}

export function isTimeZone(name: string): boolean {
  if (name === 'Asia/Shanghai' || name === 'UTC') return true;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '' && !/^[+-]/.test(name);
  } catch {
    return false;
  }
}

/** Splits a literal `/…/i` into pattern and flag, and unescapes `\/`. */
export function patternOf(written: string): { pattern: string; ignoreCase: boolean } {
  const ignoreCase = written.endsWith('i');
  const body = written.slice(1, ignoreCase ? -2 : -1);
  return { pattern: body.replaceAll('\\/', '/'), ignoreCase };
}
