/** What follows from a measure's shape: whether it is a member's, whether a window says anything about it. */
import type { AstNode } from 'langium';
import type * as ast from '../generated/ast.ts';
import { flatten } from '../linking/link.ts';

export class MetricFacts {
  private readonly members = new WeakMap<ast.Metric, boolean>();
  private readonly takers = new WeakMap<ast.Metric, boolean>();
  private readonly owners = new WeakMap<ast.Metric, boolean>();

  forget(metric: ast.Metric): void {
    for (const known of [this.members, this.takers, this.owners]) known.delete(metric);
  }

  /** Uses `tenure`, itself or through another metric. */
  memberOnly(metric: ast.Metric): boolean {
    return remember(this.members, metric, false, () =>
      referencesIn(metric.value).some((target) =>
        target.$type === 'Intrinsic' ? target.name === 'tenure' : this.memberOnly(target),
      ),
    );
  }

  /** Has a part without a window of its own that a window changes: an aggregate over time, or an intrinsic quantity. */
  takesWindow(expression: ast.Expression): boolean {
    switch (expression.$type) {
      case 'Aggregate':
        return expression.function !== 'since';
      case 'Arithmetic':
        return this.takesWindow(expression.left) || this.takesWindow(expression.right);
      case 'Ref': {
        const target = expression.target.ref;
        if (target?.$type === 'Metric')
          return remember(this.takers, target, false, () => this.takesWindow(target.value));
        return true;
      }
      case 'Windowed':
      case 'NumberLiteral':
      case 'PercentLiteral':
      case 'DurationLiteral':
        return false;
      default:
        return true;
    }
  }

  /** Has a window of its own somewhere. */
  hasWindow(expression: ast.Expression): boolean {
    switch (expression.$type) {
      case 'Windowed':
        return true;
      case 'Arithmetic':
        return this.hasWindow(expression.left) || this.hasWindow(expression.right);
      case 'Ref': {
        const target = expression.target.ref;
        return target?.$type === 'Metric' && remember(this.owners, target, false, () => this.hasWindow(target.value));
      }
      default:
        return false;
    }
  }
}

/** @param meanwhile the answer while the metric is being looked at: one defined by itself gives it. */
function remember(
  known: WeakMap<ast.Metric, boolean>,
  metric: ast.Metric,
  meanwhile: boolean,
  find: () => boolean,
): boolean {
  const answer = known.get(metric);
  if (answer !== undefined) return answer;
  known.set(metric, meanwhile);
  const found = metric.value !== undefined && find();
  known.set(metric, found);
  return found;
}

/** The metrics and intrinsic quantities that an expression names, below it. */
export function referencesIn(expression: ast.Expression | undefined): (ast.Metric | ast.Intrinsic)[] {
  if (expression === undefined) return [];
  return flatten(expression).nodes.flatMap((node: AstNode) => {
    if (node.$type !== 'Ref') return [];
    const target = (node as ast.Ref).target?.ref;
    return target?.$type === 'Metric' || target?.$type === 'Intrinsic' ? [target] : [];
  });
}
