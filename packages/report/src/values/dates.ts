/** Days and instants in the group's time zone. */
import { calendarOf, type Instant, instantMicros, type LocalDate, localText } from '@steward/time';

/** `2025-03-04 21:13`. */
export function localTime(instant: Instant, timezone: string): string {
  return localText(calendarOf(timezone), instantMicros(instant)).replace('T', ' ');
}

export function localDate(instant: Instant, timezone: string): LocalDate {
  return localTime(instant, timezone).slice(0, 10);
}

/** `03-04`, when the year is clear. */
export function shortDate(date: LocalDate): string {
  return date.slice(5);
}
