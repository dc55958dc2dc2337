/** What stands where in a condition. */
import type { Condition, Quantity } from '@steward/policy';

/** Left sides of the comparisons, and measures of the trends, in order of appearance. */
export function comparisons(condition: Condition): Quantity[] {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return [...comparisons(condition.left), ...comparisons(condition.right)];
    case 'not':
      return comparisons(condition.operand);
    case 'compare':
      return [condition.left];
    case 'trend':
      return [condition.measure];
    case 'rank':
      return [];
  }
}

export function firstComparison(condition: Condition): Extract<Condition, { kind: 'compare' }> | null {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return firstComparison(condition.left) ?? firstComparison(condition.right);
    case 'not':
      return firstComparison(condition.operand);
    case 'compare':
      return condition;
    default:
      return null;
  }
}
