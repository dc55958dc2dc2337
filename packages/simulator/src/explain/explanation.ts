/** Why a clause came out as it did: its condition as a tree, with every value, the span it was read over, and the events behind it. */
import { lowest, type Rational } from '@steward/numbers';
import {
  type Condition,
  measureText,
  nodeAt,
  operandsOf,
  type Quantity,
  type SourceRange,
  type Unit,
} from '@steward/policy';
import type { Instant } from '@steward/time';
import type { Evidence } from '../outcome/evidence.ts';
import { FALSE, TRUE, type Truth } from '../program/interval.ts';
import { judge, measure, type Slots } from '../program/judge.ts';
import type { Leaf, Test, Value } from '../program/plan.ts';

export interface ExplainedCondition {
  kind: Condition['kind'];
  truth: 'true' | 'false' | 'unknown';
  range: SourceRange;
  /** Of `and`, `or`, `not`. */
  parts: ExplainedCondition[];
  /** Of a comparison left and right; of a trend the later value and the earlier one; of a rank its measure. */
  values: ExplainedQuantity[];
  /** A rank's: the value that still belongs to the top (or bottom); null where none does, or where values are not known. */
  cut: Rational | null;
}

export interface ExplainedQuantity {
  kind: Quantity['kind'];
  /** As results spell measures: `SEMANTICS.md`, "Spelling of results". */
  text: string;
  unit: Unit;
  range: SourceRange;
  /** Ends of the interval; null = infinite. Durations in microseconds. */
  lo: Rational | null;
  hi: Rational | null;
  /** Both ends inclusive; `from` null = everything before, the whole null where the quantity looks at no events. */
  window: { from: Instant | null; to: Instant; covered: boolean; running: boolean } | null;
  /** What an aggregate counted. */
  evidence: Evidence | null;
  /** Operands of arithmetic; a metric's definition. */
  parts: ExplainedQuantity[];
}

/** What stands behind one leaf at the instant explained. */
export interface LeafFacts {
  window: ExplainedQuantity['window'];
  evidence: Evidence | null;
}

export interface ExplainContext {
  slots: Slots;
  leaves: readonly Leaf[];
  facts: (leaf: Leaf) => LeafFacts;
}

/** @param test what `condition` was compiled to; its slots are filled. */
export function explainCondition(condition: Condition, test: Test, context: ExplainContext): ExplainedCondition {
  const node: ExplainedCondition = {
    kind: condition.kind,
    truth: truthName(judge(test)(context.slots)),
    range: condition.range,
    parts: [],
    values: [],
    cut: null,
  };
  const operands = operandsOf(condition);
  if (operands.length > 0 && condition.kind === test.kind) {
    const parts = operands.map(({ step, node: operand }) => {
      const compiled = nodeAt(test, [step]);
      if (compiled === null) throw new Error(`the ${step} of a ${condition.kind} was not compiled`);
      return explainCondition(operand, compiled, context);
    });
    return { ...node, parts };
  }
  if (condition.kind === 'compare' && test.kind === 'compare') {
    const values = [
      explainQuantity(condition.left, test.left, context),
      explainQuantity(condition.right, test.right, context),
    ];
    return { ...node, values };
  }
  if (condition.kind === 'trend' && test.kind === 'trend') {
    const later = explainQuantity(condition.measure, test.current, context);
    return { ...node, values: [later, explainQuantity(condition.measure, test.base, context)] };
  }
  if (condition.kind === 'rank' && test.kind === 'rank') {
    const values = [explainQuantity(condition.measure, test.measure, context)];
    return { ...node, values, cut: cutOf(context.slots, test.slot) };
  }
  throw new Error(`a ${condition.kind} was compiled to a ${test.kind}`);
}

function truthName(truth: Truth): ExplainedCondition['truth'] {
  return truth === TRUE ? 'true' : truth === FALSE ? 'false' : 'unknown';
}

function cutOf(slots: Slots, slot: number): Rational | null {
  const numerator = slots[slot] as number;
  if (slots[slot + 2] !== 1 || !Number.isFinite(numerator)) return null;
  return { numerator, denominator: slots[slot + 1] as number };
}

function explainQuantity(quantity: Quantity, value: Value, context: ExplainContext): ExplainedQuantity {
  const { lo, hi } = measure(value)(context.slots);
  const node: ExplainedQuantity = {
    kind: quantity.kind,
    text: measureText(quantity),
    unit: quantity.unit,
    range: quantity.range,
    lo: lowest(lo),
    hi: lowest(hi),
    window: null,
    evidence: null,
    parts: [],
  };
  if (quantity.kind === 'metric') return { ...node, parts: [explainQuantity(quantity.body, value, context)] };
  if (quantity.kind === 'arithmetic' && value.kind === 'arithmetic') {
    const parts = [
      explainQuantity(quantity.left, value.left, context),
      explainQuantity(quantity.right, value.right, context),
    ];
    return { ...node, parts };
  }
  if (value.kind !== 'leaf' && value.kind !== 'average') return node;
  const leaf = context.leaves.find(({ slot }) => slot === value.slot);
  return leaf === undefined ? node : { ...node, ...context.facts(leaf) };
}
