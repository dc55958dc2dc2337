/**
 * The keywords of the language in both spellings.
 *
 * - One token per keyword, whichever language it is written in; the syntax tree holds the English word.
 * - A Chinese spelling may depend on its neighbours (`for` is 持续 before a duration and 针对 before a group's name).
 *   Every spelling is understood everywhere; the neighbours only decide which one a translation writes.
 * - Two keywords may share a spelling if the token before tells them apart (每 is `every` after `starts`, else `per`).
 */
import type { Locale } from '@steward/text';
import spellings from '../../../../grammar/keywords.zh.json' with { type: 'json' };

/** A Chinese spelling and the neighbours (keywords or terminals) it needs. Without neighbours, it fits everywhere. */
export interface Spelling {
  zh: string;
  after?: readonly string[];
  before?: readonly string[];
}

const TABLE: Readonly<Record<string, string | readonly Spelling[]>> = spellings;

/** All keywords that are words, in English. */
export const KEYWORDS: readonly string[] = Object.keys(TABLE);

/** All keywords that are punctuation, longest first, as a lexer tries them. */
export const PUNCTUATION: readonly string[] = [
  '!=',
  '->',
  '..',
  '<=',
  '==',
  '>=',
  '(',
  ')',
  '*',
  '+',
  ',',
  '-',
  '.',
  '/',
  ':',
  '<',
  '=',
  '>',
  '[',
  ']',
  '{',
  '|',
  '}',
];

/** The Chinese spellings of a keyword, in the order to try them. */
export function spellingsOf(keyword: string): readonly Spelling[] {
  const entry = TABLE[keyword];
  if (entry === undefined) return [];
  return typeof entry === 'string' ? [{ zh: entry }] : entry;
}

/** The Chinese word for `keyword` between two tokens, each given by its type name. */
export function chineseKeyword(keyword: string, previous: string | null, next: string | null): string {
  const found = spellingsOf(keyword).find((spelling) => fits(spelling, previous, next));
  return found?.zh ?? spellingsOf(keyword)[0]?.zh ?? keyword;
}

function fits(spelling: Spelling, previous: string | null, next: string | null): boolean {
  if (spelling.after && (previous === null || !spelling.after.includes(previous))) return false;
  if (spelling.before && (next === null || !spelling.before.includes(next))) return false;
  return true;
}

/** A keyword that a word may stand for, and the tokens it must follow (none: any). */
export interface KeywordReading {
  keyword: string;
  after: readonly string[] | null;
}

function buildReadings(): ReadonlyMap<string, readonly KeywordReading[]> {
  const readings = new Map<string, KeywordReading[]>();
  for (const keyword of KEYWORDS) {
    readings.set(keyword, [{ keyword, after: null }]);
  }
  for (const keyword of KEYWORDS) {
    for (const spelling of spellingsOf(keyword)) {
      const list = readings.get(spelling.zh) ?? [];
      list.push({ keyword, after: spelling.after ?? null });
      readings.set(spelling.zh, list);
    }
  }
  return readings;
}

const READINGS = buildReadings();

/**
 * The keyword that `word` stands for after the token `previous`, or null if it is no keyword.
 * A reading that requires its neighbour wins over one that fits everywhere.
 */
export function readKeyword(word: string, previous: string | null): string | null {
  const readings = READINGS.get(word);
  if (readings === undefined) return null;
  if (readings.length === 1) return readings[0]?.keyword ?? null;
  const asked = readings.find(
    (reading) => reading.after !== null && previous !== null && reading.after.includes(previous),
  );
  if (asked) return asked.keyword;
  const free = readings.find((reading) => reading.after === null);
  return (free ?? readings[0])?.keyword ?? null;
}

/** Every word that is a keyword in either language. */
export function keywordWords(): IterableIterator<string> {
  return READINGS.keys();
}

/** The spelling of a keyword for messages: `tier` or 层级. */
export function keywordIn(keyword: string, language: Locale): string {
  return language === 'en' ? keyword : (spellingsOf(keyword).at(-1)?.zh ?? keyword);
}
