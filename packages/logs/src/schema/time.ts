/**
 * Times as logs write them: ISO 8601, numbers since the epoch whose size says their unit, and what spreadsheets make of either
 * (`spreadsheet-time.ts`).
 */
import { type Calendar, DAY, dayNumber, MINUTE, readingMicros } from '@steward/time';
import { type ClockReading, parseSpreadsheetTime, serialMicros } from './spreadsheet-time.ts';

export type TimeFault = 'notATime' | 'noZone' | 'ambiguousDate' | 'outOfRange' | 'tooEarly' | 'tooLate' | 'nanoseconds';

/** @param wrong the instant that was read, if no log can hold it; UTC microseconds */
export type TimeResult = { micros: number } | { fault: TimeFault; wrong?: number };

/** How the times of a file are read. */
export interface TimeRules {
  /** Time zone of times without one; null = such a time is a fault. */
  zone: Calendar | null;
  /** UTC microseconds; a later time is a fault. */
  latest: number;
}

/** Nobody chatted before: an earlier time is a zero, a default, or a number in another unit. */
export const FIRST_MICROS = dayNumber(1990, 1, 1) * DAY;
/** The last instant that columns hold: the end of 2199. */
export const LAST_MICROS = dayNumber(2200, 1, 1) * DAY - 1;

/** A number below the first bound cannot be a time since 1970; from each bound on, the unit is the next smaller one. */
export const EPOCH_BOUNDS = { seconds: 1e8, milliseconds: 1e11, microseconds: 1e14, end: 1e17 } as const;
const NANOSECONDS_END = 1e20;

/** Clocks differ and zones get confused, so a day's grace; nothing happened later than that. */
export function latestMicros(nowMillis: number): number {
  return Math.min(nowMillis * 1000 + DAY, LAST_MICROS);
}

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?: ?([Zz]|[+-]\d{2}(?::?\d{2})?))?)?$/;
const NUMBER = /^\d+(?:\.\d+)?$/;
/** `20250901120000`, `20250901T120000Z`: read as a number since 1970, it would be centuries ahead. */
const COMPACT =
  /^((?:19|20)\d{2})(\d{2})(\d{2})[Tt ]?(\d{2})(\d{2})(\d{2})(?:[.,](\d{1,9}))?([Zz]|[+-]\d{2}(?::?\d{2})?)?$/;

/**
 * @param zone of times without one; null = such a time is a fault
 * @param latest UTC microseconds; what is later is a fault
 */
export function parseTime(text: string, zone: Calendar | null, latest = LAST_MICROS): TimeResult {
  const iso = ISO.exec(text);
  if (iso) return fromIso(iso, zone, latest);
  const compact = COMPACT.exec(text);
  if (compact) return fromIso(compact, zone, latest);
  if (NUMBER.test(text)) return fromNumber(text, zone, latest);
  const time = parseSpreadsheetTime(text);
  if (typeof time === 'string') return { fault: time };
  return fromClock(time, zone, latest);
}

function fromIso(parts: RegExpExecArray, zone: Calendar | null, latest: number): TimeResult {
  const [, year, month, day, hour, minute, second = '0', fraction = '', offset = null] = parts;
  // An event needs a time; a date alone is not enough.
  if (hour === undefined) return { fault: 'notATime' };
  const local = readingMicros(Number(year), Number(month), Number(day), Number(hour), Number(minute), Number(second));
  if (local === null) return { fault: 'notATime' };
  return fromClock({ local, fraction, offset }, zone, latest);
}

function fromClock({ local, fraction, offset }: ClockReading, zone: Calendar | null, latest: number): TimeResult {
  // Digits beyond microseconds are cut off, not rounded, so a time never moves into the next second.
  const micros = Number(fraction.slice(0, 6).padEnd(6, '0'));
  if (offset !== null) {
    const minutes = offsetMinutes(offset);
    if (minutes === null) return { fault: 'notATime' };
    return inRange(local - minutes * MINUTE + micros, latest);
  }
  if (zone === null) return { fault: 'noZone' };
  return inRange(zone.instantAt(local) + micros, latest);
}

function offsetMinutes(offset: string): number | null {
  if (offset === 'Z' || offset === 'z') return 0;
  const digits = offset.slice(1).replace(':', '');
  const hours = Number(digits.slice(0, 2));
  const minutes = Number(digits.slice(2) || '0');
  if (hours > 15 || minutes > 59) return null;
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

/** Days since 1900 as spreadsheets count them, or seconds, milliseconds or microseconds since the epoch: their sizes are far apart. */
function fromNumber(text: string, zone: Calendar | null, latest: number): TimeResult {
  const value = Number(text);
  const serial = serialMicros(value);
  if (serial !== null) return fromClock({ local: serial, fraction: '', offset: null }, zone, latest);
  if (value < EPOCH_BOUNDS.seconds) return { fault: 'outOfRange', wrong: Math.round(value * 1e6) };
  if (value >= EPOCH_BOUNDS.end) {
    if (value >= NANOSECONDS_END) return { fault: 'outOfRange' };
    return { fault: 'nanoseconds', wrong: Math.floor(value) };
  }
  const digits = value < EPOCH_BOUNDS.milliseconds ? 6 : value < EPOCH_BOUNDS.microseconds ? 3 : 0;
  // Moves digits instead of multiplying: 1700000000.123457 has no exact double.
  const [whole = '', fraction = ''] = text.split('.');
  return inRange(Number(whole + fraction.slice(0, digits).padEnd(digits, '0')), latest);
}

function inRange(micros: number, latest: number): TimeResult {
  const fault = rangeFault(micros, latest);
  return fault === null ? { micros } : { fault, wrong: micros };
}

/** What is wrong with an instant, however it was read; null if nothing. */
export function rangeFault(micros: number, latest: number): 'tooEarly' | 'tooLate' | null {
  if (micros < FIRST_MICROS) return 'tooEarly';
  return micros > latest ? 'tooLate' : null;
}

/** Common mistakes in the unit of a time, as factors. */
const FACTORS = [1e3, 1e6, 1e9, 1e-3, 1e-6, 1e-9];

/** The instant that was probably meant, if a wrong unit explains the time; otherwise null. */
export function meantMicros(wrong: number, latest: number): number | null {
  const candidates = FACTORS.map((factor) => Math.round(wrong * factor));
  return candidates.find((micros) => rangeFault(micros, latest) === null) ?? null;
}
