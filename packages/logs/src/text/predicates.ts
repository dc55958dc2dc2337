/**
 * Answers text predicates during the scan, thirty-two per word of bits.
 *
 * - Most become SQL (RE2 and substring search in the database). A lexicon of thousands of words does not: RE2 abandons its automaton
 *   and becomes hundreds of times slower, so those words are searched for here, in the texts of the same scan.
 * - The answers are those of `re2js`, which other parts use on single texts. It answers what the database rejects or would answer
 *   differently (`sql-pattern.ts`).
 */
import type { TextPredicate } from '@steward/events';
import { RE2JS } from 're2js';
import { literal } from '../database/database.ts';
import { sqlPattern } from './sql-pattern.ts';
import { WordFinder } from './word-finder.ts';

const WORD_BITS = 32;

/** Lists with more words are searched outside the database. RE2 is still quick at 500 words, and hopeless at 2,000. */
const MOST_WORDS_IN_SQL = 300;

export interface PredicatePlan {
  /** SQL of each 32-bit word; bit b of word w answers predicate 32w + b; 0 without text. */
  words: string[];
  /** Predicates that are tested on the text itself. */
  tests: { bit: number; test: (text: string) => boolean }[];
}

/** @param accepts whether the database accepts a pattern */
export async function planPredicates(
  predicates: readonly TextPredicate[],
  accepts: (pattern: string) => Promise<boolean>,
): Promise<PredicatePlan> {
  const plan: PredicatePlan = { words: [], tests: [] };
  for (let start = 0; start < predicates.length; start += WORD_BITS) {
    const terms: string[] = [];
    for (const [bit, predicate] of predicates.slice(start, start + WORD_BITS).entries()) {
      const sql = await sqlOf(predicate, accepts);
      if (sql === null) plan.tests.push({ bit: start + bit, test: testOf(predicate) });
      else terms.push(`CASE WHEN ${sql} THEN ${2 ** bit} ELSE 0 END::UBIGINT`);
    }
    plan.words.push(`(${terms.join(' + ') || '0'})::UINTEGER`);
  }
  return plan;
}

/** @returns null for predicates that the database should not answer */
async function sqlOf(predicate: TextPredicate, accepts: (pattern: string) => Promise<boolean>): Promise<string | null> {
  if (predicate.kind === 'contains') return containsSql(predicate.words);
  const pattern = sqlPattern(predicate.pattern, predicate.ignoreCase);
  if (pattern === null || !(await accepts(pattern))) return null;
  return `regexp_matches(txt, ${literal(pattern)}, ${literal(predicate.ignoreCase ? 'i' : 'c')})`;
}

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Ignores case for ASCII letters only, unlike `lower` and RE2's case folding, which know more letters. */
function containsSql(words: readonly string[]): string | null {
  const folded = [...new Set(words.map(foldAscii))];
  if (folded.includes('')) return 'txt IS NOT NULL';
  if (folded.length === 0) return 'false';
  if (folded.length > MOST_WORDS_IN_SQL || folded.some((word) => word.includes('\0'))) return null;
  const text = folded.some((word) => /[a-z]/.test(word))
    ? `translate(txt, '${UPPER}', '${UPPER.toLowerCase()}')`
    : 'txt';
  const [only] = folded;
  if (only !== undefined && folded.length === 1) return `contains(${text}, ${literal(only)})`;
  return `regexp_matches(${text}, ${literal(folded.map(escapeRe2).join('|'))})`;
}

/** Tests the text itself. */
export function testOf(predicate: TextPredicate): (text: string) => boolean {
  if (predicate.kind === 'contains') {
    const finder = new WordFinder(predicate.words);
    return (text) => finder.occursIn(text);
  }
  const pattern = RE2JS.compile(predicate.pattern, predicate.ignoreCase ? RE2JS.CASE_INSENSITIVE : 0);
  return (text) => pattern.matcher(text).find();
}

function foldAscii(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function escapeRe2(word: string): string {
  return word.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&');
}
