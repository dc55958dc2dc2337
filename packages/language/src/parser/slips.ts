/** Guesses what a person meant to write. */

import { editDistance } from '@steward/text';
import { isChinese } from './chinese.ts';
import { keywordWords } from './keywords.ts';
import { inSimplified } from './traditional.ts';

const MOST_EDITS = 3;
/** Number of names of similar length to compare with. In a file with more, suggestions would take too long. */
const MOST_COMPARED = 1_000;

/** Inserts the missing space into joined Chinese words: `当互动数` → `当 互动数`. Returns null if no keyword starts the word. */
export function spacedOut(word: string): string | null {
  const [, span, after] = /^([\u3400-\u9FFF]+\d+(?:秒|分钟|小时|天|周|次))(.+)$/.exec(word) ?? [];
  if (span !== undefined && after !== undefined) return `${span} ${after}`;
  const [, left = '', relation = ''] = /^([\u3400-\u9FFF]+?)(不?包含|匹配|属于)$/.exec(word) ?? [];
  if (left !== '') return `${left} ${relation}`;
  const begins = [...keywordWords()].filter((keyword) => keyword.length < word.length && word.startsWith(keyword));
  const longest = begins.filter(isChinese).toSorted((left, right) => right.length - left.length)[0];
  return longest === undefined ? null : `${longest} ${word.slice(longest.length)}`;
}

/** Splits off the longest of `names` that a Chinese word starts with: `互动数近7天` → `互动数 近7天`. */
export function nameAndRest(word: string, names: Iterable<string>): string | null {
  let longest = '';
  for (const name of names)
    if (name.length > longest.length && name.length < word.length && word.startsWith(name)) longest = name;
  return isChinese(longest) ? `${longest} ${word.slice(longest.length)}` : null;
}

/** The candidate with the fewest edits from `word`, if close enough to be what was meant. Of equals, the first. */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  const written = measured(word);
  let best: { candidate: string; distance: number } | null = null;
  let compared = 0;
  for (const candidate of candidates) {
    if (best?.distance === 0 || compared > MOST_COMPARED) break;
    if (Math.abs(candidate.length - word.length) <= MOST_EDITS) compared++;
    const distance = distanceTo(written, candidate, (best?.distance ?? MOST_EDITS + 1) - 1);
    if (distance !== null) best = { candidate, distance };
  }
  return best?.candidate ?? null;
}

/** The candidates that are close enough to be what was meant, nearest first. */
export function nearestOf(word: string, candidates: Iterable<string>): string[] {
  const written = measured(word);
  const near: { candidate: string; distance: number }[] = [];
  for (const candidate of candidates) {
    const distance = distanceTo(written, candidate, MOST_EDITS);
    if (distance !== null) near.push({ candidate, distance });
  }
  return near.toSorted((left, right) => left.distance - right.distance).map(({ candidate }) => candidate);
}

interface MeasuredWord {
  word: string;
  lower: string;
}

function measured(word: string): MeasuredWord {
  return { word, lower: inSimplified(word.toLowerCase()) };
}

/** Number of edits between two words; null if there are too many for a slip, or more than `most`. */
function distanceTo({ word, lower }: MeasuredWord, candidate: string, most: number): number | null {
  const lengths = Math.abs(candidate.length - word.length);
  if (lengths > most || candidate === word) return null;
  const limit = Math.min(most, editLimit(word, candidate));
  if (lengths > limit) return null;
  const distance = editDistance(lower, candidate.toLowerCase(), limit);
  return distance <= limit ? distance : null;
}

/** Chinese words are short: one wrong character in two is a slip, one in one is a different word. */
function editLimit(word: string, candidate: string): number {
  const length = Math.max(word.length, candidate.length);
  if (isChinese(candidate)) return length >= 2 && sharesCharacter(word, candidate) ? 1 : 0;
  if (length <= 3) return word.length === 1 ? 0 : 1;
  return length <= 7 ? 2 : MOST_EDITS;
}

function sharesCharacter(word: string, candidate: string): boolean {
  return [...word].some((character) => candidate.includes(character));
}

/** Quotes input in a message, shortened if long. */
export function quoted(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 39)}…`;
}

/** Longer words are quoted in part and not analysed. */
const LONGEST_WORD = 60;

const INNER_OPERATOR =
  /^([\u3400-\u9FFF]+?)(大于等于|小于等于|不少于|不低于|不超过|不多于|大于|小于|超过|低于|等于|至少|最多)(\d.*)$/;
const OPERATOR_WRITTEN: Readonly<Record<string, string>> = {
  大于等于: '>=',
  不少于: '>=',
  不低于: '>=',
  至少: '>=',
  小于等于: '<=',
  不超过: '<=',
  不多于: '<=',
  最多: '<=',
  大于: '>',
  超过: '>',
  小于: '<',
  低于: '<',
  等于: '==',
};

/** `发言数大于3` → `发言数 > 3`. */
export function operatorInside(word: string): string | null {
  if (word.length > LONGEST_WORD) return null;
  const [, left, operator = '', right] = INNER_OPERATOR.exec(word) ?? [];
  return left === undefined ? null : `${left} ${OPERATOR_WRITTEN[operator]} ${right}`;
}
