import { expect, test } from 'vitest';
import { localDays } from './calendar.ts';

const HOUR_MS = 3_600_000;

function lengths(start: string, days: number, timezone: string): number[] {
  return localDays(start, days, timezone).map((day) => (day.to - day.from) / HOUR_MS);
}

test('days are 23, 24 or 25 hours long in a zone with clock changes', () => {
  expect(lengths('2025-03-29', 3, 'Europe/Berlin')).toEqual([24, 23, 24]);
  expect(lengths('2025-10-25', 3, 'Europe/Berlin')).toEqual([24, 25, 24]);
  expect(lengths('2025-03-29', 3, 'Asia/Shanghai')).toEqual([24, 24, 24]);
});

test('a day has a date, a weekday and a first instant', () => {
  const [sunday, monday] = localDays('2025-03-02', 2, 'Asia/Kolkata');
  expect(sunday).toMatchObject({ index: 0, date: '2025-03-02', weekday: 6, dayOfMonth: 2 });
  expect(new Date(monday?.from ?? 0).toISOString()).toBe('2025-03-02T18:30:00.000Z');
});
