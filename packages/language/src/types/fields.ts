/** Fields of events in conditions. */
import type * as ast from '../generated/ast.ts';

/** The field that an operand names, if any. */
export function fieldOf(expression: ast.Expression | undefined): ast.Field | undefined {
  const target = expression?.$type === 'Ref' ? expression.target.ref : undefined;
  return target?.$type === 'Field' ? target : undefined;
}
