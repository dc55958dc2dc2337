import type { Condition } from '@steward/policy';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { count, is } from '../../test/build.ts';
import type { ExplainedCondition } from '../explain/explanation.ts';
import { smallestFlip } from './flip.ts';

interface Verdicts {
  condition: Condition;
  node: ExplainedCondition;
}

const comparison = is(count('message', 'per day'), '>=', 3);
const { range } = comparison;

function nodeOf(kind: Condition['kind'], holds: boolean, parts: ExplainedCondition[]): ExplainedCondition {
  const value = { kind: 'aggregate', text: '', unit: 'count', range, window: null, evidence: null, parts: [] } as const;
  const at = (n: number) => ({
    ...value,
    parts: [],
    lo: { numerator: n, denominator: 1 },
    hi: { numerator: n, denominator: 1 },
  });
  const values = kind === 'compare' ? [at(holds ? 4 : 2), at(3)] : [];
  return { kind, truth: holds ? 'true' : 'false', range, parts, values, cut: null };
}

const { tree } = fc.letrec<{ tree: Verdicts; leaf: Verdicts }>((tie) => ({
  leaf: fc.boolean().map((holds): Verdicts => ({ condition: comparison, node: nodeOf('compare', holds, []) })),
  tree: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    tie('leaf'),
    tie('tree').map(({ condition, node }): Verdicts => {
      return {
        condition: { kind: 'not', operand: condition, range },
        node: nodeOf('not', node.truth === 'false', [node]),
      };
    }),
    fc.tuple(fc.constantFrom('and' as const, 'or' as const), tie('tree'), tie('tree')).map(([kind, a, b]): Verdicts => {
      const [left, right] = [a.node.truth === 'true', b.node.truth === 'true'];
      const holds = kind === 'and' ? left && right : left || right;
      return {
        condition: { kind, left: a.condition, right: b.condition, range },
        node: nodeOf(kind, holds, [a.node, b.node]),
      };
    }),
  ),
}));

function leavesOf(node: ExplainedCondition): ExplainedCondition[] {
  return node.kind === 'compare' ? [node] : node.parts.flatMap(leavesOf);
}

function holdsWith(node: ExplainedCondition, turned: ReadonlySet<ExplainedCondition>): boolean {
  const parts = node.parts.map((part) => holdsWith(part, turned));
  if (node.kind === 'and') return parts.every(Boolean);
  if (node.kind === 'or') return parts.some(Boolean);
  if (node.kind === 'not') return parts[0] === false;
  return (node.truth === 'true') !== turned.has(node);
}

test('flipping those leaves flips the condition, and no fewer would', () => {
  const property = fc.property(tree, ({ condition, node }) => {
    const wanted = node.truth !== 'true';
    const steps = smallestFlip(condition, node, wanted);
    expect(holdsWith(node, new Set(steps.map((step) => step.node)))).toBe(wanted);
    const leaves = leavesOf(node);
    for (let choice = 0; choice < 2 ** leaves.length; choice += 1) {
      const turned = new Set(leaves.filter((_, i) => (choice >> i) % 2 === 1));
      if (turned.size < steps.length) expect(holdsWith(node, turned)).toBe(!wanted);
    }
    expect(smallestFlip(condition, node, !wanted)).toEqual([]);
  });
  fc.assert(property, { seed: 20_250_501, numRuns: 300 });
});

test('a comparison gives the value it needs', () => {
  const [step] = smallestFlip(comparison, nodeOf('compare', true, []), false);
  expect(step?.needs?.operator).toBe('<');
});
