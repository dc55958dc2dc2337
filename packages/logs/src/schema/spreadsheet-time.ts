/**
 * Times as spreadsheets write them when a table is opened and saved: `2025/9/1 9:05`, `2025-9-1 9:05 PM`, `2025年9月1日 下午9:05`, and
 * the underlying number of days since 1900.
 */
import { DAY, readingMicros } from '@steward/time';

/** What a clock showed, and the offset given with it. */
export interface ClockReading {
  /** Microseconds, whole seconds, as if the clock stood at UTC. */
  local: number;
  /** Digits below the second. */
  fraction: string;
  offset: string | null;
}

const YEAR_FIRST = '(?<year>\\d{4})(?:[-/.]|年)(?<month>\\d{1,2})(?:[-/.]|月)(?<day>\\d{1,2})日?';
const YEAR_LAST = '(?<one>\\d{1,2})[-/.](?<two>\\d{1,2})[-/.](?<last>\\d{4}|\\d{2})';
const WEEKDAY = '(?:[ ]*(?:星期|周)[一二三四五六日天])?';
const HALF_BEFORE = '(?<before>凌晨|早上|上午|中午|下午|晚上|[AaPp][Mm])?';
const CLOCK =
  '(?<hour>\\d{1,2})(?:[:：]|时|點|点)(?<minute>\\d{1,2})(?:(?:[:：]|分)(?<second>\\d{1,2})秒?(?:[.,](?<fraction>\\d{1,9}))?|分)?';
const HALF_BEHIND = '(?:[ ]*(?<behind>[AaPp]\\.?[Mm]\\.?|上午|下午))?';
const OFFSET = '(?:[ ]*(?<offset>[Zz]|[+-]\\d{2}(?::?\\d{2})?))?';
const SHOWN = new RegExp(
  `^(?:${YEAR_FIRST}|${YEAR_LAST})${WEEKDAY}(?:[Tt]|[ ]*)${HALF_BEFORE}[ ]*${CLOCK}${HALF_BEHIND}${OFFSET}$`,
);

type Parts = Readonly<Record<string, string | undefined>>;

/** @returns the reading, or why there is none */
export function parseSpreadsheetTime(text: string): ClockReading | 'notATime' | 'ambiguousDate' {
  // No-break spaces separate the time from AM or PM.
  const parts: Parts | undefined = SHOWN.exec(text.replace(/[\u00a0\u202f]/g, ' '))?.groups;
  if (parts === undefined) return 'notATime';
  const date = parts['year'] === undefined ? yearLast(parts) : numbers(parts['year'], parts['month'], parts['day']);
  if (typeof date === 'string') return date;
  const hour = hourOf(Number(parts['hour']), halfOf(parts));
  if (hour === null) return 'notATime';
  const [year, month, day] = date;
  const local = readingMicros(year, month, day, hour, Number(parts['minute']), Number(parts['second'] ?? '0'));
  if (local === null) return 'notATime';
  return { local, fraction: parts['fraction'] ?? '', offset: parts['offset'] ?? null };
}

type Day = [year: number, month: number, day: number];

function numbers(...parts: [string, string | undefined, string | undefined]): Day {
  return [Number(parts[0]), Number(parts[1]), Number(parts[2])];
}

/** Months of a year, and hours of half a day. */
const TWELVE = 12;

/** `25/12/2025` can be read in only one way; `3/4/2025` may be in March or in April. */
function yearLast({ one, two, last }: Parts): Day | 'ambiguousDate' {
  const [first, second, year] = [Number(one), Number(two), Number(last)];
  if (last?.length !== 4) return 'ambiguousDate';
  if (first > TWELVE || first === second) return [year, second, first];
  return second > TWELVE ? [year, first, second] : 'ambiguousDate';
}

function halfOf({ before, behind }: Parts): string | null {
  const half = before ?? behind;
  return half === undefined ? null : half.replaceAll('.', '').toLowerCase();
}

/** The hour of the day, given the word for its half; null if the two contradict each other. */
function hourOf(hour: number, half: string | null): number | null {
  if (half === null) return hour;
  if (hour > TWELVE) return null;
  switch (half) {
    case 'am':
    case '上午':
    case '早上':
    case '凌晨':
      return hour % TWELVE;
    case '中午':
      return hour < 10 ? hour + TWELVE : hour;
    case '晚上':
      // “Twelve in the evening” is midnight, but of which day?
      return hour === TWELVE ? null : hour + TWELVE;
    default:
      return (hour % TWELVE) + TWELVE;
  }
}

/** 1954-10-04 to 2200-01-01, far from any number of seconds since 1970. */
const SERIAL_BOUNDS = { first: 20_000, end: 109_573 } as const;
/** 1970-01-01. */
const SERIAL_EPOCH = 25_569;

/** The clock reading, in microseconds as if it were UTC, of a spreadsheet's date number; null for any other number. */
export function serialMicros(value: number): number | null {
  if (value < SERIAL_BOUNDS.first || value >= SERIAL_BOUNDS.end) return null;
  // To the millisecond: a double holds no more of a day.
  return Math.round(((value - SERIAL_EPOCH) * DAY) / 1000) * 1000;
}
