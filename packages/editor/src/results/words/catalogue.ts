/** The sentences at the ends of lines and in hovers, once per language; what the report says of the same things is taken from it. */

import type { Locale } from '@steward/text';
import { en } from './en.ts';
import type { ResultWords } from './result-words.ts';
import { zh } from './zh.ts';

export function resultWords(locale: Locale): ResultWords {
  return locale === 'zh' ? zh : en;
}
