/** Local days of a time zone as instants. */

const DAY_MS = 86_400_000;

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

/** @param start `YYYY-MM-DD`; `timezone` an IANA name. Both are checked before (`checkOptions`). */
export function localDays(start: string, days: number, timezone: string): LocalDay[] {
  const first = Date.parse(`${start}T00:00:00Z`);
  const offset = offsetReader(timezone);
  const midnights = Array.from({ length: days + 1 }, (_, index) => midnight(first + index * DAY_MS, offset));
  return midnights.slice(0, days).map((from, index) => {
    const calendar = new Date(first + index * DAY_MS);
    return {
      index,
      date: calendar.toISOString().slice(0, 10),
      from,
      to: midnights[index + 1] ?? from + DAY_MS,
      weekday: (calendar.getUTCDay() + 6) % 7,
      dayOfMonth: calendar.getUTCDate(),
    };
  });
}

export function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** `2024-02-30` is no date, though `Date` would take it. */
export function isLocalDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}

type OffsetReader = (utc: number) => number;

/** @param wall midnight's wall-clock time, read as if it were UTC. Two steps, for the offset may change between the guess and the answer. */
function midnight(wall: number, offset: OffsetReader): number {
  const guess = wall - offset(wall);
  return wall - offset(guess);
}

/** Milliseconds that local time is ahead of UTC at an instant. */
function offsetReader(timezone: string): OffsetReader {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (utc) => {
    const parts = new Map(format.formatToParts(utc).map((part) => [part.type, Number(part.value)]));
    const read = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
    const wall = Date.UTC(read('year'), read('month') - 1, read('day'), read('hour'), read('minute'), read('second'));
    return wall - Math.floor(utc / 1_000) * 1_000;
  };
}
