/** Mirroring and negating comparison operators. */
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

/** The operator with the same meaning when the sides are swapped: `3 < x` is `x > 3`. */
export function mirrored<Operator extends ComparisonOperator>(operator: Operator): (typeof MIRRORED)[Operator] {
  return MIRRORED[operator];
}

/** The operator that holds exactly when this one does not: `x < 3` negates `x >= 3`. */
export function opposite<Operator extends ComparisonOperator>(operator: Operator): (typeof OPPOSITE)[Operator] {
  return OPPOSITE[operator];
}
