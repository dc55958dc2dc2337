/**
 * Words that open an expression — `count(…)`, `top 20% by …`, `not …` — told from names by their neighbours, in the lexer.
 *
 * Elsewhere the parser decides whether a soft keyword is a name. Here it would have to read to the closing parenthesis first,
 * and a slip inside would be blamed on the word before it.
 */
import type { IToken } from 'chevrotain';
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

/** Makes those of `tokens` that open no expression names. */
export function settleExpressionWords(tokens: readonly IToken[]): void {
  tokens.forEach((token, index) => {
    const word = token.tokenType.name;
    const previous = tokens[index - 1]?.tokenType.name ?? '';
    const next = tokens[index + 1]?.tokenType.name ?? '';
    if (isExpressionWord(word) && !opens(word, previous, next)) retype(token, tokenType('ID'));
  });
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
