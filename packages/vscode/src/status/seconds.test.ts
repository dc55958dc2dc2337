import { expect, test } from 'vitest';
import { seconds } from './seconds.ts';

test.each([
  [0.4, '0 ms'],
  [12.4, '12 ms'],
  [420, '0.4 s'],
  [9_960, '10.0 s'],
  [12_300, '12 s'],
])('%d ms: %s', (milliseconds, text) => expect(seconds(milliseconds)).toBe(text));
