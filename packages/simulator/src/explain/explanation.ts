/** Why a clause came out as it did: its condition as a tree, with every value, its span and the events behind it. */
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
  /** Both sides of a comparison; the later and earlier value of a trend; the measure of a rank. */
  values: ExplainedQuantity[];
  /** For a rank, the last value that still belongs to the top (or bottom); null if there is none or values are unknown. */
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
  /** Both ends inclusive; `from` null = unbounded. The whole is null if the quantity reads no events. */
  window: { from: Instant | null; to: Instant; covered: boolean; running: boolean } | null;
  /** What an aggregate counted. */
  evidence: Evidence | null;
  /** Operands of arithmetic; a metric's definition. */
  parts: ExplainedQuantity[];
}

/** The evidence for one leaf at the explained instant. */
export interface LeafFacts {
  window: ExplainedQuantity['window'];
  evidence: Evidence | null;
}

export interface ExplainContext {
  slots: Slots;
  leaves: readonly Leaf[];
  facts: (leaf: Leaf) => LeafFacts;
}

/** @param test the compiled `condition`, with its slots filled */
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
