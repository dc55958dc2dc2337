import { expect, test } from 'vitest';
import { neededOf } from './needed.ts';

/** Leaves out one item after the other. */
function oneByOne(items: readonly number[], suffices: (rest: readonly number[]) => boolean): number[] {
  let needed = [...items];
  for (const item of items) {
    const rest = needed.filter((other) => other !== item);
    if (suffices(rest)) needed = rest;
  }
  return needed;
}

const items = Array.from({ length: 200 }, (_, index) => index);

test.each([
  ['the last one', [[199]]],
  ['the first one', [[0]]],
  ['some here and there', [[3, 77, 150]]],
  [
    'one set or another',
    [
      [10, 20],
      [5, 190],
      [198, 199],
    ],
  ],
  ['all of them', [items]],
  ['none', [[]]],
])('gives the same result as dropping items one by one: %s', (_, sets) => {
  const suffices = (rest: readonly number[]): boolean => {
    const there = new Set(rest);
    return sets.some((set) => set.every((item) => there.has(item)));
  };
  expect(neededOf(items, suffices)).toEqual(oneByOne(items, suffices));
});

test('asks few questions if few items are needed', () => {
  let questions = 0;
  neededOf(items, (rest) => {
    questions++;
    return rest.includes(120);
  });
  expect(questions).toBeLessThan(40);
});
