/**
 * Which patterns the database may be asked: those that it answers as `re2js` does, and in good time.
 *
 * Each exception below was found by comparing the two; `test/text.test.ts` compares them on random patterns.
 */
import { type PatternToken, patternTokens } from '@steward/events';

/** The database's automaton grows with every count until it is given up: `.{1000}x` takes it half a minute for a megabyte. */
const MOST_REPEATS = 9;

/** @returns the pattern as the database spells it, or null where `re2js` has to answer */
export function sqlPattern(pattern: string, ignoreCase: boolean): string | null {
  const tokens = patternTokens(pattern);
  if (tokens.some(isUnlike) || hasInnerAnchor(tokens)) return null;
  if (repeatsOf(tokens) > MOST_REPEATS) return null;
  if ((ignoreCase || tokens.some(turnsCaseOff)) && tokens.some(mayFold)) return null;
  return tokens.map(unnamed).join('');
}

function isUnlike({ kind, text }: PatternToken): boolean {
  // The database sees bytes, so that inside a character of several there is "no word boundary".
  if (text === '\\B') return true;
  // The two know Unicode of different years: a script gained thousands of characters in between.
  return (kind === 'escape' || kind === 'class') && /\\[pP]/.test(text);
}

const STARTS = new Set(['^', '\\A']);
const ENDS = new Set(['$', '\\z']);

/** The database's optimizer drops an anchor that stands inside a pattern: to it `a^a` is `aa`. */
function hasInnerAnchor(tokens: readonly PatternToken[]): boolean {
  return tokens.some(
    ({ text }, index) => (STARTS.has(text) && index > 0) || (ENDS.has(text) && index < tokens.length - 1),
  );
}

/** An upper bound of the copies that counted repetitions make of what they repeat: they may stand inside each other. */
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

/** Whether a character beyond ASCII may have another case: there, too, the two know different years. East Asian ones have none. */
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

/** Whether a text matches does not depend on names, which the database spells in one way only. */
function unnamed({ kind, text }: PatternToken): string {
  return kind === 'open' && /^\(\?P?</.test(text) ? '(' : text;
}
