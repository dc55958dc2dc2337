import { decimalText, integerText, percentText } from '@steward/numbers';
import { expect, test } from 'vitest';
import { CATALOGUE } from '../locale/catalogue.ts';
import { elapsed, quantity } from './numbers.ts';

const { en, zh } = CATALOGUE;
const ratio = (numerator: number, denominator: number) => ({ numerator, denominator });

test('grouping and percentages', () => {
  expect(integerText(1_234_567)).toBe('1,234,567');
  expect(percentText(ratio(2, 5))).toBe('40%');
  expect(percentText(ratio(1, 3))).toBe('33.3%');
  expect(decimalText(1234.5, 2)).toBe('1,234.5');
  expect(decimalText(-0.25, 2)).toBe('-0.25');
});

test('rounding never hides on which side of its bound a value lies', () => {
  expect(quantity(ratio(2999, 10_000), 'ratio', en, ratio(3, 10))).toBe('29.99%');
  expect(quantity(ratio(3, 10), 'ratio', en, ratio(3, 10))).toBe('30%');
  expect(quantity(ratio(49_999, 10_000), 'count', en, ratio(5, 1))).toBe('4.9999');
  expect(quantity(ratio(62, 10), 'number', en, ratio(5, 1))).toBe('6.2');
});

test('a duration shows its two largest units, in both languages', () => {
  expect(elapsed(2 * 86_400e6 + 3 * 3_600e6 + 59e6, en)).toBe('2d 3h');
  expect(elapsed(45 * 60e6, en)).toBe('45min');
  expect(elapsed(86_400e6 + 5 * 60e6, en)).toBe('1d');
  expect(elapsed(2 * 86_400e6 + 3 * 3_600e6, zh)).toBe('2天 3小时');
  expect(elapsed(400_000, en)).toBe('0s');
});
