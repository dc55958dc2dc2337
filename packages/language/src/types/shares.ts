/** Decides which quotients are shares (a part of its whole) and need `%`. Any other quotient may be a plain number. */
import type * as ast from '../generated/ast.ts';

/** Whether a quantity is certainly a share: declared as a ratio, or a part of the same events or of the members. */
export function isShare(expression: ast.Expression, seen: ReadonlySet<ast.Metric> = new Set()): boolean {
  switch (expression.$type) {
    case 'Windowed':
      return isShare(expression.measure, seen);
    case 'Ref': {
      const metric = expression.target.ref;
      if (metric?.$type !== 'Metric' || metric.value === undefined || seen.has(metric)) return false;
      return metric.unit === undefined ? isShare(metric.value, new Set([...seen, metric])) : metric.unit === 'ratio';
    }
    case 'Arithmetic':
      return expression.operator === '/' && isPart(expression.left, expression.right);
    default:
      return false;
  }
}

function isPart(part: ast.Expression, whole: ast.Expression): boolean {
  const counted = unwrapped(part);
  const base = unwrapped(whole);
  if (counted?.$type !== 'Aggregate') return false;
  if (base?.$type === 'Ref') {
    return counted.function === 'distinct' && counted.field?.$refText === 'member' && isMembers(base);
  }
  if (base?.$type !== 'Aggregate' || counted.function !== base.function) return false;
  if (counted.signal.ref === undefined || counted.signal.ref !== base.signal.ref) return false;
  if (counted.field?.ref !== base.field?.ref) return false;
  return base.filter === undefined || base.filter.$cstNode?.text === counted.filter?.$cstNode?.text;
}

function isMembers({ target: { ref } }: ast.Ref): boolean {
  return ref?.$type === 'Intrinsic' && ref.name === 'members';
}

/** Looks through windows and metric names. */
function unwrapped(expression: ast.Expression, depth = 0): ast.Expression | null {
  if (depth > 20) return null;
  if (expression.$type === 'Windowed') return unwrapped(expression.measure, depth + 1);
  const metric = expression.$type === 'Ref' ? expression.target.ref : undefined;
  return metric?.$type === 'Metric' && metric.value !== undefined ? unwrapped(metric.value, depth + 1) : expression;
}
