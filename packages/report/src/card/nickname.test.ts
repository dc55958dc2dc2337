import { expect, test } from 'vitest';
import { nicknameShape } from './nickname.ts';

test.each([
  ['^.+-.+$', '…-…'],
  ['^\\S+@\\S{2,8}$', '…@…'],
  ['【.+】.+', '【…】…'],
  ['^(甲|乙)-.+$', null],
  ['^VIP$', null],
])('the shape of names: %s', (pattern, shape) => expect(nicknameShape(pattern)).toBe(shape));
