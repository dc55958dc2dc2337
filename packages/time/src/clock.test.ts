import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  clockText,
  clockTextOfSecond,
  isWithinClock,
  localDateTimeText,
  localMicros,
  minuteOfDay,
  readingMicros,
} from './clock.ts';
import { instantMicros, instantText, microsBetween } from './instant.ts';

test('a minute of the day reads back as written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_440 }), (minute) => {
      expect(minuteOfDay(clockText(minute))).toBe(minute);
    }),
  );
  expect([clockText(510), clockText(1_440), clockTextOfSecond(30_600), clockTextOfSecond(30_605)]).toEqual([
    '08:30',
    '24:00',
    '08:30',
    '08:30:05',
  ]);
});

test('a span may run over midnight', () => {
  expect([isWithinClock(30, 1_320, 60), isWithinClock(600, 1_320, 60), isWithinClock(60, 0, 60)]).toEqual([
    true,
    false,
    false,
  ]);
});

test('impossible clock times and dates are rejected', () => {
  expect(readingMicros(2025, 3, 1, 12, 30, 15)).toBe(Date.UTC(2025, 2, 1, 12, 30, 15) * 1000);
  expect(
    [
      [2025, 2, 29, 0, 0, 0],
      [2025, 3, 1, 24, 0, 0],
      [2025, 3, 1, 0, 60, 0],
      [2025, 3, 1, 0, 0, 60],
    ].map(([y = 0, mo = 0, d = 0, h = 0, mi = 0, s = 0]) => readingMicros(y, mo, d, h, mi, s)),
  ).toEqual([null, null, null, null]);
});

test('local times and instants read back as written', () => {
  // 1900 to 2248: as far as microseconds are exact.
  const micros = fc.integer({ min: -2_200_000_000, max: 8_800_000_000 }).map((second) => second * 1_000_000);
  fc.assert(
    fc.property(micros, fc.nat(999_999), (whole, fraction) => {
      const minute = Math.floor(whole / 60e6) * 60e6;
      expect(localMicros(localDateTimeText(minute))).toBe(minute);
      expect(instantText(whole)).toBe(new Date(whole / 1000).toISOString());
      expect(instantMicros(instantText(whole + fraction))).toBe(whole + fraction);
    }),
  );
});

test('microseconds between instants count', () => {
  expect(microsBetween('2025-03-01T00:00:00.000Z', '2025-03-01T00:00:00.000250Z')).toBe(250);
  expect(microsBetween('2025-03-01T00:00:00.000Z', '2025-03-01T02:00:00.000Z')).toBe(7_200_000_000);
});
