/**
 * Local days, hours, weeks and months of a time zone.
 *
 * - An instant belongs to the last day, and the last hour, that has begun by then.
 * - Instants are microseconds since the epoch; every `last` is the last microsecond inside.
 */
import type { LocalDate, LocalDateTime, MinuteOfDay, Period } from '@steward/time';
import { Temporal } from 'temporal-polyfill';

export interface Span {
  from: number;
  last: number;
}

export interface Day extends Span {
  date: LocalDate;
  /** Days since 1970-01-01. */
  number: number;
}

/** `start` names the period in results: its first local date, with the time for hours. */
export interface CalendarPeriod extends Span {
  start: string;
}

const MICROS_PER_DAY = 86_400_000_000;
const MICROS_PER_HOUR = 3_600_000_000;
const MINUTES_PER_DAY = 1_440;
const EPOCH = Temporal.PlainDate.from('1970-01-01');

export class Calendar {
  readonly timezone: string;
  private readonly days = new Map<number, Day>();
  private readonly hours = new Map<number, CalendarPeriod[]>();

  private constructor(timezone: string) {
    this.timezone = timezone;
  }

  private static readonly known = new Map<string, Calendar>();

  /** One cached calendar per zone; its answers never change. */
  static of(timezone: string): Calendar {
    const known = Calendar.known.get(timezone);
    if (known !== undefined) return known;
    const calendar = new Calendar(timezone);
    Calendar.known.set(timezone, calendar);
    return calendar;
  }

  /** The day of that number (days since 1970-01-01). */
  day(number: number): Day {
    const known = this.days.get(number);
    if (known !== undefined) return known;
    const date = EPOCH.add({ days: number });
    const day: Day = {
      date: date.toString(),
      number,
      from: this.begin(date),
      last: this.begin(date.add({ days: 1 })) - 1,
    };
    this.days.set(number, day);
    return day;
  }

  private begin(date: Temporal.PlainDate): number {
    return date.toZonedDateTime({ timeZone: this.timezone }).epochMilliseconds * 1_000;
  }

  dayAt(instant: number): Day {
    let number = Math.floor(instant / MICROS_PER_DAY) + 2;
    while (this.day(number).from > instant) number -= 1;
    return this.day(number);
  }

  daysBetween(first: Day, last: Day): Day[] {
    const count = last.number - first.number + 1;
    return Array.from({ length: Math.max(count, 0) }, (_, index) => this.day(first.number + index));
  }

  hoursOf(day: Day): CalendarPeriod[] {
    const known = this.hours.get(day.number);
    if (known !== undefined) return known;
    const starts = this.hourStarts(day);
    const hours = starts.map((from, index) => ({
      from,
      last: (starts[index + 1] ?? day.last + 1) - 1,
      start: `${day.date}T${clock(this.minuteOf(from))}`,
    }));
    this.hours.set(day.number, hours);
    return hours;
  }

  /** The first minute of every clock hour of the day; if the clock changes that day, found by checking every minute. */
  private hourStarts(day: Day): number[] {
    const first = this.local(day.from);
    const isPlain = first.offset === this.local(day.last).offset && first.hour === 0 && first.minute === 0;
    if (isPlain) return Array.from({ length: 24 }, (_, hour) => day.from + hour * MICROS_PER_HOUR);
    const starts: number[] = [];
    const seen = new Set<number>();
    for (let instant = day.from; instant <= day.last; instant += 60_000_000) {
      const local = this.local(instant);
      if (local.toPlainDate().toString() !== day.date || seen.has(local.hour)) continue;
      seen.add(local.hour);
      starts.push(instant);
    }
    return starts;
  }

  periodAt(period: Period, instant: number): CalendarPeriod {
    const day = this.dayAt(instant);
    switch (period) {
      case 'hour': {
        const hour = this.hoursOf(day).findLast((candidate) => candidate.from <= instant);
        if (hour === undefined) throw new Error(`no hour of ${day.date} in ${this.timezone} has begun at ${instant}`);
        return hour;
      }
      case 'day':
        return { from: day.from, last: day.last, start: day.date };
      case 'week':
        return this.stretch(day.number - weekday(day) + 1, 7);
      case 'month':
        return this.stretch(day.number - dayOfMonth(day) + 1, Temporal.PlainDate.from(day.date).daysInMonth);
    }
  }

  private stretch(firstNumber: number, count: number): CalendarPeriod {
    const first = this.day(firstNumber);
    return { from: first.from, last: this.day(firstNumber + count - 1).last, start: first.date };
  }

  /** The period before the one that holds the instant. */
  periodBefore(period: Period, instant: number): CalendarPeriod {
    return this.periodAt(period, this.periodAt(period, instant).from - 1);
  }

  /** The last period whose last microsecond is at or before the instant. */
  completedAt(period: Period, instant: number): CalendarPeriod {
    const current = this.periodAt(period, instant);
    return current.last <= instant ? current : this.periodBefore(period, instant);
  }

  /** Every period whose last microsecond lies in one of the days, in order. */
  periodsEnding(period: Period, days: readonly Day[]): CalendarPeriod[] {
    return days.flatMap((day) => {
      if (period === 'hour') return this.hoursOf(day);
      const ended = this.periodAt(period, day.last);
      return ended.last === day.last ? [ended] : [];
    });
  }

  /** Minutes after midnight that the clock shows. */
  minuteOf(instant: number): MinuteOfDay {
    const local = this.local(instant);
    return local.hour * 60 + local.minute;
  }

  /** The instant of a wall-clock time; a skipped time moves on by the gap, a repeated one means the first. */
  instantOf(local: LocalDateTime): number {
    return Temporal.PlainDateTime.from(local).toZonedDateTime(this.timezone).epochMilliseconds * 1_000;
  }

  private local(instant: number): Temporal.ZonedDateTime {
    return Temporal.Instant.fromEpochMilliseconds(Math.floor(instant / 1_000)).toZonedDateTimeISO(this.timezone);
  }
}

/** 1 = Monday. */
export function weekday(day: Day): number {
  return Temporal.PlainDate.from(day.date).dayOfWeek;
}

export function dayOfMonth(day: Day): number {
  return Temporal.PlainDate.from(day.date).day;
}

/** `HH:MM`. */
export function clock(minute: MinuteOfDay): string {
  const within = minute % MINUTES_PER_DAY;
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`;
}

/** Whether the clock is in `[from, to)`; a span that ends at or before its start runs past midnight. */
export function clockWithin(minute: MinuteOfDay, from: MinuteOfDay, to: MinuteOfDay): boolean {
  if (from < to) return from <= minute && minute < to;
  return minute >= from || minute < to;
}

/** UTC with `Z`, with three fractional digits, or six if needed. */
export function instantText(instant: number): string {
  const micros = ((instant % 1_000) + 1_000) % 1_000;
  const text = new Date((instant - micros) / 1_000).toISOString();
  return micros === 0 ? text : text.replace('Z', `${String(micros).padStart(3, '0')}Z`);
}
