/** The smallest change in the measured values that would flip a condition. */
import { type ComparisonOperator, type Condition, opposite } from '@steward/policy';
import type { ExplainedCondition, ExplainedQuantity } from '../explain/explanation.ts';

/** One comparison, trend or rank that must flip; the others may stay as they are. */
export interface FlipStep {
  /** What was compared, with its values. */
  node: ExplainedCondition;
  /** The required result. */
  wanted: boolean;
  /** For comparisons, `left operator right` must hold; null for trends and ranks. */
  needs: { left: ExplainedQuantity; operator: ComparisonOperator; right: ExplainedQuantity } | null;
}

/**
 * The fewest steps; among equals, those nearest to their bounds.
 * @param node the evaluated `condition`
 * @returns empty if it already has the wanted result
 */
export function smallestFlip(condition: Condition, node: ExplainedCondition, wanted: boolean): FlipStep[] {
  if (node.truth === (wanted ? 'true' : 'false')) return [];
  switch (condition.kind) {
    case 'not':
      return smallestFlip(condition.operand, part(node, 0), !wanted);
    case 'and':
    case 'or': {
      const left = smallestFlip(condition.left, part(node, 0), wanted);
      const right = smallestFlip(condition.right, part(node, 1), wanted);
      const both = condition.kind === 'and' ? wanted : !wanted;
      if (both) return [...left, ...right];
      return isSmaller(right, left) ? right : left;
    }
    case 'compare': {
      const [left, right] = node.values;
      if (left === undefined || right === undefined) throw new Error('a comparison has two values');
      const operator = wanted ? condition.operator : opposite(condition.operator);
      return [{ node, wanted, needs: { left, operator, right } }];
    }
    case 'trend':
    case 'rank':
      return [{ node, wanted, needs: null }];
  }
}

function part(node: ExplainedCondition, index: number): ExplainedCondition {
  const found = node.parts[index];
  if (found === undefined) throw new Error(`a ${node.kind} has no part ${index}`);
  return found;
}

function isSmaller(a: readonly FlipStep[], b: readonly FlipStep[]): boolean {
  if (a.length !== b.length) return a.length < b.length;
  return distance(a) < distance(b);
}

/** Distance of values from their bounds, relative to the bounds. What has no such distance counts as farther than anything that does. */
function distance(steps: readonly FlipStep[]): number {
  return steps.reduce((sum, { needs }) => {
    if (needs === null) return sum + 1;
    const [value, bound] = [middle(needs.left), middle(needs.right)];
    if (value === null || bound === null) return sum + 1;
    return sum + Math.abs(value - bound) / Math.max(Math.abs(bound), Math.abs(value), Number.EPSILON);
  }, 0);
}

function middle({ lo, hi }: ExplainedQuantity): number | null {
  if (lo === null || hi === null) return null;
  return (lo.numerator / lo.denominator + hi.numerator / hi.denominator) / 2;
}
