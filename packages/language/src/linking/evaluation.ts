/** What an expression is evaluated over: one event, a member, the group, or (in a metric) whatever its user is evaluated over. */
import type { AstNode } from 'langium';

export type Evaluation = 'event' | 'member' | 'group' | 'metric';

/** Decided by where the expression is. */
export function evaluationOf(node: AstNode): Evaluation {
  let current = node;
  while (current.$container) {
    const container = current.$container;
    switch (container.$type) {
      case 'Aggregate':
      case 'SignalPart':
        return 'event';
      case 'Category':
        return 'event';
      case 'Tier':
      case 'Task':
        return 'member';
      case 'Metric':
        return 'metric';
      default:
        current = container;
    }
  }
  return 'group';
}
