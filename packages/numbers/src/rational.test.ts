import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDecimal, parsePercent, ratio, toNumber } from './rational.ts';

test('decimals and percents are exact, and in lowest terms', () => {
  expect(parseDecimal('0.8')).toEqual({ numerator: 4, denominator: 5 });
  expect(parsePercent('40%')).toEqual({ numerator: 2, denominator: 5 });
  expect(parsePercent('33.25%')).toEqual({ numerator: 133, denominator: 400 });
});

test('text that is not a decimal, or out of range, gives null', () => {
  expect(['when', '', '.5', '1.', '-1', '1e3', '9'.repeat(400)].map((text) => parseDecimal(text))).toEqual(
    Array(7).fill(null),
  );
  expect(parsePercent('40')).toBeNull();
});

test('a decimal is read as JavaScript reads it', () => {
  const digits = fc.tuple(fc.nat(999_999), fc.integer({ min: 0, max: 6 }));
  fc.assert(
    fc.property(digits, ([value, places]) => {
      const text = (value / 10 ** places).toFixed(places);
      expect(toNumber(parseDecimal(text) ?? ratio(-1))).toBe(Number(text));
    }),
  );
});
