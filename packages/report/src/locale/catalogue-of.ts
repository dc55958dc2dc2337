import type { Locale } from '@steward/text';
import type { Catalogue } from './catalogue.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** The report's sentences in a language. */
export function catalogueOf(locale: Locale): Catalogue {
  return locale === 'zh' ? zh : en;
}
