/**
 * Whether a condition can ever be shown to be true if some of what it counts is only partly visible: because a period is still running, or
 * because the platform hides a signal.
 */
import { type Aggregate, type Comparison, opposite, type Quantity } from '@steward/policy';

/** Whether a lower and an upper bound of a quantity are known. */
export interface Knowledge {
  lower: boolean;
  upper: boolean;
}

export const EXACT: Knowledge = { lower: true, upper: true };

/** What is known about an aggregate if there may be more events than are visible. */
export function partlySeen({ function: name }: Aggregate): Knowledge {
  // More events make a count larger and the last event later; they can change an average in any direction.
  if (name === 'average') return { lower: false, upper: false };
  return name === 'since' ? { lower: false, upper: true } : { lower: true, upper: false };
}

export function knowledgeOf(quantity: Quantity, of: (aggregate: Aggregate) => Knowledge): Knowledge {
  switch (quantity.kind) {
    case 'metric':
      return knowledgeOf(quantity.body, of);
    case 'aggregate':
      return of(quantity);
    case 'arithmetic': {
      const left = knowledgeOf(quantity.left, of);
      const right = knowledgeOf(quantity.right, of);
      const turns = quantity.operator === '-' || quantity.operator === '/';
      return {
        lower: left.lower && (turns ? right.upper : right.lower),
        upper: left.upper && (turns ? right.lower : right.upper),
      };
    }
    default:
      return EXACT;
  }
}

/** Whether the comparison (or its negation) can be shown to be true. */
export function canBeShown(comparison: Comparison, negated: boolean, of: (aggregate: Aggregate) => Knowledge): boolean {
  const left = knowledgeOf(comparison.left, of);
  const right = knowledgeOf(comparison.right, of);
  const above = left.lower && right.upper;
  const below = left.upper && right.lower;
  switch (negated ? opposite(comparison.operator) : comparison.operator) {
    case '>':
    case '>=':
      return above;
    case '<':
    case '<=':
      return below;
    case '!=':
      return above || below;
    case '==':
      return above && below;
  }
}
