import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ComparisonOperator, Condition, EventCondition, Quantity } from '../expression.ts';
import { mirrored, opposite } from './operators.ts';
import {
  aggregatesOf,
  boundsIn,
  comparisonsIn,
  fieldsOf,
  filtersOf,
  measuresOf,
  quantitiesIn,
  windowsOf,
} from './quantities.ts';
import {
  leavesOf,
  mapLeaves,
  mapOperands,
  nodeAt,
  operandsOf,
  type Path,
  placedLeavesOf,
  replaceAt,
  truthOf,
} from './tree.ts';

const range = { file: 0, startOffset: 0, endOffset: 0, startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };
const OPERATORS: readonly ComparisonOperator[] = ['<', '<=', '>', '>=', '==', '!='];

const number = (value: number): Quantity => ({
  kind: 'constant',
  value: { numerator: value, denominator: 1 },
  unit: 'count',
  text: `${value}`,
  range,
});

const messages = (where: EventCondition | null): Quantity => ({
  kind: 'aggregate',
  function: 'count',
  parts: [{ signal: 'message', where }],
  signal: 'message',
  field: null,
  scope: 'member',
  window: { kind: 'trailing', duration: { amount: 7, unit: 'd' } },
  unit: 'count',
  range,
});

const isAd: EventCondition = {
  kind: 'field-in',
  field: 'category',
  values: [{ name: 'ad', spellings: ['ad'] }],
  range,
};

const quantity: fc.Arbitrary<Quantity> = fc.letrec<{ quantity: Quantity }>((tie) => ({
  quantity: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.nat(9).map(number),
    fc.constantFrom(messages(null), messages(isAd)),
    fc
      .record({ left: tie('quantity'), right: tie('quantity') })
      .map((sides): Quantity => ({ kind: 'arithmetic', operator: '+', ...sides, unit: 'count', range })),
    tie('quantity').map(
      (body): Quantity => ({ kind: 'metric', metric: 'talk', window: { kind: 'all' }, body, unit: 'count', range }),
    ),
  ),
})).quantity;

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc
    .record({ operator: fc.constantFrom(...OPERATORS), left: quantity, right: quantity })
    .map((parts): Condition => ({ kind: 'compare', ...parts, range })),
  quantity.map(
    (measure): Condition => ({ kind: 'rank', direction: 'top', limit: { kind: 'places', places: 3 }, measure, range }),
  ),
  quantity.map(
    (measure): Condition => ({
      kind: 'trend',
      direction: 'falls',
      measure,
      window: { kind: 'period', period: 'week' },
      by: { numerator: 1, denominator: 5 },
      range,
    }),
  ),
);

const condition: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc
      .record({ kind: fc.constantFrom('and' as const, 'or' as const), left: tie('condition'), right: tie('condition') })
      .map((parts): Condition => ({ ...parts, range })),
    tie('condition').map((operand): Condition => ({ kind: 'not', operand, range })),
  ),
})).condition;

/** Every node with its path, found by an independent walk. */
function nodesOf(tree: Condition, path: Path = []): { node: Condition; path: Path }[] {
  const own = { node: tree, path };
  if (tree.kind === 'not') return [own, ...nodesOf(tree.operand, [...path, 'operand'])];
  if (tree.kind !== 'and' && tree.kind !== 'or') return [own];
  return [own, ...nodesOf(tree.left, [...path, 'left']), ...nodesOf(tree.right, [...path, 'right'])];
}

const OTHER: Condition = { kind: 'compare', operator: '==', left: number(1), right: number(2), range };

describe('walks', () => {
  test('every node is found at its path', () => {
    fc.assert(
      fc.property(condition, (tree) => {
        for (const { node, path } of nodesOf(tree)) expect(nodeAt(tree, path)).toBe(node);
      }),
    );
  });

  test('the leaves are the nodes without operands, in their order', () => {
    fc.assert(
      fc.property(condition, (tree) => {
        const leaves = nodesOf(tree).filter(({ node }) => operandsOf(node).length === 0);
        expect([...leavesOf(tree)]).toEqual(leaves.map(({ node }) => node));
        expect([...placedLeavesOf(tree)].map(({ leaf: node, path }) => ({ node, path }))).toEqual(leaves);
      }),
    );
  });

  test('a leaf is negated by an odd number of `not`', () => {
    fc.assert(
      fc.property(condition, (tree) => {
        for (const { path, negated } of placedLeavesOf(tree)) {
          expect(negated).toBe(path.filter((step) => step === 'operand').length % 2 === 1);
        }
      }),
    );
  });

  test('a path outside the tree finds nothing and replaces nothing', () => {
    fc.assert(
      fc.property(condition, (tree) => {
        for (const { path } of placedLeavesOf(tree)) {
          expect(nodeAt(tree, [...path, 'left'])).toBeNull();
          expect(replaceAt(tree, [...path, 'left'], () => OTHER)).toBeNull();
        }
      }),
    );
  });
});

describe('changes', () => {
  test('replacing a node by itself gives the same object', () => {
    fc.assert(
      fc.property(condition, (tree) => {
        for (const { path } of nodesOf(tree)) expect(replaceAt(tree, path, (node) => node)).toBe(tree);
        expect(mapLeaves(tree, (node) => node)).toBe(tree);
        expect(mapOperands(tree, (node) => node)).toBe(tree);
      }),
    );
  });

  test('a replacement is found at its path, everything else is untouched, and undoing it restores the tree', () => {
    fc.assert(
      fc.property(condition, (tree) => {
        for (const { node, path } of nodesOf(tree)) {
          const changed = replaceAt(tree, path, () => OTHER);
          if (changed === null) throw new Error('the path was lost');
          expect(nodeAt(changed, path)).toBe(OTHER);
          for (const other of placedLeavesOf(tree)) {
            const isInside = path.every((step, index) => other.path[index] === step);
            if (!isInside) expect(nodeAt(changed, other.path)).toBe(other.leaf);
          }
          expect(replaceAt(changed, path, () => node)).toEqual(tree);
        }
      }),
    );
  });

  test('every leaf is changed once', () => {
    fc.assert(
      fc.property(condition, (tree) => {
        const changed = mapLeaves(tree, () => OTHER);
        expect([...leavesOf(changed)]).toEqual([...leavesOf(tree)].map(() => OTHER));
        expect(nodesOf(changed).map(({ path }) => path)).toEqual(nodesOf(tree).map(({ path }) => path));
      }),
    );
  });
});

describe('truth', () => {
  const truths = fc.infiniteStream(fc.constantFrom(true, false, null)).map((stream) => stream);

  test('a decided result stays, whatever the unknown leaves turn out to be', () => {
    fc.assert(
      fc.property(condition, truths, (tree, stream) => {
        const found = new Map([...leavesOf(tree)].map((one) => [one, stream.next().value ?? null]));
        const known = truthOf(tree, (one) => found.get(one) ?? null);
        if (known === null) return;
        for (const guess of [true, false])
          expect(truthOf<Condition>(tree, (one) => found.get(one) ?? guess)).toBe(known);
      }),
    );
  });

  test('a negated tree has the opposite truth', () => {
    fc.assert(
      fc.property(condition, (tree) => {
        const truth = truthOf(tree, ({ kind }) => (kind === 'rank' ? null : kind === 'compare'));
        const denied = truthOf<Condition>({ kind: 'not', operand: tree, range }, ({ kind }) =>
          kind === 'rank' ? null : kind === 'compare',
        );
        expect(denied).toBe(truth === null ? null : !truth);
      }),
    );
  });

  test.each([
    ['and', true, null, null],
    ['and', null, false, false],
    ['or', null, true, true],
    ['or', false, null, null],
    ['or', false, false, false],
  ] as const)('%s of %s and %s is %s', (kind, first, second, expected) => {
    const left: Condition = { ...OTHER };
    const tree: Condition = { kind, left, right: { ...OTHER }, range };
    expect(truthOf<Condition>(tree, (one) => (one === left ? first : second))).toBe(expected);
  });
});

describe('operators', () => {
  const holds = (operator: ComparisonOperator, left: number, right: number): boolean =>
    ({
      '<': left < right,
      '<=': left <= right,
      '>': left > right,
      '>=': left >= right,
      '==': left === right,
      '!=': left !== right,
    })[operator];

  test.each(OPERATORS)('%s: its mirror means the same, its opposite the negation', (operator) => {
    for (const [left, right] of [
      [1, 2],
      [2, 2],
      [3, 2],
    ] as const) {
      expect(holds(mirrored(operator), right, left)).toBe(holds(operator, left, right));
      expect(holds(opposite(operator), left, right)).toBe(!holds(operator, left, right));
    }
  });
});

describe('measures', () => {
  test('a bound has its measure on one side and its constant on the other', () => {
    fc.assert(
      fc.property(condition, (tree) => {
        for (const { comparison, path, side, constant, measure, operator } of boundsIn(tree)) {
          expect(nodeAt(tree, path)).toBe(comparison);
          expect(comparison[side]).toBe(constant);
          expect(comparison[side === 'left' ? 'right' : 'left']).toBe(measure);
          expect(side === 'right' ? operator : mirrored(operator)).toBe(comparison.operator);
        }
        expect(boundsIn(tree).length).toBe(
          comparisonsIn(tree).filter(({ left, right }) => (left.kind === 'constant') !== (right.kind === 'constant'))
            .length,
        );
      }),
    );
  });

  test('every aggregate and every filter is found as often as it is written', () => {
    fc.assert(
      fc.property(condition, (tree) => {
        const text = JSON.stringify(tree);
        const count = (part: string): number => text.split(part).length - 1;
        expect([...aggregatesOf(tree)].length).toBe(count('"kind":"aggregate"'));
        expect([...filtersOf(tree)].map(({ signal }) => signal)).toEqual(
          Array.from({ length: count('"field-in"') }, () => 'message'),
        );
        expect([...windowsOf(tree)].length).toBe(
          count('"kind":"aggregate"') + count('"kind":"metric"') + count('"kind":"trend"'),
        );
      }),
    );
  });

  test('the contents of a metric get the place of its use', () => {
    fc.assert(
      fc.property(quantity, (body) => {
        const at = { ...range, startOffset: 40 };
        const use: Quantity = {
          kind: 'metric',
          metric: 'talk',
          window: { kind: 'all' },
          body,
          unit: 'count',
          range: at,
        };
        for (const used of quantitiesIn(use)) expect(used.range).toBe(at);
        const [first, ...inside] = quantitiesIn(use);
        expect(first?.metric).toBeNull();
        for (const { metric } of inside) expect(metric).toBe(use);
      }),
    );
  });

  test('a trend and a rank have one measure, a comparison two', () => {
    fc.assert(
      fc.property(condition, (tree) => {
        for (const one of leavesOf(tree)) expect(measuresOf(one).length).toBe(one.kind === 'compare' ? 2 : 1);
      }),
    );
  });

  test('a filter reads the fields of its leaves', () => {
    const isStaff: EventCondition = { kind: 'field-in', field: 'role', values: [], range };
    const isDear: EventCondition = {
      kind: 'field-compare',
      operator: '>',
      value: { numerator: 9, denominator: 1 },
      range,
    };
    const either: EventCondition = { kind: 'or', left: isStaff, right: isDear, range };
    const filter: EventCondition = { kind: 'and', left: isAd, right: { kind: 'not', operand: either, range }, range };
    expect(fieldsOf(filter)).toEqual(['category', 'role']);
  });
});
