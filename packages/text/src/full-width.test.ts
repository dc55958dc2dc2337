import { expect, test } from 'vitest';
import { halfWidthOf } from './full-width.ts';

test('every full-width form of ASCII, and nothing else', () => {
  for (let code = 0x21; code <= 0x7e; code++) {
    const half = String.fromCharCode(code);
    expect(halfWidthOf(String.fromCharCode(code + 0xfee0))).toBe(half);
    expect(halfWidthOf(half)).toBe(half);
  }
  expect(['。', '、', '群', '①', 'ﬁ', '　'].map(halfWidthOf)).toEqual(['。', '、', '群', '1', 'ﬁ', '　']);
});
