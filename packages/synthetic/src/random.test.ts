import { expect, test } from 'vitest';
import { mixSeed, Random, unitOf } from './random.ts';

const DRAWS = 20_000;

function draws(draw: (random: Random) => number): number[] {
  const random = new Random(3);
  return Array.from({ length: DRAWS }, () => draw(random));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

test.each([0.05, 1, 7])('a geometric count has the mean %d and a tail', (expected) => {
  const values = draws((random) => random.geometric(expected));
  expect(mean(values) / expected).toBeCloseTo(1, 1);
  expect(Math.max(...values)).toBeGreaterThan(4 * expected);
});

test('factors around 1 stay within the spread and near the middle', () => {
  const values = draws((random) => random.around(0.4));
  expect(mean(values)).toBeCloseTo(1, 2);
  expect(Math.min(...values)).toBeGreaterThanOrEqual(0.6);
  expect(values.filter((value) => Math.abs(value - 1) < 0.1).length / DRAWS).toBeGreaterThan(0.35);
});

test('half of the delays are short, some are very long', () => {
  const values = draws((random) => random.delay(10)).sort((a, b) => a - b);
  expect(values[0]).toBeGreaterThanOrEqual(10);
  expect(values[DRAWS / 2]).toBeLessThan(25);
  expect(values[DRAWS - 1]).toBeGreaterThan(10_000);
});

test('seeds of neighbouring parts are unrelated', () => {
  const seeds = new Set(Array.from({ length: 5_000 }, (_, part) => mixSeed(1, part, 2)));
  expect(seeds.size).toBe(5_000);
  const units = Array.from({ length: 5_000 }, (_, part) => unitOf(1, part));
  expect(mean(units)).toBeCloseTo(0.5, 1);
  expect(mixSeed(1, 2, 3)).not.toBe(mixSeed(1, 3, 2));
});
