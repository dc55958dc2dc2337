/** Times as logs write them: ISO 8601, or numbers since the epoch whose size says their unit. */
import type { Zone } from './zone.ts';

export type TimeFault = 'notATime' | 'noZone' | 'outOfRange';

export type TimeResult = { micros: number } | { fault: TimeFault };

/** Instants that a chat log can hold: 1970 to 2199. */
const FIRST_MICROS = 0;
export const LAST_MICROS = 7_258_118_400_000_000 - 1;

/** A number below the first is no time since the epoch; from each bound on, the unit is the next smaller one. */
export const EPOCH_BOUNDS = { seconds: 1e8, milliseconds: 1e11, microseconds: 1e14, end: 1e17 } as const;

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?: ?([Zz]|[+-]\d{2}(?::?\d{2})?))?)?$/;
const NUMBER = /^\d+(?:\.\d+)?$/;

/** @param zone of times that say none; null = such a time is a fault */
export function parseTime(text: string, zone: Zone | null): TimeResult {
  const iso = ISO.exec(text);
  if (iso) return fromIso(iso, zone);
  if (!NUMBER.test(text)) return { fault: 'notATime' };
  return fromEpoch(text);
}

function fromIso(parts: RegExpExecArray, zone: Zone | null): TimeResult {
  const [, year, month, day, hour, minute, second = '0', fraction = '', offset] = parts;
  // A date alone is no instant: an event has a time.
  if (hour === undefined) return { fault: 'notATime' };
  const local = civilMillis(Number(year), Number(month), Number(day), Number(hour), Number(minute), Number(second));
  if (local === null) return { fault: 'notATime' };
  // Digits past the microsecond are cut off, not rounded: a time never moves into the next second.
  const micros = Number(fraction.slice(0, 6).padEnd(6, '0'));
  if (offset !== undefined) {
    const minutes = offsetMinutes(offset);
    if (minutes === null) return { fault: 'notATime' };
    return inRange((local - minutes * 60_000) * 1000 + micros);
  }
  if (zone === null) return { fault: 'noZone' };
  return inRange(zone.instantOf(local) * 1000 + micros);
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

function offsetMinutes(offset: string): number | null {
  if (offset === 'Z' || offset === 'z') return 0;
  const digits = offset.slice(1).replace(':', '');
  const hours = Number(digits.slice(0, 2));
  const minutes = Number(digits.slice(2) || '0');
  if (hours > 15 || minutes > 59) return null;
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

/** Seconds, milliseconds or microseconds since the epoch: no time between 1973 and 5138 is in doubt. */
function fromEpoch(text: string): TimeResult {
  const value = Number(text);
  if (value < EPOCH_BOUNDS.seconds || value >= EPOCH_BOUNDS.end) return { fault: 'outOfRange' };
  const digits = value < EPOCH_BOUNDS.milliseconds ? 6 : value < EPOCH_BOUNDS.microseconds ? 3 : 0;
  // By the digits, not by multiplying: 1700000000.123457 has no exact double.
  const [whole = '', fraction = ''] = text.split('.');
  return inRange(Number(whole + fraction.slice(0, digits).padEnd(digits, '0')));
}

function inRange(micros: number): TimeResult {
  if (micros < FIRST_MICROS || micros > LAST_MICROS) return { fault: 'outOfRange' };
  return { micros };
}
