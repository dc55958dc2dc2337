import { describe, expect, test } from 'vitest';
import { calendarOf, localText } from './calendar.ts';
import { civilDate, dateText, dayNumber } from './civil.ts';
import { localMicros } from './clock.ts';
import { HOUR } from './duration.ts';

const utc = (text: string): number => Date.parse(`${text}Z`) * 1000;
const day = (text: string): number => localMicros(text) / (24 * HOUR);

describe('days of a time zone', () => {
  test.each([
    ['Asia/Shanghai', '2025-03-01', '2025-02-28T16:00', 24],
    ['America/New_York', '2025-03-09', '2025-03-09T05:00', 23],
    ['America/New_York', '2025-11-02', '2025-11-02T04:00', 25],
    ['Australia/Lord_Howe', '2025-04-06', '2025-04-05T13:00', 24.5],
    // Midnight does not exist: the clock goes from 23:59 to 01:00.
    ['America/Asuncion', '2023-10-01', '2023-10-01T04:00', 23],
    // The whole day does not exist.
    ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00', 0],
    // 00:01 went back to 23:01 of the day before: the day has begun already.
    ['America/St_Johns', '2010-11-07', '2010-11-07T02:30', 25],
  ])('%s %s begins at %s and has %d hours', (zone, date, begins, hours) => {
    const calendar = calendarOf(zone);
    expect(calendar.dayStart(day(date))).toBe(utc(begins));
    expect((calendar.dayStart(day(date) + 1) - calendar.dayStart(day(date))) / HOUR).toBe(hours);
  });

  test('every instant belongs to the last day that has begun', () => {
    const calendar = calendarOf('America/St_Johns');
    for (let hour = 0; hour < 72; hour += 1) {
      const instant = utc('2010-11-05T00:00') + hour * HOUR;
      const number = calendar.dayOf(instant);
      expect(calendar.dayStart(number)).toBeLessThanOrEqual(instant);
      expect(calendar.dayStart(number + 1)).toBeGreaterThan(instant);
    }
  });

  test('an hour that the clock repeats is one period', () => {
    const { period } = calendarOf('Europe/Berlin');
    const { start, next } = period('hour', utc('2025-10-26T01:30'));
    expect([start, next]).toEqual([utc('2025-10-26T00:00'), utc('2025-10-26T02:00')]);
  });

  test('weeks begin on Monday, months with their first day', () => {
    const { period } = calendarOf('Asia/Shanghai');
    expect(period('week', utc('2025-03-02T15:59')).start).toBe(utc('2025-02-23T16:00'));
    expect(period('week', utc('2025-03-02T16:00')).start).toBe(utc('2025-03-02T16:00'));
    expect(period('month', utc('2025-03-05T00:00'))).toEqual({
      start: utc('2025-02-28T16:00'),
      next: utc('2025-03-31T16:00'),
      previous: utc('2025-01-31T16:00'),
    });
  });

  test('a skipped local time moves forward by the gap; a repeated one means the first', () => {
    const { instantAt } = calendarOf('America/New_York');
    expect(instantAt(localMicros('2025-03-09T02:30'))).toBe(utc('2025-03-09T07:30'));
    expect(instantAt(localMicros('2025-11-02T01:30'))).toBe(utc('2025-11-02T05:30'));
  });
});

test('dates and their numbers', () => {
  for (const text of ['1970-01-01', '2000-02-29', '2024-12-31', '1899-03-01']) expect(dateText(day(text))).toBe(text);
  expect(civilDate(dayNumber(2025, 13, 1))).toEqual({ year: 2026, month: 1, day: 1 });
  expect(localText(calendarOf('Asia/Kolkata'), utc('2025-01-01T00:00'))).toBe('2025-01-01T05:30');
});
