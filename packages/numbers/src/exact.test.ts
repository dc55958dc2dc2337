import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  compare,
  type Exact,
  exact,
  INFINITE,
  invert,
  lowest,
  MINUS_INFINITE,
  multiply,
  negate,
  sign,
} from './exact.ts';

interface Fraction {
  n: bigint;
  d: bigint;
}

/** Small, and near the bound past which doubles no longer hold a product. */
const whole = fc.oneof(
  fc.integer({ min: -100, max: 100 }),
  fc.integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }),
);
const positive = fc.oneof(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }));
const finite = fc.tuple(whole, positive).map(([n, d]) => exact(n, d));

/** Whole number for whole number, without any bound. */
function reference({ n, d }: Exact): Fraction {
  return { n: BigInt(n), d: BigInt(d) };
}

function isSame(value: Exact, { n, d }: Fraction): boolean {
  const actual = reference(value);
  return actual.n * d === n * actual.d && actual.d > 0n;
}

describe('agrees with fractions of unbounded whole numbers', () => {
  test('sum and product', () => {
    fc.assert(
      fc.property(finite, finite, (a, b) => {
        const [x, y] = [reference(a), reference(b)];
        expect(isSame(add(a, b), { n: x.n * y.d + y.n * x.d, d: x.d * y.d })).toBe(true);
        expect(isSame(multiply(a, b), { n: x.n * y.n, d: x.d * y.d })).toBe(true);
      }),
    );
  });

  test('order', () => {
    fc.assert(
      fc.property(finite, finite, (a, b) => {
        const [x, y] = [reference(a), reference(b)];
        const difference = x.n * y.d - y.n * x.d;
        expect(Math.sign(compare(a, b))).toBe(difference > 0n ? 1 : difference < 0n ? -1 : 0);
      }),
    );
  });

  test('chains of steps past 2^53', () => {
    fc.assert(
      fc.property(fc.array(finite, { maxLength: 6 }), (values) => {
        const sum = values.reduce<Exact>(add, exact(0));
        const back = values.reduce<Exact>((rest, value) => add(rest, negate(value)), sum);
        expect(sign(back)).toBe(0);
        const product = values.filter((value) => sign(value) !== 0).reduce<Exact>(multiply, exact(1));
        expect(compare(multiply(product, invert(product)), exact(1))).toBe(0);
      }),
    );
  });
});

test('lowest terms are lowest, and the same for equal values', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1e6, max: 1e6 }),
      fc.integer({ min: 1, max: 1e6 }),
      fc.integer({ min: 1, max: 1e3 }),
      (n, d, k) => {
        expect(lowest(exact(n * k, d * k))).toEqual(lowest(exact(n, d)));
        expect(Object.is(lowest(exact(n, d))?.numerator, -0)).toBe(false);
      },
    ),
  );
});

test('infinities are beyond everything and absorb everything but 0', () => {
  fc.assert(
    fc.property(finite, (value) => {
      expect(compare(value, INFINITE)).toBeLessThan(0);
      expect(compare(value, MINUS_INFINITE)).toBeGreaterThan(0);
      expect(add(value, INFINITE)).toBe(INFINITE);
      expect(sign(multiply(value, INFINITE))).toBe(sign(value));
    }),
  );
  expect([lowest(INFINITE), lowest(invert(INFINITE))]).toEqual([null, { numerator: 0, denominator: 1 }]);
});
