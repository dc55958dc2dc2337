import { expect, test } from 'vitest';
import { buckets, sparkline, strip } from './sparkline.ts';

test('bars run from zero to the largest value', () => {
  expect(sparkline([0, 1, 5, 10], 10)).toBe('▁▂▅█');
  expect(sparkline([7, 7, 7], 10)).toBe('███');
  expect(sparkline([0, 0], 10)).toBe('▁▁');
  expect(sparkline([], 10)).toBe('');
});

test('an unknown day is a gap, not a zero', () => expect(sparkline([null, 4, null], 10)).toBe('·█·'));

test('more days than cells: the mean of each bucket', () => {
  expect(sparkline([0, 2, 4, 4], 2)).toBe('▃█');
  expect(sparkline([null, 4, null, null], 2)).toBe('█·');
});

test('buckets cover every day once', () => {
  const parts = buckets(10, 3);
  expect(parts.map(({ from, to }) => to - from).reduce((a, b) => a + b)).toBe(10);
  expect(parts[0]?.from).toBe(0);
  expect(parts.at(-1)?.to).toBe(10);
});

test('a strip shows the worst day of each bucket', () => {
  const days = ['healthy', 'breach', 'unknown', 'healthy'] as const;
  const mark = (verdict: string) => verdict.charAt(0);
  expect(strip(days, 4, ['breach', 'unknown', 'healthy'], mark)).toBe('hbuh');
  expect(strip(days, 2, ['breach', 'unknown', 'healthy'], mark)).toBe('bu');
});
