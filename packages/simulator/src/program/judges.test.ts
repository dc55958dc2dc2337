import type { Condition } from '@steward/policy';
import { describe, expect, test } from 'vitest';
import { both, constant, count, divide, is, own, top } from '../../test/build.ts';
import { clauseBuilder } from './clauses.ts';
import { judgesFor } from './judges.ts';

const RANGE = constant(0).range;
const CONDITIONS: Record<string, Condition> = {
  'against a whole number': is(count('message', 'in 7d'), '>=', 3),
  'against a ratio': is(count('message', 'in 7d'), '<', '7/2'),
  'constant first': is(constant(3), '<=', count('message', 'in 7d')),
  'ratio of two counts': is(divide(count('read', 'in 7d'), count('message', 'in 7d')), '<', '2/5'),
  amounts: is({ ...count('purchase', 'in 7d', { function: 'sum', field: 'amount' }), unit: 'number' }, '==', 2),
  average: is(count('purchase', 'in 7d', { function: 'average', field: 'amount' }), '>', 2),
  'two comparisons': both(is(count('message', 'in 7d'), '!=', 2), is(count('share', 'in 7d'), '==', 1)),
  'negation of either': {
    kind: 'not',
    operand: {
      kind: 'or',
      left: is(count('a', 'in 1d'), '>', 1),
      right: is(count('b', 'in 1d'), '<', 1),
      range: RANGE,
    },
    range: RANGE,
  },
  rank: top('1/5', own('message', 'in 7d')),
  trend: {
    kind: 'trend',
    direction: 'falls',
    measure: count('message', 'per week'),
    window: { kind: 'period', period: 'week' },
    by: { numerator: 1, denominator: 5 },
    range: RANGE,
  },
};

/** Values that slots may hold: small, too large for exact products, and infinite. */
const VALUES = [0, 1, 2, 3, 7, 20_000, 2 ** 52, Number.POSITIVE_INFINITY];

describe('generated code and closures give the same answers', () => {
  test.each(Object.entries(CONDITIONS))('%s', (name, condition) => {
    const builder = clauseBuilder();
    const { test: plan } = builder.add(renamed(condition));
    if (plan === null) throw new Error('no test');
    const { slots } = builder.table();
    const closure = judgesFor('closures').of(plan);
    const generated = judgesFor('generated').of(plan);
    const seen = new Set<number>();
    const total = VALUES.length ** Math.min(slots, 5);
    for (let seed = 0; seed < total; seed += 1) {
      const filled = fill(slots, seed);
      if (!possible(name, filled)) continue;
      const answer = closure(filled);
      seen.add(answer);
      expect(generated(filled), `slots ${[...filled]}`).toBe(answer);
    }
    expect(seen.size).toBeGreaterThan(1);
  });
});

/** What leaves never hold: an open number of amounts; a cut of nothing, or one that is known while a member's own value is not. */
function possible(name: string, [lo = 0, hi = 0, , cutDenominator = 0, known = 0]: Float64Array): boolean {
  if (name === 'average') return Number.isFinite(hi);
  if (name !== 'rank') return true;
  return cutDenominator > 0 && Number.isFinite(cutDenominator) && (known !== 1 || lo === hi);
}

/** Signals of the events schema. */
function renamed(condition: Condition): Condition {
  return JSON.parse(
    JSON.stringify(condition)
      .replaceAll('"signal":"a"', '"signal":"click"')
      .replaceAll('"signal":"b"', '"signal":"recall"'),
  );
}

/** Every combination for the first five slots; the rest follow from them. Each pair is an interval. */
function fill(slots: number, seed: number): Float64Array {
  const filled = new Float64Array(slots);
  let rest = seed;
  for (let i = 0; i < slots; i += 1) {
    filled[i] = VALUES[i < 5 ? rest % VALUES.length : (seed * 31 + i) % VALUES.length] ?? 0;
    if (i < 5) rest = Math.floor(rest / VALUES.length);
  }
  for (let i = 0; i + 1 < slots; i += 2) {
    const [a = 0, b = 0] = [filled[i], filled[i + 1]];
    if (!Number.isFinite(a)) filled[i] = 5;
    if (b < (filled[i] ?? 0)) filled[i + 1] = filled[i] ?? 0;
  }
  return filled;
}
