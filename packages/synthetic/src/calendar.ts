/** The local days of a time zone as instants. */
import { calendarOf, civilDate, dateText, dayOfDate, type LocalDate, weekday } from '@steward/time';

export interface LocalDay {
  /** Days since the first. */
  index: number;
  /** `YYYY-MM-DD`. */
  date: string;
  /** UTC milliseconds of the local midnight. */
  from: number;
  /** UTC milliseconds of the next local midnight: 23, 24 or 25 hours later. */
  to: number;
  /** 0 = Monday … 6 = Sunday. */
  weekday: number;
  dayOfMonth: number;
}

/** @param start `YYYY-MM-DD` @param timezone an IANA name; both have been checked (`checkOptions`) */
export function localDays(start: LocalDate, days: number, timezone: string): LocalDay[] {
  const first = dayOfDate(start);
  const { dayStart } = calendarOf(timezone);
  return Array.from({ length: days }, (_, index) => {
    const day = first + index;
    return {
      index,
      date: dateText(day),
      from: dayStart(day) / 1000,
      to: dayStart(day + 1) / 1000,
      weekday: weekday(day) - 1,
      dayOfMonth: civilDate(day).day,
    };
  });
}
