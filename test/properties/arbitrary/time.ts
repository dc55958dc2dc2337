/** Zones with clock changes, and instants at the edges of windows. */
import fc from 'fast-check';
import { Calendar, type Day } from '../../oracle/calendar.ts';

/** A zone, and a date around which its clock or calendar is unusual. */
export interface Place {
  timezone: string;
  date: string;
}

/** Half-hour shifts, a shift one minute after midnight, midnights that do not exist or happen twice, year ends, leap days. */
const PLACES: readonly Place[] = [
  { timezone: 'America/New_York', date: '2025-03-09' },
  { timezone: 'America/New_York', date: '2025-11-02' },
  { timezone: 'Europe/London', date: '2025-03-30' },
  { timezone: 'Europe/London', date: '2025-10-26' },
  { timezone: 'Australia/Lord_Howe', date: '2025-04-06' },
  { timezone: 'Australia/Lord_Howe', date: '2025-10-05' },
  { timezone: 'America/St_Johns', date: '2025-03-09' },
  { timezone: 'America/St_Johns', date: '2010-11-07' },
  { timezone: 'America/Havana', date: '2025-03-09' },
  { timezone: 'America/Asuncion', date: '2023-03-26' },
  { timezone: 'Asia/Shanghai', date: '2025-03-01' },
  { timezone: 'Asia/Shanghai', date: '1991-09-15' },
  { timezone: 'UTC', date: '2024-12-30' },
  { timezone: 'UTC', date: '2024-02-29' },
];

export const place: fc.Arbitrary<Place> = fc.constantFrom(...PLACES);

/** The local days of a log; the unusual date is one of them, or near. */
export interface Stretch {
  calendar: Calendar;
  days: Day[];
}

export function stretch(where: Place): fc.Arbitrary<Stretch> {
  const count = fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 1, max: 5 }) },
    { weight: 4, arbitrary: fc.integer({ min: 6, max: 16 }) },
    { weight: 1, arbitrary: fc.integer({ min: 17, max: 60 }) },
  );
  return fc.record({ count, before: fc.nat(6) }).map(({ count: length, before }) => {
    const calendar = Calendar.of(where.timezone);
    const first = calendar.dayAt(calendar.instantOf(`${where.date}T12:00`)).number - Math.min(before, length);
    return { calendar, days: calendar.daysBetween(calendar.day(first), calendar.day(first + length - 1)) };
  });
}

/** One microsecond off, or not. */
const jitter = fc.constantFrom(0, 0, 0, -1, 1);

/** When something happens, given what happened before it. */
export type Timing =
  | { kind: 'midnight'; day: number; jitter: number }
  | { kind: 'clock'; day: number; halfHour: number; jitter: number }
  | { kind: 'anywhere'; day: number; share: number }
  | { kind: 'tie'; back: number }
  | { kind: 'echo'; back: number; minutes: number; jitter: number };

const ECHOES = [0.75, 30, 45, 60, 90, 120, 180, 1_440, 2_880] as const;
const day = fc.nat(59);

export const timing: fc.Arbitrary<Timing> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('clock' as const), day, halfHour: fc.nat(47), jitter }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('midnight' as const), day, jitter }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('anywhere' as const), day, share: fc.nat(999_999) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('tie' as const), back: fc.nat(9) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('echo' as const),
      back: fc.nat(5),
      minutes: fc.constantFrom(...ECHOES),
      jitter,
    }),
  },
);

/** @param earlier the instants settled so far, in the order of planning */
export function settle(when: Timing, { days }: Stretch, earlier: readonly number[]): number {
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) throw new Error('a stretch without days');
  const instant = instantOf(when, days, first, earlier);
  return Math.min(Math.max(instant, first.from), last.last);
}

function instantOf(when: Timing, days: readonly Day[], first: Day, earlier: readonly number[]): number {
  if (when.kind === 'tie' || when.kind === 'echo') {
    const before = earlier[earlier.length - 1 - (when.back % Math.max(earlier.length, 1))] ?? first.from;
    return when.kind === 'tie' ? before : before + when.minutes * 60_000_000 + when.jitter;
  }
  const on = days[when.day % days.length] ?? first;
  if (when.kind === 'midnight') return on.from + when.jitter;
  if (when.kind === 'clock') return on.from + when.halfHour * 1_800_000_000 + when.jitter;
  return on.from + Math.floor(((on.last - on.from) * when.share) / 1_000_000);
}
