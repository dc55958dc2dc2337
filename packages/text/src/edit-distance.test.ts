import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance } from './edit-distance.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', '群'), maxLength: 8 });

/** By its definition, without any bound. */
function reference(left: string, right: string): number {
  if (left === '' || right === '') return left.length + right.length;
  const [a, b] = [left.slice(0, -1), right.slice(0, -1)];
  const isSame = left.at(-1) === right.at(-1);
  const swapped =
    left.length > 1 && right.length > 1 && left.at(-1) === right.at(-2) && left.at(-2) === right.at(-1)
      ? [reference(left.slice(0, -2), right.slice(0, -2)) + 1]
      : [];
  return Math.min(reference(a, right) + 1, reference(left, b) + 1, reference(a, b) + (isSame ? 0 : 1), ...swapped);
}

test('agrees with the definition up to the limit, and reports going beyond it', () => {
  const short = fc.string({ unit: fc.constantFrom('a', 'b', '群'), maxLength: 5 });
  fc.assert(
    fc.property(short, short, fc.integer({ min: 0, max: 4 }), (left, right, limit) => {
      const exact = reference(left, right);
      const found = editDistance(left, right, limit);
      if (exact <= limit) expect(found).toBe(exact);
      else expect(found).toBeGreaterThan(limit);
    }),
  );
});

test('is symmetric', () => {
  fc.assert(
    fc.property(word, word, (left, right) => {
      expect(editDistance(left, right, 8)).toBe(editDistance(right, left, 8));
    }),
  );
});
