import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarOf, localText } from './calendar.ts';
import { localMicros } from './clock.ts';
import { isTimeZone } from './zone.ts';

/** Whole, half and quarter hours; skipped midnights, a skipped day, clocks changed by half an hour. */
const ZONES = [
  'Asia/Shanghai',
  'Asia/Kathmandu',
  'America/New_York',
  'America/St_Johns',
  'America/Asuncion',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Africa/Casablanca',
];
const zone = fc.constantFrom(...ZONES);
/** 1990 to 2040, whole minutes. */
const instant = fc.integer({ min: 10_519_200, max: 36_817_920 }).map((minutes) => minutes * 60_000_000);

const formats = new Map<string, Intl.DateTimeFormat>();

function shownByIntl(timezone: string, micros: number): string {
  const format =
    formats.get(timezone) ??
    new Intl.DateTimeFormat('sv', { timeZone: timezone, dateStyle: 'short', timeStyle: 'short' });
  formats.set(timezone, format);
  return format.format(micros / 1000).replace(' ', 'T');
}

test('an instant is shown as Intl shows it', () => {
  fc.assert(
    fc.property(zone, instant, (timezone, micros) => {
      expect(localText(calendarOf(timezone), micros)).toBe(shownByIntl(timezone, micros));
    }),
  );
});

test('a clock time resolves to the first instant that shows it', () => {
  fc.assert(
    fc.property(zone, instant, (timezone, micros) => {
      const calendar = calendarOf(timezone);
      const text = localText(calendar, micros);
      const found = calendar.instantAt(localMicros(text));
      expect(localText(calendar, found)).toBe(text);
      expect(found).toBeLessThanOrEqual(micros);
    }),
  );
});

test('a zone has a name from the IANA database', () => {
  expect(['Asia/Shanghai', 'UTC', 'America/New_York'].map(isTimeZone)).toEqual([true, true, true]);
  expect(['Mars/Olympus', 'China', '+08:00', '', '08:00'].map(isTimeZone)).toEqual(Array(5).fill(false));
});
