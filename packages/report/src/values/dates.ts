/** Days and instants as people of the group read them: in its own time zone. */
import type { Instant, LocalDate } from '@steward/time';

const DAY_MILLISECONDS = 86_400_000;
const FORMATS = new Map<string, Intl.DateTimeFormat>();

/** `2025-03-04 21:13`. */
export function localTime(instant: Instant, timezone: string): string {
  const parts = new Map(
    format(timezone)
      .formatToParts(new Date(instant))
      .map((part) => [part.type, part.value]),
  );
  const date = `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
  return `${date} ${parts.get('hour')}:${parts.get('minute')}`;
}

export function localDate(instant: Instant, timezone: string): LocalDate {
  return localTime(instant, timezone).slice(0, 10);
}

function format(timezone: string): Intl.DateTimeFormat {
  const known = FORMATS.get(timezone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone: timezone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  FORMATS.set(timezone, made);
  return made;
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MILLISECONDS).toISOString().slice(0, 10);
}

/** Days from `from` to `to`, both inclusive. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MILLISECONDS) + 1;
}

/** Microseconds from one instant to another. */
export function microsBetween(from: Instant, to: Instant): number {
  return micros(to) - micros(from);
}

function micros(instant: Instant): number {
  const fraction = /\.\d{3}(\d{3})Z$/.exec(instant)?.[1] ?? '0';
  return Date.parse(instant) * 1_000 + Number(fraction);
}

/** A stretch of consecutive dates. */
export interface Stretch {
  from: LocalDate;
  to: LocalDate;
}

/** Consecutive dates joined; `dates` in order. */
export function stretches(dates: readonly LocalDate[]): Stretch[] {
  const found: Stretch[] = [];
  for (const date of dates) {
    const last = found.at(-1);
    if (last !== undefined && addDays(last.to, 1) === date) last.to = date;
    else found.push({ from: date, to: date });
  }
  return found;
}

/** `03-04`, within a year that the reader knows. */
export function shortDate(date: LocalDate): string {
  return date.slice(5);
}
