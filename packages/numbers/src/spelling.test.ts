import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePercent, ratio } from './rational.ts';
import { decimalText, integerText, percentText, plainPercent, plainText } from './spelling.ts';

test('digits are grouped in threes', () => {
  expect([integerText(0), integerText(999), integerText(-1_234_567)]).toEqual(['0', '999', '-1,234,567']);
  expect(decimalText(1_234.5, 2)).toBe('1,234.5');
});

test('percents are rounded to the requested decimals', () => {
  expect([percentText(ratio(1, 3)), percentText(ratio(1, 3), 2), percentText(ratio(2, 5))]).toEqual([
    '33.3%',
    '33.33%',
    '40%',
  ]);
});

test('numbers in rules show no trace of binary fractions', () => {
  expect([plainText(0.1 + 0.2), plainPercent(ratio(7, 100)), plainPercent(ratio(29, 100))]).toEqual([
    '0.3',
    '7%',
    '29%',
  ]);
});

test('a percent written in a rule reads back as the same value', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (hundredths) => {
      const value = ratio(hundredths, 10_000);
      expect(parsePercent(plainPercent(value))).toEqual(value);
    }),
  );
});
