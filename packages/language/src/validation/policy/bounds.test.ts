import { expect, test } from 'vitest';
import { settle } from './bounds.ts';

const ANY = { lo: 0, hi: Infinity };
const point = (value: number) => ({ lo: value, hi: value });

test.each([
  ['<', ANY, point(0), 'never'],
  ['<', { lo: 0, hi: 7 }, point(8), 'always'],
  ['<', { lo: 0, hi: 7 }, point(7), 'open'],
  ['<=', { lo: 0, hi: 7 }, point(7), 'always'],
  ['>', { lo: 0, hi: 7 }, point(7), 'never'],
  ['>', point(2), point(1), 'always'],
  ['>=', { lo: 0, hi: 7 }, point(7), 'open'],
  ['>=', ANY, point(0), 'always'],
  ['==', { lo: 0, hi: 7 }, point(8), 'never'],
  ['==', point(3), point(3), 'always'],
  ['!=', point(3), point(3), 'never'],
  ['!=', { lo: 0, hi: 7 }, point(8), 'always'],
  ['==', ANY, ANY, 'open'],
] as const)('%s of %o and %o is %s', (operator, left, right, verdict) =>
  expect(settle(operator, left, right)).toBe(verdict),
);
