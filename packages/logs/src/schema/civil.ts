/** Readings of a clock and a calendar, before anybody says in which zone they were taken. */

/** Milliseconds as if it were UTC, digits below the second, and what it says of its zone. */
export interface ClockReading {
  local: number;
  fraction: string;
  offset: string | null;
}

/** Milliseconds of a clock reading as if it were UTC; null if the calendar has no such reading. */
export function civilMillis(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
): number | null {
  if (hour > 23 || minute > 59 || second > 59) return null;
  const millis = Date.UTC(year, month - 1, day, hour, minute, second);
  const date = new Date(millis);
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return millis;
}
