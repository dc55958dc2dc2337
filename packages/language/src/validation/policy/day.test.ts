import { expect, test } from 'vitest';
import { common, gaps, overlaps, type Span } from './day.ts';

/** `8-20` in hours. */
const hours = (text: string): Span => {
  const [from = 0, to = 0] = text.split('-').map(Number);
  return { from: from * 60, to: to * 60 };
};
const written = (spans: readonly Span[]): string[] => spans.map(({ from, to }) => `${from / 60}-${to / 60}`);

test.each([
  [[], ['0-24']],
  [['0-24'], []],
  [['8-8'], []],
  [['8-20'], ['20-8']],
  [['20-8'], ['8-20']],
  [
    ['8-12', '14-20'],
    ['12-14', '20-8'],
  ],
  [['0-6', '6-12'], ['12-24']],
  [['8-20', '10-12', '19-8'], []],
  [['8-20', '20-0'], ['0-8']],
])('the gaps of %o are %o', (spans, expected) => expect(written(gaps(spans.map(hours)))).toEqual(expected));

test.each([
  ['8-12', '10-14', ['10-12']],
  ['8-12', '12-14', []],
  ['22-4', '2-6', ['2-4']],
  ['22-4', '20-2', ['22-2']],
  ['20-10', '8-22', ['8-10', '20-22']],
  ['8-8', '1-2', ['1-2']],
])('%s and %s share %o', (left, right, expected) =>
  expect(written(common(hours(left), hours(right)))).toEqual(expected),
);

test('pairs that overlap, each once', () => {
  const [a, b, c, d] = ['8-12', '11-13', '12-16', '22-9'].map(hours);
  const found = overlaps([a, b, c, d] as Span[]);
  expect(found.map(({ left, right }) => written([left, right]).join(' '))).toEqual([
    '8-12 22-9',
    '8-12 11-13',
    '11-13 12-16',
  ]);
});

test('a thousand shifts are handled quickly', () => {
  const spans = Array.from({ length: 1_440 }, (_, minute) => ({ from: minute, to: minute + 1 }));
  expect(overlaps(spans)).toEqual([]);
  expect(gaps(spans)).toEqual([]);
});

test('each of very many overlapping spans is paired with only a few', () => {
  const spans = Array.from({ length: 2_000 }, (_, index) => ({ from: index % 600, to: 700 + (index % 600) }));
  const found = overlaps(spans);
  expect(found.length).toBeGreaterThan(spans.length);
  expect(found.length).toBeLessThanOrEqual(4 * spans.length);
});
