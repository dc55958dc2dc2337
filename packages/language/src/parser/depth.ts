/** How deeply conditions may nest. */
import type { IToken } from 'chevrotain';
import { CONDITION } from '../limits.ts';
import { type LexicalSlip, report } from './lexical-slip.ts';

const OPERATORS: ReadonlySet<string> = new Set(['and', 'or', '+', '-', '*', '/']);
export const CONDITION_STARTS: ReadonlySet<string> = new Set(['{', '}', 'when', 'goal', 'metric', 'signal']);

/**
 * Drops all tokens of a text in which a condition nests too deeply: recursive passes over it would exhaust the stack.
 * Operators count along the path to the innermost parenthesis; those of a closed part do not count towards the next part.
 */
export function withinDepth(tokens: IToken[], slips: LexicalSlip[]): IToken[] {
  let above: number[] = [];
  let nots = 0;
  let operators = 0;
  for (const token of tokens) {
    const type = token.tokenType.name;
    if (CONDITION_STARTS.has(type)) [above, nots, operators] = [[], 0, 0];
    if (type === '(') above.push(operators);
    if (type === ')') operators = above.pop() ?? operators;
    nots = type === 'not' ? nots + 1 : type === '(' ? nots : 0;
    if (OPERATORS.has(type)) operators++;
    if (above.length + nots <= CONDITION.depth && operators <= CONDITION.operators) continue;
    report(slips, token, 'nested-too-deeply', { data: {}, replacement: null });
    return [];
  }
  return tokens;
}
