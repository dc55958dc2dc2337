/**
 * Local days, hours, weeks and months of a time zone as instants (whole microseconds since 1970).
 *
 * A day or hour begins at the first instant whose local time has reached it; one that a clock change skips is empty.
 */
import { civilDate, dayNumber, modulo, weekStart } from './civil.ts';
import { type LocalDateTime, localDateTimeText } from './clock.ts';
import { DAY, HOUR, MINUTE } from './duration.ts';
import { zoneOffsets } from './zone.ts';

/** Calendar periods; weeks are ISO weeks, all in the group's time zone. */
export type Period = 'hour' | 'day' | 'week' | 'month';

/** A stretch of equal local period: from `start` to just before `next`; the one before begins at `previous`. */
export interface PeriodBounds {
  start: number;
  next: number;
  previous: number;
}

export interface Calendar {
  timezone: string;
  /** Microseconds that local time is ahead of UTC at an instant. */
  offset(instant: number): number;
  dayOf(instant: number): number;
  dayStart(day: number): number;
  /** Minutes after local midnight by the clock on the wall. */
  clockMinute(instant: number): number;
  /** The period that holds an instant. */
  period(period: Period, instant: number): PeriodBounds;
  /** Beginnings of the hours of a day, in order; the first is the day's own. */
  hours(day: number): readonly number[];
  /** A local time that a clock change skips is moved on by the gap; one that happens twice is the first. */
  instantAt(localMicros: number): number;
}

const calendars = new Map<string, Calendar>();

/** @throws RangeError if there is no such zone: ask `isTimeZone` first */
export function calendarOf(timezone: string): Calendar {
  const known = calendars.get(timezone);
  if (known !== undefined) return known;
  const made = createCalendar(timezone);
  calendars.set(timezone, made);
  return made;
}

function createCalendar(timezone: string): Calendar {
  const offsets = zoneOffsets(timezone);
  const offset = offsets.at;
  const starts = new Map<number, number>();
  const hourLists = new Map<number, readonly number[]>();

  const firstInstant = (local: number): number => {
    const guess = local - offset(local);
    for (const stretch of offsets.stretches(guess - 2 * DAY, guess + 2 * DAY)) {
      const reached = Math.max(stretch.from, local - stretch.offset);
      if (reached <= stretch.to) return reached;
    }
    throw new Error(`no instant of ${timezone} reaches local time ${local}`);
  };

  const dayStart = (day: number): number => {
    const known = starts.get(day);
    if (known !== undefined) return known;
    const made = firstInstant(day * DAY);
    starts.set(day, made);
    return made;
  };

  const dayOf = (instant: number): number => {
    let day = Math.floor((instant + offset(instant)) / DAY);
    while (instant < dayStart(day)) day -= 1;
    while (instant >= dayStart(day + 1)) day += 1;
    return day;
  };

  const hours = (day: number): readonly number[] => {
    const known = hourLists.get(day);
    if (known !== undefined) return known;
    const begins = Array.from({ length: 24 }, (_, hour) => firstInstant(day * DAY + hour * HOUR));
    const end = dayStart(day + 1);
    const made = begins.filter((begin, i) => begin < (begins[i + 1] ?? end));
    hourLists.set(day, made);
    return made;
  };

  const hourBounds = (instant: number): PeriodBounds => {
    const day = dayOf(instant);
    const list = hours(day);
    let at = list.length - 1;
    while ((list[at] ?? Number.NEGATIVE_INFINITY) > instant) at -= 1;
    return {
      start: list[at] ?? dayStart(day),
      next: list[at + 1] ?? dayStart(day + 1),
      previous: list[at - 1] ?? lastHour(day - 1),
    };
  };

  const lastHour = (day: number): number => hours(day).at(-1) ?? lastHour(day - 1);

  const period = (kind: Period, instant: number): PeriodBounds => {
    if (kind === 'hour') return hourBounds(instant);
    const [first, next, previous] = periodDays(kind, dayOf(instant));
    return { start: dayStart(first), next: dayStart(next), previous: dayStart(previous) };
  };

  const instantAt = (local: number): number => {
    const steady = offsets.steady(local - DAY, local + DAY);
    if (steady !== null) return local - steady;
    const guess = local - offset(local);
    const around = offsets.stretches(guess - 2 * DAY, guess + 2 * DAY);
    const exact = around.find((s) => local - s.offset >= s.from && local - s.offset <= s.to);
    if (exact !== undefined) return local - exact.offset;
    const before = around.findLast((s) => s.to < local - s.offset) ?? around[0];
    return local - (before?.offset ?? 0);
  };

  return {
    timezone,
    offset,
    dayOf,
    dayStart,
    clockMinute: (instant) => Math.floor(modulo(instant + offset(instant), DAY) / MINUTE),
    period,
    hours,
    instantAt,
  };
}

/** First days of the period that holds a day, of the next one and of the one before. */
function periodDays(kind: Exclude<Period, 'hour'>, day: number): [number, number, number] {
  if (kind === 'day') return [day, day + 1, day - 1];
  if (kind === 'week') {
    const monday = weekStart(day);
    return [monday, monday + 7, monday - 7];
  }
  const { year, month } = civilDate(day);
  return [dayNumber(year, month, 1), dayNumber(year, month + 1, 1), dayNumber(year, month - 1, 1)];
}

/** `YYYY-MM-DDTHH:MM` on the wall at an instant. */
export function localText(calendar: Calendar, instant: number): LocalDateTime {
  return localDateTimeText(instant + calendar.offset(instant));
}
