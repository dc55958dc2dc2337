/**
 * Decides which patterns the database can answer: those on which it agrees with `re2js` and is fast.
 *
 * Each exception below was found by comparing the two; `test/text.test.ts` compares them on random patterns.
 */
import { type PatternToken, patternTokens } from '@steward/events';

/** The database's automaton grows with every count until it gives up: `.{1000}x` takes it half a minute per megabyte. */
const MOST_REPEATS = 9;

/** @returns the pattern as the database spells it, or null if `re2js` has to answer */
export function sqlPattern(pattern: string, ignoreCase: boolean): string | null {
  const tokens = patternTokens(pattern);
  if (tokens.some(isUnlike) || hasInnerAnchor(tokens)) return null;
  if (repeatsOf(tokens) > MOST_REPEATS) return null;
  if ((ignoreCase || tokens.some(turnsCaseOff)) && tokens.some(mayFold)) return null;
  return tokens.map(unnamed).join('');
}

function isUnlike({ kind, text }: PatternToken): boolean {
  // The database sees bytes, so it finds "no word boundary" inside a multi-byte character.
  if (text === '\\B') return true;
  // The two use different Unicode versions, between which a script gained thousands of characters.
  return (kind === 'escape' || kind === 'class') && /\\[pP]/.test(text);
}

const STARTS = new Set(['^', '\\A']);
const ENDS = new Set(['$', '\\z']);

/** The database's optimizer drops anchors inside a pattern: it treats `a^a` as `aa`. */
function hasInnerAnchor(tokens: readonly PatternToken[]): boolean {
  return tokens.some(
    ({ text }, index) => (STARTS.has(text) && index > 0) || (ENDS.has(text) && index < tokens.length - 1),
  );
}

/** An upper bound of the copies that counted repetitions make of their contents, since they may nest. */
function repeatsOf(tokens: readonly PatternToken[]): number {
  return tokens.reduce((product, token) => product * copiesOf(token), 1);
}

function copiesOf({ kind, text }: PatternToken): number {
  if (kind !== 'repeat') return 1;
  return Math.max(1, ...(text.match(/\d+/g) ?? []).map(Number));
}

function turnsCaseOff({ kind, text }: PatternToken): boolean {
  return kind === 'open' && /^\(\?[a-zA-Z]*i/.test(text);
}

/** Whether a non-ASCII character may have another case, on which the two Unicode versions differ too. East Asian ones have none. */
function mayFold({ text }: PatternToken): boolean {
  return codePointsOf(text).some((code) => code > 0x7f && !hasNoCase(code));
}

function hasNoCase(code: number): boolean {
  return (code >= 0x2e80 && code <= 0xa4cf) || (code >= 0xac00 && code <= 0xd7a3);
}

function codePointsOf(text: string): number[] {
  const escaped = [...text.matchAll(/\\x(?:\{([\dA-Fa-f]+)\}|([\dA-Fa-f]{2}))/g)];
  const numbers = escaped.map(([, braced, two]) => Number.parseInt(braced ?? two ?? '0', 16));
  return [...numbers, ...[...text].map((character) => character.codePointAt(0) ?? 0)];
}

/** Group names do not affect matching, and the database only knows one way to write them. */
function unnamed({ kind, text }: PatternToken): string {
  return kind === 'open' && /^\(\?P?</.test(text) ? '(' : text;
}
