/**
 * Translates a `.group` text into the other language: keywords, units, and names that have an alias. The writer's own names, strings,
 * comments and whitespace stay as they are.
 *
 * - A file written in one language round-trips byte for byte: `translate(translate(f, 'zh'), 'en') === f`.
 * - Chinese writes some words without a space (近7天, 每天). Translation removes one space there and puts it back, so the number of
 *   spaces survives.
 * - Text with syntax errors is translated as far as its words are known. A symbol that was read as another is written as the latter.
 */

import type { Locale } from '@steward/text';
import { chineseDuration } from '@steward/time';
import type { AstNode } from 'langium';
import { isChinese } from '../parser/chinese.ts';
import { BEFORE_LENGTH } from '../parser/grammar-words.ts';
import { chineseKeyword, PUNCTUATION } from '../parser/keywords.ts';
import { canonicalDuration } from '../parser/values.ts';
import type { PlacedToken } from './tokens.ts';

const MARKS: ReadonlySet<string> = new Set(PUNCTUATION);

/** Pairs that Chinese writes without a space, besides `BEFORE_LENGTH`: a word, and what may follow it. */
const GLUED: Readonly<Record<string, ReadonlySet<string>>> = {
  after: new Set(['NUMBER']),
  top: new Set(['PERCENT', 'NUMBER']),
  bottom: new Set(['PERCENT', 'NUMBER']),
  per: new Set(['hour', 'day', 'week', 'month']),
  every: new Set(['day', 'week', 'month', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']),
  NUMBER: new Set(['times']),
  at: new Set(['least', 'most']),
  least: new Set(['NUMBER']),
  most: new Set(['NUMBER']),
};

/** @param tokens of `text`, in order */
export function translateTokens(text: string, tokens: readonly PlacedToken[], to: Locale): string {
  let result = '';
  let end = 0;
  tokens.forEach((token, index) => {
    const previous = tokens[index - 1];
    const word = translateToken(token, previous, tokens[index + 1], to);
    const gap = gapBetween(text.slice(end, token.offset), previous, token, to);
    result += gap === '' && (isSlip(previous) || isSlip(token)) && areWords(result, word) ? ' ' : gap;
    result += word;
    end = token.offset + token.image.length;
  });
  return result + text.slice(end);
}

/** Translates one token, given its neighbours. */
export function translateToken(
  token: PlacedToken,
  previous: PlacedToken | undefined,
  next: PlacedToken | undefined,
  to: Locale,
): string {
  if (token.isKeyword)
    return to === 'en' ? token.type : chineseKeyword(token.type, previous?.type ?? null, next?.type ?? null);
  if (token.type === 'DURATION') return translateDuration(token.image, to);
  return MARKS.has(token.type) ? token.type : translateName(token, to);
}

/** A symbol that was read as a word: `a&&b`. */
function isSlip(token: PlacedToken | undefined): boolean {
  return token?.isKeyword === true && !/^[\p{L}_]/u.test(token.image);
}

function areWords(before: string, after: string): boolean {
  return /[\p{L}\p{N}_%]$/u.test(before) && /^[\p{L}\p{N}_]/u.test(after);
}

function translateDuration(written: string, to: Locale): string {
  const canonical = canonicalDuration(written);
  if (to === 'en') return canonical;
  return chineseDuration(canonical);
}

/** In Chinese, a name goes by its alias. Names without an alias, and those written as a label, stay. */
function translateName(token: PlacedToken, to: Locale): string {
  const aliased = token.target === null ? null : aliasOf(token.target);
  if (aliased === null) return token.image;
  if (to === 'zh' && token.image === aliased.name) return aliased.alias;
  return to === 'en' && token.image === aliased.alias ? aliased.name : token.image;
}

function aliasOf(node: AstNode): { name: string; alias: string } | null {
  if (!('alias' in node) || !('name' in node)) return null;
  const { name, alias } = node;
  return typeof name === 'string' && typeof alias === 'string' ? { name, alias } : null;
}

/** The gap between two tokens, adding or removing the space that only one of the languages writes. */
function gapBetween(gap: string, left: PlacedToken | undefined, right: PlacedToken, to: Locale): string {
  if (left === undefined || !isGlued(left, right) || /[^ ]/.test(gap)) return gap;
  if (to === 'en') return (left.isKeyword && isChinese(left.image)) || isChinese(right.image) ? ` ${gap}` : gap;
  return isChinese(left.image) || isChinese(right.image) ? gap : gap.slice(1);
}

function isGlued(left: PlacedToken, right: PlacedToken): boolean {
  if (left.isKeyword && right.type === 'DURATION') return BEFORE_LENGTH.has(left.type);
  const follows = left.isKeyword || left.type === 'NUMBER' ? GLUED[left.type] : undefined;
  if (follows === undefined || !follows.has(right.type)) return false;
  return right.isKeyword || /^[A-Z]+$/.test(right.type);
}
