/** Text predicates as SQL: answered in the scan, thirty-two to a word of bits. */
import type { TextPredicate } from '@steward/events';
import { literal } from '../database/database.ts';

const WORD_BITS = 32;

/** @returns SQL of one 32-bit word for every 32 predicates; bit b of word w answers predicate 32w + b; 0 without text */
export function predicateWords(predicates: readonly TextPredicate[]): string[] {
  const words: string[] = [];
  for (let start = 0; start < predicates.length; start += WORD_BITS) {
    const bits = predicates
      .slice(start, start + WORD_BITS)
      .map((predicate, bit) => `CASE WHEN ${predicateSql(predicate)} THEN ${2 ** bit} ELSE 0 END::UBIGINT`);
    words.push(`(${bits.join(' + ')})::UINTEGER`);
  }
  return words;
}

function predicateSql(predicate: TextPredicate): string {
  if (predicate.kind === 'contains') return containsSql(predicate.words);
  // `s`-less: a dot does not match a line feed. The options of RE2 are otherwise its defaults.
  const options = predicate.ignoreCase ? 'i' : 'c';
  return `regexp_matches(txt, ${literal(predicate.pattern)}, ${literal(options)})`;
}

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** ASCII letters in either case, everything else exactly: neither `lower` nor RE2's case folding, which know more letters. */
function containsSql(words: readonly string[]): string {
  const folded = [...new Set(words.map(foldAscii))].filter((word) => word !== '');
  if (words.some((word) => word === '')) return 'txt IS NOT NULL';
  if (folded.length === 0) return 'false';
  const text = folded.some((word) => /[a-z]/.test(word))
    ? `translate(txt, '${UPPER}', '${UPPER.toLowerCase()}')`
    : 'txt';
  const [only] = folded;
  if (only !== undefined && folded.length === 1) return `contains(${text}, ${literal(only)})`;
  return `regexp_matches(${text}, ${literal(folded.map(escapeRe2).join('|'))})`;
}

export function foldAscii(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function escapeRe2(word: string): string {
  return word.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&');
}
