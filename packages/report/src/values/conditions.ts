/** What a reader wants to know of a condition beside its text: what is compared with what, and how far back it looks. */
import { type Condition, durationDays, type Quantity, type Rational, type Unit, type Window } from '@steward/policy';

/** One comparison or trend, in the order in which an Outcome lists a goal's measures. */
export interface Measured {
  unit: Unit;
  /** The constant it is compared with, in the unit's scale; null where it is no constant. */
  bound: Rational | null;
}

export function measuredParts(condition: Condition): Measured[] {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return [...measuredParts(condition.left), ...measuredParts(condition.right)];
    case 'not':
      return measuredParts(condition.operand);
    case 'compare':
      return [{ unit: condition.left.unit, bound: condition.right.kind === 'constant' ? condition.right.value : null }];
    case 'trend':
      return [{ unit: condition.measure.unit, bound: null }];
    case 'rank':
      return [];
  }
}

/** Whole days before the day evaluated that the condition needs to see: 29 for `in 30d`, 13 for a trend over `in 7d`. Periods, hours and `since` count 0. */
export function daysLookedBack(condition: Condition): number {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return Math.max(daysLookedBack(condition.left), daysLookedBack(condition.right));
    case 'not':
      return daysLookedBack(condition.operand);
    case 'compare':
      return Math.max(reach(condition.left), reach(condition.right));
    case 'rank':
      return reach(condition.measure);
    case 'trend':
      return Math.max(windowDays(condition.window) * 2 - 1, reach(condition.measure), 0);
  }
}

function reach(quantity: Quantity): number {
  switch (quantity.kind) {
    case 'aggregate':
    case 'intrinsic':
      return Math.max(0, windowDays(quantity.window) - 1);
    case 'metric':
      return reach(quantity.body);
    case 'arithmetic':
      return Math.max(reach(quantity.left), reach(quantity.right));
    case 'constant':
      return 0;
  }
}

function windowDays(window: Window): number {
  return window.kind === 'trailing' ? (durationDays(window.duration) ?? 0) : 0;
}
