/** Facts that follow from a measure's structure: whether it belongs to a member, and whether a window affects it. */
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

  /** Whether it uses `tenure`, directly or through another metric. */
  memberOnly(metric: ast.Metric): boolean {
    return remember(this.members, metric, false, () =>
      referencesIn(metric.value).some((target) =>
        target.$type === 'Intrinsic' ? target.name === 'tenure' : this.memberOnly(target),
      ),
    );
  }

  /** Whether a window affects a part that has none of its own: an aggregate over time or an intrinsic quantity. */
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

  /** Whether any part has a window of its own. */
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

/** @param meanwhile the answer for a metric that is still being computed, which is one defined by itself */
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

/** The metrics and intrinsic quantities that an expression refers to. */
export function referencesIn(expression: ast.Expression | undefined): (ast.Metric | ast.Intrinsic)[] {
  if (expression === undefined) return [];
  return flatten(expression).nodes.flatMap((node: AstNode) => {
    if (node.$type !== 'Ref') return [];
    const target = (node as ast.Ref).target?.ref;
    return target?.$type === 'Metric' || target?.$type === 'Intrinsic' ? [target] : [];
  });
}
