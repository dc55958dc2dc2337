/** Searches texts for words and patterns. */
import { RE2JS } from 're2js';

const patterns = new Map<string, RE2JS>();

/** ASCII letters match in either case, everything else exactly. */
export function containsAny(text: string, words: readonly string[]): boolean {
  const folded = foldAscii(text);
  return words.some((word) => folded.includes(foldAscii(word)));
}

function foldAscii(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** RE2 syntax, matched anywhere. */
export function matchesPattern(text: string, pattern: string, ignoreCase: boolean): boolean {
  const key = `${ignoreCase ? 'i' : '-'}${pattern}`;
  let compiled = patterns.get(key);
  if (compiled === undefined) {
    compiled = RE2JS.compile(pattern, ignoreCase ? RE2JS.CASE_INSENSITIVE : 0);
    patterns.set(key, compiled);
  }
  return compiled.matcher(text).find();
}
