import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DurationUnit, durationDays, durationMicros, durationOf, parseDuration } from './duration.ts';

const unit = fc.constantFrom<DurationUnit>('s', 'min', 'h', 'd', 'w');

test('reads durations', () => {
  fc.assert(
    fc.property(fc.nat(100_000), unit, (amount, of) => {
      expect(parseDuration(`${amount}${of}`)).toEqual({ amount, unit: of });
    }),
  );
  expect(['', '7', 'd', '7 d', '1.5h', '7days', '-1d'].map(parseDuration)).toEqual(Array(7).fill(null));
});

test('a duration in its best unit has the same length', () => {
  fc.assert(
    fc.property(fc.nat(100_000), unit, (amount, of) => {
      const micros = durationMicros({ amount, unit: of });
      expect(durationMicros(durationOf(micros))).toBe(micros);
    }),
  );
  expect([durationOf(36 * 3_600e6), durationOf(7 * 86_400e6), durationOf(90e6)]).toEqual([
    { amount: 36, unit: 'h' },
    { amount: 7, unit: 'd' },
    { amount: 90, unit: 's' },
  ]);
});

test('only days and weeks count calendar days', () => {
  expect([durationDays({ amount: 2, unit: 'w' }), durationDays({ amount: 48, unit: 'h' })]).toEqual([14, null]);
});
