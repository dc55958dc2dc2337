/** What a reader wants to know of a condition beside its text: what is compared with what, and how far back it looks. */
import type { Rational } from '@steward/numbers';
import {
  type Condition,
  type ConditionLeaf,
  leavesOf,
  measuresOf,
  type Quantity,
  quantitiesIn,
  type Unit,
  type Window,
} from '@steward/policy';
import { durationDays } from '@steward/time';

/** One comparison or trend, in the order in which an Outcome lists a goal's measures. */
export interface Measured {
  unit: Unit;
  /** The constant it is compared with, in the unit's scale; null where it is no constant. */
  bound: Rational | null;
}

export function measuredParts(condition: Condition): Measured[] {
  return [...leavesOf(condition)].flatMap((leaf): Measured[] => {
    if (leaf.kind === 'rank') return [];
    if (leaf.kind === 'trend') return [{ unit: leaf.measure.unit, bound: null }];
    return [{ unit: leaf.left.unit, bound: leaf.right.kind === 'constant' ? leaf.right.value : null }];
  });
}

/** Whole days before the day evaluated that the condition needs to see: 29 for `in 30d`, 13 for a trend over `in 7d`. Periods, hours and `since` count 0. */
export function daysLookedBack(condition: Condition): number {
  return Math.max(0, ...[...leavesOf(condition)].map(daysOfLeaf));
}

function daysOfLeaf(leaf: ConditionLeaf): number {
  const reaches = measuresOf(leaf).map(reach);
  return Math.max(...reaches, leaf.kind === 'trend' ? windowDays(leaf.window) * 2 - 1 : 0);
}

/** That of a metric is that of its definition. */
function reach(measure: Quantity): number {
  const windows = [...quantitiesIn(measure)].flatMap(({ quantity }) =>
    quantity.kind === 'aggregate' || quantity.kind === 'intrinsic' ? [quantity.window] : [],
  );
  return Math.max(0, ...windows.map((window) => windowDays(window) - 1));
}

function windowDays(window: Window): number {
  return window.kind === 'trailing' ? (durationDays(window.duration) ?? 0) : 0;
}
