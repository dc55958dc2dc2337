/**
 * What a log says about itself in a file beside it: `<log>.meta.json` with any of `{ "shows": [...], "covers": { "from": …, "to": … },
 * "founded": "…", "timezone": "…", "format": "…", "withoutMembers": true }`.
 */

import { readFile, stat } from 'node:fs/promises';
import { SIGNALS, type Signal } from '@steward/events';
import type { Bilingual } from '@steward/text';
import { type Calendar, calendarOf, isTimeZone, parseDate } from '@steward/time';
import {
  DEEPEST_JSON,
  faultOffset,
  isObject,
  type JsonObject,
  type JsonValue,
  parseJson,
  tooDeepAt,
  valueOffset,
} from './input/json-value.ts';
import { SIDECAR_ENDING } from './input/paths.ts';
import { badJson, notRegular, tooDeep, unreadable } from './problems/file-problems.ts';
import { LogError, type LogProblem, type Place, quoted } from './problems/problem.ts';
import { parseTime } from './schema/time.ts';

export interface Sidecar {
  shows: Signal[] | null;
  /** UTC microseconds, both inclusive; null = the first or last event. */
  covers: { from: number | null; to: number | null };
  /** When the groups of the log were founded, UTC microseconds; null = not said. */
  founded: number | null;
  zone: Calendar | null;
  format: string | null;
  /** The log names nobody, on purpose. */
  withoutMembers: boolean;
}

/** Bytes; a sidecar has six keys. */
const LARGEST = 1 << 20;
const KEYS = ['shows', 'covers', 'founded', 'timezone', 'format', 'withoutMembers'];

/** @param fallback zone of dates if the sidecar names none; @returns null if there is no sidecar; @throws LogError if it is faulty */
export async function readSidecar(log: string, fallback: Calendar | null): Promise<Sidecar | null> {
  const file = `${log}${SIDECAR_ENDING}`;
  const status = await stat(file).catch(() => null);
  if (status === null) return null;
  if (!status.isFile()) throw new LogError([notRegular(file)]);
  const text = status.size > LARGEST ? null : await readFile(file, 'utf8').catch(() => null);
  if (text === null) throw new LogError([unreadable(file, status.size > LARGEST ? `${status.size} B` : '')]);
  return parseSidecar(file, text.replace(/^\uFEFF/, ''), fallback);
}

function parseSidecar(file: string, text: string, fallback: Calendar | null): Sidecar {
  const at = (offset: number): Place => placeOf(file, text, offset);
  const value = parseJson(text);
  const deep = tooDeepAt(text);
  if (deep !== null) throw new LogError([tooDeep(at(deep), DEEPEST_JSON)]);
  if (value === undefined) throw new LogError([badJson(at(faultOffset(text)), text.slice(faultOffset(text)))]);
  if (!isObject(value)) throw new LogError([problem(at(0), null, { en: 'an object', zh: '对象' })]);

  const unknown = Object.keys(value).find((key) => !KEYS.includes(key));
  if (unknown !== undefined) {
    throw new LogError([problem(at(valueOffset(text, [unknown])), quoted(unknown), listed(KEYS))]);
  }
  const fail = (path: string[], expected: Bilingual): LogError =>
    new LogError([problem(at(valueOffset(text, path)), quotedValue(value, path), expected)]);

  const zone = zoneOf(value['timezone'], fallback);
  if (zone === undefined) throw fail(['timezone'], ZONE);
  const shows = showsOf(value['shows']);
  if (shows === undefined) throw fail(['shows'], listed(SIGNALS));
  const format = value['format'] ?? null;
  if (format !== null && typeof format !== 'string') throw fail(['format'], { en: 'a name', zh: '名称' });
  const withoutMembers = value['withoutMembers'] ?? false;
  if (typeof withoutMembers !== 'boolean') throw fail(['withoutMembers'], { en: 'true or false', zh: 'true 或 false' });
  return {
    shows,
    covers: coversOf(value['covers'], zone, fail),
    founded: foundedOf(value['founded'], zone, fail),
    zone,
    format,
    withoutMembers,
  };
}

const ZONE: Bilingual = { en: 'a time zone such as "Asia/Shanghai"', zh: '时区，例如 "Asia/Shanghai"' };
const COVERS: Bilingual = { en: 'an object with `from`, `to` or both', zh: '含 `from` 或 `to` 的对象' };
const BOUND: Bilingual = {
  en: 'a time with a zone, or a date (2025-03-01) with `timezone` beside it',
  zh: '带时区的时间，或日期（2025-03-01）并写上 `timezone`',
};

function zoneOf(value: JsonValue | undefined, fallback: Calendar | null): Calendar | null | undefined {
  if (value === undefined || value === null) return fallback;
  if (typeof value !== 'string') return undefined;
  return isTimeZone(value) ? calendarOf(value) : undefined;
}

function showsOf(value: JsonValue | undefined): Signal[] | null | undefined {
  if (value === undefined || value === null) return null;
  if (!Array.isArray(value)) return undefined;
  const known = SIGNALS.filter((signal) => value.includes(signal));
  const sound = value.every((name) => known.some((signal) => signal === name));
  return sound ? known : undefined;
}

type Fail = (path: string[], expected: Bilingual) => LogError;

function coversOf(value: JsonValue | undefined, zone: Calendar | null, fail: Fail): Sidecar['covers'] {
  if (value === undefined || value === null) return { from: null, to: null };
  if (!isObject(value) || Object.keys(value).some((key) => key !== 'from' && key !== 'to'))
    throw fail(['covers'], COVERS);
  const bound = (key: 'from' | 'to'): number | null => {
    const text = value[key] ?? null;
    if (text === null) return null;
    const micros = boundMicros(String(text), zone, key === 'to');
    if (micros === null) throw fail(['covers', key], BOUND);
    return micros;
  };
  const covers = { from: bound('from'), to: bound('to') };
  if (covers.from !== null && covers.to !== null && covers.from > covers.to) {
    throw fail(['covers', 'to'], { en: 'a time after `from`', zh: '晚于 `from` 的时间' });
  }
  return covers;
}

function foundedOf(value: JsonValue | undefined, zone: Calendar | null, fail: Fail): number | null {
  if (value === undefined || value === null) return null;
  const micros = boundMicros(String(value), zone, false);
  if (micros === null) throw fail(['founded'], BOUND);
  return micros;
}

/** A date means its whole day: its first microsecond for `from`, its last for `to`. */
function boundMicros(text: string, zone: Calendar | null, last: boolean): number | null {
  const day = parseDate(text);
  if (day === null) {
    const time = parseTime(text, zone);
    return 'micros' in time ? time.micros : null;
  }
  if (zone === null) return null;
  return last ? zone.dayStart(day + 1) - 1 : zone.dayStart(day);
}

function problem(place: Place, found: string | null, expected: Bilingual): LogProblem {
  return {
    code: 'badSidecar',
    ...place,
    found,
    expected,
    message: { en: 'The file that describes the log is invalid', zh: '日志说明文件有误' },
    advice: { en: 'Correct this value, or remove the file.', zh: '请改正该值，或删除该文件。' },
  };
}

/** For a sidecar that says a group was founded after the first event of its log. */
export function foundedLater(log: string): LogProblem {
  const expected = { en: 'a time before the first event of the log', zh: '早于日志第一个事件的时间' };
  return {
    ...problem({ file: `${log}${SIDECAR_ENDING}`, line: null, column: null }, null, expected),
    message: { en: 'The group was founded after its first event', zh: '建群时间晚于日志的第一个事件' },
    advice: { en: 'Correct `founded`, or remove it.', zh: '请改正 `founded`，或删除它。' },
  };
}

function listed(names: readonly string[]): Bilingual {
  return { en: `only ${names.join(', ')}`, zh: `仅限 ${names.join('、')}` };
}

function quotedValue(value: JsonObject, path: string[]): string | null {
  let at: JsonValue | undefined = value;
  for (const key of path) at = isObject(at) ? at[key] : undefined;
  return at === undefined ? null : quoted(typeof at === 'string' ? at : JSON.stringify(at));
}

function placeOf(file: string, text: string, offset: number): Place {
  const before = text.slice(0, offset).split('\n');
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
