import { expect, test } from 'vitest';
import { rationalOf, shareOf } from './rational.ts';

test('numbers are exact and in lowest terms', () => {
  expect(rationalOf('0.8')).toEqual({ numerator: 4, denominator: 5 });
  expect(shareOf('40%')).toEqual({ numerator: 2, denominator: 5 });
});

test('text that is not a number, and a number out of range, become 0', () => {
  expect(rationalOf('when')).toEqual({ numerator: 0, denominator: 1 });
  expect(rationalOf('9'.repeat(400))).toEqual({ numerator: 0, denominator: 1 });
});
