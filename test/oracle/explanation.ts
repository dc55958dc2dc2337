/** Why a condition came out as it did, computed by the oracle: every part's truth, every value's interval, and the events behind it. */
import type { Rational } from '@steward/numbers';
import type { Condition, Quantity, Window } from '@steward/policy';
import type { Evidence } from '@steward/simulator';
import { instantText } from './calendar.ts';
import { testCondition } from './conditions.ts';
import { evidenceOf } from './evidence.ts';
import type { Bound } from './interval.ts';
import { countedRows, lastSeen, measure } from './quantities.ts';
import { toPolicy } from './rational.ts';
import { textOf } from './reading.ts';
import { type Reason, reasonOf } from './reasons.ts';
import type { Truth } from './truth.ts';
import { type Moment, sameWindow, spanBefore, spanOf } from './windows.ts';

export interface Explained {
  kind: Condition['kind'];
  truth: 'true' | 'false' | 'unknown';
  parts: Explained[];
  values: ExplainedValue[];
}

export interface ExplainedValue {
  kind: Quantity['kind'];
  text: string;
  /** null: infinite. */
  lo: Rational | null;
  hi: Rational | null;
  /** Of aggregates other than `since`. */
  window: { from: string | null; to: string; covered: boolean; running: boolean } | null;
  evidence: Evidence | null;
  parts: ExplainedValue[];
}

export interface Explanation {
  condition: Explained;
  reason: Reason | null;
}

export function explain(condition: Condition, moment: Moment): Explanation {
  const explained = explainCondition(condition, moment);
  return { condition: explained, reason: explained.truth === 'unknown' ? reasonOf(condition, moment) : null };
}

function explainCondition(condition: Condition, moment: Moment): Explained {
  const node: Explained = {
    kind: condition.kind,
    truth: nameOf(testCondition(condition, moment)),
    parts: [],
    values: [],
  };
  switch (condition.kind) {
    case 'and':
    case 'or':
      return { ...node, parts: [condition.left, condition.right].map((part) => explainCondition(part, moment)) };
    case 'not':
      return { ...node, parts: [explainCondition(condition.operand, moment)] };
    case 'compare':
      return { ...node, values: [condition.left, condition.right].map((side) => explainValue(side, moment, null)) };
    case 'trend': {
      const { measure: measured, window } = condition;
      return { ...node, values: [explainValue(measured, moment, null), explainValue(measured, moment, window)] };
    }
    case 'rank':
      return { ...node, values: [explainValue(condition.measure, moment, null)] };
  }
}

function nameOf(truth: Truth): Explained['truth'] {
  if (truth === null) return 'unknown';
  return truth ? 'true' : 'false';
}

function explainValue(quantity: Quantity, moment: Moment, earlier: Window | null): ExplainedValue {
  const { lo, hi } = measure(quantity, moment, earlier);
  const node: ExplainedValue = {
    kind: quantity.kind,
    text: textOf(quantity),
    lo: boundOf(lo),
    hi: boundOf(hi),
    window: null,
    evidence: null,
    parts: [],
  };
  switch (quantity.kind) {
    case 'metric':
      return { ...node, parts: [explainValue(quantity.body, moment, earlier)] };
    case 'arithmetic':
      return { ...node, parts: [quantity.left, quantity.right].map((side) => explainValue(side, moment, earlier)) };
    case 'aggregate': {
      if (quantity.function === 'since') {
        const seen = lastSeen(quantity, moment);
        return { ...node, evidence: evidenceOf(seen === null ? [] : [seen], moment.world) };
      }
      const isMoved = earlier !== null && sameWindow(quantity.window, earlier);
      const span = isMoved ? spanBefore(quantity.window, moment) : spanOf(quantity.window, moment);
      const { from, last, covered, running } = span;
      const window = { from: from === -Infinity ? null : instantText(from), to: instantText(last), covered, running };
      return { ...node, window, evidence: evidenceOf(countedRows(quantity, moment, span), moment.world) };
    }
    default:
      return node;
  }
}

function boundOf(bound: Bound): Rational | null {
  return typeof bound === 'string' ? null : toPolicy(bound);
}
