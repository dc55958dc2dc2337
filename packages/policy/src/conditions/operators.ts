/** What becomes of a comparison's operator when its sides change places, and when it is denied. */
import type { ComparisonOperator } from '../expression.ts';

const MIRRORED = {
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
  '==': '==',
  '!=': '!=',
} as const satisfies Record<ComparisonOperator, ComparisonOperator>;

const OPPOSITE = {
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
  '==': '!=',
  '!=': '==',
} as const satisfies Record<ComparisonOperator, ComparisonOperator>;

/** The operator that says the same with the sides changed: `3 < x` is `x > 3`. */
export function mirrored<Operator extends ComparisonOperator>(operator: Operator): (typeof MIRRORED)[Operator] {
  return MIRRORED[operator];
}

/** The operator that holds exactly where this one does not: `x < 3` is not `x >= 3`. */
export function opposite<Operator extends ComparisonOperator>(operator: Operator): (typeof OPPOSITE)[Operator] {
  return OPPOSITE[operator];
}
