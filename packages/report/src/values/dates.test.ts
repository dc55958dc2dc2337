import { expect, test } from 'vitest';
import { addDays, daysBetween, localTime, microsBetween, stretches } from './dates.ts';

test('instants are read in the zone of the group, across a change of clocks', () => {
  expect(localTime('2025-03-01T16:30:00.000Z', 'Asia/Shanghai')).toBe('2025-03-02 00:30');
  expect(localTime('2025-03-09T06:59:00.000Z', 'America/New_York')).toBe('2025-03-09 01:59');
  expect(localTime('2025-03-09T07:00:00.000Z', 'America/New_York')).toBe('2025-03-09 03:00');
});

test('consecutive dates are joined, over the end of a month too', () => {
  expect(stretches(['2025-02-27', '2025-02-28', '2025-03-01', '2025-03-04'])).toEqual([
    { from: '2025-02-27', to: '2025-03-01' },
    { from: '2025-03-04', to: '2025-03-04' },
  ]);
  expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(3);
});

test('microseconds count', () => {
  expect(microsBetween('2025-03-01T00:00:00.000Z', '2025-03-01T00:00:00.000250Z')).toBe(250);
  expect(microsBetween('2025-03-01T00:00:00.000Z', '2025-03-01T02:00:00.000Z')).toBe(7_200_000_000);
});
