import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  add,
  commonDivisor,
  type Fraction,
  floor,
  fraction,
  inverse,
  isZero,
  leastMultiple,
  multiply,
  negate,
  ONE,
  ofRational,
  ZERO,
} from './fraction.ts';

const value = fc.tuple(fc.bigInt(-1_000n, 1_000n), fc.bigInt(1n, 1_000n)).map(([n, d]) => fraction(n, d));

function isLowest({ numerator, denominator }: Fraction): boolean {
  return denominator > 0n && commonDivisor(numerator, denominator) === 1n;
}

test('results are in lowest terms, with the sign in the numerator', () => {
  fc.assert(
    fc.property(value, value, (a, b) => {
      expect([add(a, b), multiply(a, b), negate(a)].filter((result) => !isLowest(result))).toEqual([]);
    }),
  );
  expect(fraction(3n, -6n)).toEqual({ numerator: -1n, denominator: 2n });
});

test('the laws of a field', () => {
  fc.assert(
    fc.property(value, value, value, (a, b, c) => {
      expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
      expect(add(a, negate(a))).toEqual(ZERO);
      if (!isZero(a)) expect(multiply(a, inverse(a))).toEqual(ONE);
    }),
  );
});

test('floor rounds down on both sides of 0', () => {
  expect([
    floor(fraction(7n, 2n)),
    floor(fraction(-7n, 2n)),
    floor(ofRational({ numerator: -4, denominator: 2 })),
  ]).toEqual([3n, -4n, -2n]);
  expect([leastMultiple(4n, 6n), commonDivisor(0n, 0n)]).toEqual([12n, 1n]);
});
