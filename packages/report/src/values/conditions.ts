/** Facts about a condition besides its text: what it compares, and how far back it looks. */
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

/** One comparison or trend, in the order of a goal's measures in an Outcome. */
export interface Measured {
  unit: Unit;
  /** The constant it is compared with, in the unit's scale; null if it is not constant. */
  bound: Rational | null;
}

export function measuredParts(condition: Condition): Measured[] {
  return [...leavesOf(condition)].flatMap((leaf): Measured[] => {
    if (leaf.kind === 'rank') return [];
    if (leaf.kind === 'trend') return [{ unit: leaf.measure.unit, bound: null }];
    return [{ unit: leaf.left.unit, bound: leaf.right.kind === 'constant' ? leaf.right.value : null }];
  });
}

/** Whole days of history that the condition needs: 29 for `in 30d`, 13 for a trend over `in 7d`. Periods, hours and `since` count 0. */
export function daysLookedBack(condition: Condition): number {
  return Math.max(0, ...[...leavesOf(condition)].map(daysOfLeaf));
}

function daysOfLeaf(leaf: ConditionLeaf): number {
  const reaches = measuresOf(leaf).map(reach);
  return Math.max(...reaches, leaf.kind === 'trend' ? windowDays(leaf.window) * 2 - 1 : 0);
}

/** A metric looks back as far as its definition. */
function reach(measure: Quantity): number {
  const windows = [...quantitiesIn(measure)].flatMap(({ quantity }) =>
    quantity.kind === 'aggregate' || quantity.kind === 'intrinsic' ? [quantity.window] : [],
  );
  return Math.max(0, ...windows.map((window) => windowDays(window) - 1));
}

function windowDays(window: Window): number {
  return window.kind === 'trailing' ? (durationDays(window.duration) ?? 0) : 0;
}
