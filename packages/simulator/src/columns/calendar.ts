/**
 * Local days, hours, weeks and months of a time zone as instants (whole microseconds since the epoch).
 *
 * - Days are numbered from 1970-01-01 = 0. A day, or an hour, begins at the first instant whose local time has reached it; one that a
 *   clock change skips is empty.
 * - Offsets come from Intl and are cached per zone for as long as the program runs: they are facts, equal for every policy.
 */
import type { LocalDate, LocalDateTime, MinuteOfDay, Period } from '@steward/policy';

export const SECOND = 1_000_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

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

interface Transition {
  at: number;
  before: number;
  after: number;
}

interface Chunk {
  first: number;
  transitions: Transition[];
}

/** Offsets are looked up once a day over stretches of this many days. */
const CHUNK_DAYS = 64;
const CHUNK = CHUNK_DAYS * DAY;

const calendars = new Map<string, Calendar>();

/** @param timezone an IANA name that the checker has accepted. */
export function calendarOf(timezone: string): Calendar {
  const known = calendars.get(timezone);
  if (known !== undefined) return known;
  const made = createCalendar(timezone);
  calendars.set(timezone, made);
  return made;
}

function createCalendar(timezone: string): Calendar {
  const intlOffset = offsetReader(timezone);
  const chunks = new Map<number, Chunk>();
  const starts = new Map<number, number>();
  const hourLists = new Map<number, readonly number[]>();

  const chunkAt = (index: number): Chunk => {
    const known = chunks.get(index);
    if (known !== undefined) return known;
    const made = readChunk(index * CHUNK, intlOffset);
    chunks.set(index, made);
    return made;
  };

  const offset = (instant: number): number => {
    const { first, transitions } = chunkAt(Math.floor(instant / CHUNK));
    let current = first;
    for (const transition of transitions) {
      if (transition.at > instant) break;
      current = transition.after;
    }
    return current;
  };

  /** Stretches of equal offset that touch [from, to]. */
  const stretches = (from: number, to: number): { from: number; to: number; offset: number }[] => {
    const cuts: Transition[] = [];
    for (let index = Math.floor(from / CHUNK); index <= Math.floor(to / CHUNK); index += 1) {
      cuts.push(...chunkAt(index).transitions.filter((cut) => cut.at > from && cut.at <= to));
    }
    const edges = [from, ...cuts.map((cut) => cut.at), to + 1];
    return edges
      .slice(0, -1)
      .map((edge, i) => ({ from: edge, to: (edges[i + 1] ?? to + 1) - 1, offset: offset(edge) }));
  };

  const firstInstant = (local: number): number => {
    const guess = local - offset(local);
    for (const stretch of stretches(guess - 2 * DAY, guess + 2 * DAY)) {
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
    const guess = local - offset(local);
    const around = stretches(guess - 2 * DAY, guess + 2 * DAY);
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

function offsetReader(timezone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (instant) => {
    const second = Math.floor(instant / SECOND);
    const part: Record<string, string> = {};
    for (const { type, value } of format.formatToParts(second * 1000)) part[type] = value;
    const year = part['era'] === 'BC' ? 1 - Number(part['year']) : Number(part['year']);
    const days = dayNumber(year, Number(part['month']), Number(part['day']));
    const local = days * 86_400 + Number(part['hour']) * 3600 + Number(part['minute']) * 60 + Number(part['second']);
    return (local - second) * SECOND;
  };
}

function readChunk(from: number, offset: (instant: number) => number): Chunk {
  const first = offset(from);
  const transitions: Transition[] = [];
  let before = first;
  for (let day = 0; day < CHUNK_DAYS; day += 1) {
    const low = from + day * DAY;
    // Up to the last instant of the chunk: the next chunk reads its own first offset.
    const high = day === CHUNK_DAYS - 1 ? low + DAY - SECOND : low + DAY;
    const after = offset(high);
    if (after === before) continue;
    transitions.push({ at: firstWith(low, high, after, offset), before, after });
    before = after;
  }
  return { first, transitions };
}

/** The first whole second in (low, high] from which the offset is `wanted`. */
function firstWith(low: number, high: number, wanted: number, offset: (instant: number) => number): number {
  let lower = Math.floor(low / SECOND);
  let upper = Math.floor(high / SECOND);
  while (upper - lower > 1) {
    const middle = Math.floor((lower + upper) / 2);
    if (offset(middle * SECOND) === wanted) upper = middle;
    else lower = middle;
  }
  return upper * SECOND;
}

/** First days of the period that holds a day, of the next one and of the one before. */
function periodDays(kind: Exclude<Period, 'hour'>, day: number): [number, number, number] {
  if (kind === 'day') return [day, day + 1, day - 1];
  if (kind === 'week') {
    const monday = day - modulo(day + 3, 7);
    return [monday, monday + 7, monday - 7];
  }
  const { year, month } = civilDate(day);
  return [dayNumber(year, month, 1), dayNumber(year, month + 1, 1), dayNumber(year, month - 1, 1)];
}

function modulo(value: number, divisor: number): number {
  return value - Math.floor(value / divisor) * divisor;
}

/** ISO weekday of a day: 1 = Monday. */
export function weekday(day: number): number {
  return modulo(day + 3, 7) + 1;
}

/** Days from 1970-01-01 of a date in the Gregorian calendar; months outside 1..12 run into the years beside. */
export function dayNumber(year: number, month: number, day: number): number {
  const years = year + Math.floor((month - 1) / 12);
  const shifted = modulo(month - 3, 12);
  const from = years - (modulo(month - 1, 12) < 2 ? 1 : 0);
  const era = Math.floor(from / 400);
  const ofEra = from - era * 400;
  const ofYear = Math.floor((153 * shifted + 2) / 5) + day - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
}

export function civilDate(days: number): { year: number; month: number; day: number } {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const years = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * years + Math.floor(years / 4) - Math.floor(years / 100));
  const month = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * month + 2) / 5) + 1;
  const civilMonth = month < 10 ? month + 3 : month - 9;
  return { year: years + era * 400 + (civilMonth <= 2 ? 1 : 0), month: civilMonth, day };
}

/** Dates are written again and again: each is spelt once, up to a bound that no log of real length meets. */
const dateTexts = new Map<number, LocalDate>();
const DATES_KEPT = 100_000;

/** `YYYY-MM-DD`. */
export function dateText(day: number): LocalDate {
  const known = dateTexts.get(day);
  if (known !== undefined) return known;
  const text = spellDate(day);
  if (dateTexts.size < DATES_KEPT) dateTexts.set(day, text);
  return text;
}

function spellDate(day: number): LocalDate {
  const { year, month, day: ofMonth } = civilDate(day);
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(ofMonth, 2)}`;
}

/** `YYYY-MM-DDTHH:MM` on the wall at an instant. */
export function localText(calendar: Calendar, instant: number): string {
  const local = instant + calendar.offset(instant);
  const minute = Math.floor(modulo(local, DAY) / MINUTE);
  return `${dateText(Math.floor(local / DAY))}T${digits(Math.floor(minute / 60), 2)}:${digits(minute % 60, 2)}`;
}

/** Local microseconds (as if the clock stood at UTC) of a `YYYY-MM-DD[THH:MM[:SS]]`. */
export function localMicros(text: LocalDateTime): number {
  const parts = /^(\d{4,})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(text);
  if (parts === null) throw new Error(`not a local date-time: ${text}`);
  const [, year, month, day, hour = '0', minute = '0', second = '0'] = parts;
  const days = dayNumber(Number(year), Number(month), Number(day));
  return days * DAY + Number(hour) * HOUR + Number(minute) * MINUTE + Number(second) * SECOND;
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

/** Whether a clock minute lies in [from, to); a `to` at or before `from` runs over midnight. */
export function withinClock(minute: number, from: MinuteOfDay, to: MinuteOfDay): boolean {
  if (from < to) return minute >= from && minute < to;
  return minute >= from || minute < to;
}
