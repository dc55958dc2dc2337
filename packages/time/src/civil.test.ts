import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  civilDate,
  dateRanges,
  dateText,
  dayNumber,
  daysBetween,
  daysIn,
  parseDate,
  weekday,
  weekStart,
} from './civil.ts';

const DAY_MILLIS = 86_400_000;
/** 0000-01-01 to 9999-12-31: what four digits can say. */
const day = fc.integer({ min: -719_528, max: 2_932_896 });
const utc = (number: number): Date => new Date(number * DAY_MILLIS);

describe('agrees with JavaScript’s dates', () => {
  test('a day and its date', () => {
    fc.assert(
      fc.property(day, (number) => {
        const date = utc(number);
        expect(civilDate(number)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        });
        expect(weekday(number) % 7).toBe(date.getUTCDay());
        expect(dateText(number)).toBe(date.toISOString().slice(0, 10));
      }),
    );
  });

  test('months outside the year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 9_000 }), fc.integer({ min: -30, max: 40 }), (year, month) => {
        expect(dayNumber(year, month, 1)).toBe(Date.UTC(year, month - 1, 1) / DAY_MILLIS);
      }),
    );
  });
});

test('a written date reads back as the same day, and nothing else is read', () => {
  fc.assert(
    fc.property(day, (number) => {
      expect(parseDate(dateText(number))).toBe(number);
    }),
  );
  const faulty = [
    '2023-02-29',
    '1900-02-29',
    '2025-04-31',
    '2025-13-01',
    '2025-00-01',
    '2025-1-1',
    '2025-01-01T00:00',
    '',
  ];
  expect(faulty.map(parseDate)).toEqual(faulty.map(() => null));
  expect(parseDate('2000-02-29')).toBe(11_016);
});

test('weeks begin on Monday', () => {
  fc.assert(
    fc.property(day, (number) => {
      expect(weekday(weekStart(number))).toBe(1);
      expect(number - weekStart(number)).toBe(weekday(number) - 1);
    }),
  );
});

test('adding to dates, and their differences', () => {
  expect([addDays('2024-02-28', 2), addDays('2025-01-01', -1)]).toEqual(['2024-03-01', '2024-12-31']);
  expect([daysBetween('2025-03-01', '2025-03-01'), daysBetween('2025-03-02', '2025-03-01')]).toEqual([0, -1]);
  expect(daysIn({ from: '2024-01-01', to: '2024-12-31' })).toBe(366);
});

test('consecutive dates form one range', () => {
  expect(dateRanges(['2025-02-27', '2025-02-28', '2025-03-01', '2025-03-03'])).toEqual([
    { from: '2025-02-27', to: '2025-03-01' },
    { from: '2025-03-03', to: '2025-03-03' },
  ]);
});
