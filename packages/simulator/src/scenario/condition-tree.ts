/** A condition as it was judged: every part with its truth, every comparison with its values. */
import type { Condition, Quantity, Rational, SourceRange, Unit } from '@steward/policy';
import { FALSE, type Interval, TRUE, type Truth } from '../program/interval.ts';
import { judge, measure, type Slots } from '../program/judge.ts';
import { measureText } from '../program/measure-text.ts';
import type { Test, Value } from '../program/plan.ts';
import { lowest } from '../program/rational.ts';

export type TruthName = 'true' | 'false' | 'unknown';

export interface ConditionNode {
  kind: Condition['kind'];
  truth: TruthName;
  range: SourceRange;
  /** Of `and`, `or`, `not`. */
  parts: ConditionNode[];
  /** What is compared with what, in order; none for `and`, `or`, `not`. */
  values: MeasuredValue[];
}

export interface MeasuredValue {
  role: 'left' | 'right' | 'current' | 'base' | 'measure';
  /** As results spell measures: `SEMANTICS.md`, "Spelling of results". */
  text: string;
  unit: Unit;
  constant: boolean;
  /** Both ends of the interval, in the unit's scale; null = infinite. */
  lo: Rational | null;
  hi: Rational | null;
}

/** @param test what `condition` was compiled to, with its slots filled */
export function conditionTree(condition: Condition, test: Test, slots: Slots): ConditionNode {
  const { range } = condition;
  const truth = truthName(judge(test)(slots));
  const node = (parts: ConditionNode[], values: MeasuredValue[]): ConditionNode => ({
    kind: condition.kind,
    truth,
    range,
    parts,
    values,
  });
  if ((condition.kind === 'and' || condition.kind === 'or') && test.kind === condition.kind) {
    return node(
      [conditionTree(condition.left, test.left, slots), conditionTree(condition.right, test.right, slots)],
      [],
    );
  }
  if (condition.kind === 'not' && test.kind === 'not') {
    return node([conditionTree(condition.operand, test.operand, slots)], []);
  }
  return node([], valuesOf(condition, test, slots));
}

function valuesOf(condition: Condition, test: Test, slots: Slots): MeasuredValue[] {
  const value = (role: MeasuredValue['role'], quantity: Quantity, read: Value): MeasuredValue => {
    const { lo, hi }: Interval = measure(read)(slots);
    const { unit } = quantity;
    const constant = quantity.kind === 'constant';
    return { role, text: measureText(quantity), unit, constant, lo: lowest(lo), hi: lowest(hi) };
  };
  if (condition.kind === 'compare' && test.kind === 'compare') {
    return [value('left', condition.left, test.left), value('right', condition.right, test.right)];
  }
  if (condition.kind === 'trend' && test.kind === 'trend') {
    return [value('current', condition.measure, test.current), value('base', condition.measure, test.base)];
  }
  if (condition.kind === 'rank' && test.kind === 'rank') return [value('measure', condition.measure, test.measure)];
  throw new Error(`a ${condition.kind} compiled to a ${test.kind}`);
}

export function truthName(truth: Truth): TruthName {
  return truth === TRUE ? 'true' : truth === FALSE ? 'false' : 'unknown';
}
