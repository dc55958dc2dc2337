/**
 * Words that open an expression — `count(…)`, `top 20% by …`, `not …` — told from names by their neighbours, in the lexer.
 *
 * Elsewhere the parser decides whether a soft keyword is a name. Here it would have to read to the closing parenthesis first,
 * and a slip inside would be blamed on the word before it.
 */
import type { IToken } from 'chevrotain';
import { readKeyword } from './keywords.ts';
import { FUNCTIONS, RANKS, retype, tokenType } from './vocabulary.ts';

/** What a condition comes after. */
const BEFORE_CONDITION: ReadonlySet<string> = new Set(['when', 'where', 'goal', 'and', 'or', 'not', '(']);

/** What a quantity comes after. */
const BEFORE_QUANTITY: ReadonlySet<string> = new Set([
  ...BEFORE_CONDITION,
  ...['by', '=', '<', '<=', '>', '>=', '==', '!=', '+', '-', '*', '/'],
]);

/** What goes on with an expression: a word before it is a name. */
const AFTER: ReadonlySet<string> = new Set([
  ...['<', '<=', '>', '>=', '==', '!=', '+', '-', '*', '/'],
  ...['in', 'per', 'rises', 'falls', 'matches', 'contains', ')', '}'],
]);

/** Makes those of `tokens` that open no expression names. @param from the first that is looked at; @param to behind the last */
export function settleExpressionWords(tokens: readonly IToken[], from = 0, to = tokens.length): void {
  for (let index = from; index < to; index++) {
    const token = tokens[index];
    if (token === undefined) continue;
    const word = token.tokenType.name;
    const previous = tokens[index - 1]?.tokenType.name ?? '';
    const next = tokens[index + 1]?.tokenType.name ?? '';
    if (isExpressionWord(word) && !opens(word, previous, next)) retype(token, tokenType('ID'));
  }
}

/** How far a word decides what its neighbours are. */
export const REACH = 3;

/** Reads the words around a stretch of `tokens` again, in copies: it was put there, and they may be other words beside it. */
export function settleAgain(tokens: readonly IToken[], from: number, to: number): IToken[] {
  const [first, last] = [Math.max(0, from - REACH), Math.min(tokens.length, to + REACH)];
  const settled = [...tokens];
  for (let index = first; index < last; index++) {
    const token = { ...(tokens[index] as IToken) };
    settled[index] = token;
    const { name, CATEGORIES: above } = token.tokenType;
    // A mark that is read as a word, `||`, is the same wherever it stands.
    if (!/^[\p{L}_]/u.test(token.image)) continue;
    if (name !== 'ID' && !isExpressionWord(name) && above?.[0]?.name !== 'ID') continue;
    const keyword = readKeyword(token.image, settled[index - 1]?.tokenType.name ?? null);
    retype(token, tokenType(keyword ?? 'ID'));
  }
  settleExpressionWords(settled, first, last);
  return settled;
}

function isExpressionWord(word: string): boolean {
  return FUNCTIONS.has(word) || RANKS.has(word) || word === 'not';
}

function opens(word: string, previous: string, next: string): boolean {
  // The unit of a metric: `metric m : count = …`.
  if (word === 'count' && previous === ':') return true;
  if (FUNCTIONS.has(word)) return next === '(' && BEFORE_QUANTITY.has(previous);
  if (!BEFORE_CONDITION.has(previous)) return false;
  if (RANKS.has(word)) return next === 'PERCENT' || next === 'NUMBER';
  return !AFTER.has(next);
}
