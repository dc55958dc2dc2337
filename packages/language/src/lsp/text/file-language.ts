/** Detects the language of a text's keywords. */

import type { Locale } from '@steward/text';
import { KEYWORDS, spellingsOf } from '../../parser/keywords.ts';

const CHINESE: ReadonlySet<string> = new Set(KEYWORDS.flatMap((word) => spellingsOf(word).map(({ zh }) => zh)));
const ENGLISH: ReadonlySet<string> = new Set(KEYWORDS);
/** This much text is enough: a long file must not be read in full on every keystroke. */
const SAMPLE = 20_000;

/** The language with more words in the text; @param otherwise for a text without any */
export function fileLanguage(text: string, otherwise: Locale = 'en'): Locale {
  const bare = text.slice(0, SAMPLE).replace(/"(?:\\.|[^"\\\n])*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, ' ');
  let balance = 0;
  for (const [word] of bare.matchAll(/[A-Za-z_]+|[\u3400-\u9FFF]+/g)) {
    if (ENGLISH.has(word)) balance--;
    else if (CHINESE.has(word)) balance++;
  }
  if (balance === 0) return otherwise;
  return balance > 0 ? 'zh' : 'en';
}
