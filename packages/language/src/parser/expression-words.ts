/**
 * Distinguishes words that open an expression (`count(…)`, `top 20% by …`, `not …`) from names, in the lexer, by their neighbours.
 *
 * Elsewhere the parser decides whether a soft keyword is a name. Here it would have to read up to the closing parenthesis first, and
 * would blame a slip inside on the word before it.
 */
import type { IToken } from 'chevrotain';
import { readKeyword } from './keywords.ts';
import { FUNCTIONS, RANKS, retype, tokenType } from './vocabulary.ts';

/** Tokens that a condition can follow. */
const BEFORE_CONDITION: ReadonlySet<string> = new Set(['when', 'where', 'goal', 'and', 'or', 'not', '(']);

/** Tokens that a quantity can follow. */
const BEFORE_QUANTITY: ReadonlySet<string> = new Set([
  ...BEFORE_CONDITION,
  ...['by', '=', '<', '<=', '>', '>=', '==', '!=', '+', '-', '*', '/'],
]);

/** Tokens that continue an expression: a word before one of these is a name. */
const AFTER: ReadonlySet<string> = new Set([
  ...['<', '<=', '>', '>=', '==', '!=', '+', '-', '*', '/'],
  ...['in', 'per', 'rises', 'falls', 'matches', 'contains', ')', '}'],
]);

/** Turns those of `tokens` that open no expression into names. @param from first index; @param to end index, exclusive */
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

/** How many tokens away a word can affect others. */
export const REACH = 3;

/** Rereads the words around an inserted stretch of `tokens`, as copies: next to it they may be different words. */
export function settleAgain(tokens: readonly IToken[], from: number, to: number): IToken[] {
  const [first, last] = [Math.max(0, from - REACH), Math.min(tokens.length, to + REACH)];
  const settled = [...tokens];
  for (let index = first; index < last; index++) {
    const token = { ...(tokens[index] as IToken) };
    settled[index] = token;
    const { name, CATEGORIES: above } = token.tokenType;
    // A symbol that is read as a word, such as `||`, is the same everywhere.
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
