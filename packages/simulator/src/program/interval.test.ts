import { exact, INFINITE, lowest, ratio } from '@steward/numbers';
import { expect, test } from 'vitest';
import { combine, compares, FALSE, type Interval, point, TRUE, UNKNOWN } from './interval.ts';

const between = (lo: number, hi: number): Interval => ({
  lo: exact(lo),
  hi: Number.isFinite(hi) ? exact(hi) : INFINITE,
});
const ends = ({ lo, hi }: Interval): unknown[] => [lowest(lo), lowest(hi)];
const whole = (numerator: number, denominator = 1) => ({ numerator, denominator });

test('a lower bound decides what it can', () => {
  const seen = between(3, Number.POSITIVE_INFINITY);
  expect(compares('>=', seen, point(exact(3)))).toBe(TRUE);
  expect(compares('<', seen, point(exact(3)))).toBe(FALSE);
  expect(compares('<', seen, point(exact(4)))).toBe(UNKNOWN);
  expect(compares('==', seen, point(exact(2)))).toBe(FALSE);
  expect(compares('!=', seen, point(exact(3)))).toBe(UNKNOWN);
});

test('0 × ∞ = 0, x / ∞ = 0, and a division by what may be 0 is unknown', () => {
  const unbounded = between(2, Number.POSITIVE_INFINITY);
  expect(ends(combine('*', between(0, 0), unbounded))).toEqual([whole(0), whole(0)]);
  expect(ends(combine('/', between(1, 3), unbounded))).toEqual([whole(0), whole(3, 2)]);
  expect(ends(combine('/', between(1, 1), between(0, 2)))).toEqual([null, null]);
  expect(ends(combine('-', between(1, 2), unbounded))).toEqual([null, whole(0)]);
  expect(ends(combine('*', between(-2, 3), between(-5, 4)))).toEqual([whole(-15), whole(12)]);
});

test('products past 2^53 stay exact', () => {
  const third = point(exact(9_007_199_254_740_990, 3));
  const product = combine('*', third, third);
  const back = combine('/', product, third);
  expect(ends(back)).toEqual([whole(3_002_399_751_580_330), whole(3_002_399_751_580_330)]);
  const close = combine('+', product, point(exact(1, 9_007_199_254_740_989)));
  expect(compares('>', close, product)).toBe(TRUE);
});

test('lowest terms', () => {
  expect(ratio(0, 7)).toEqual(whole(0));
  expect(ratio(-6, 4)).toEqual(whole(-3, 2));
});
