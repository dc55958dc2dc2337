/**
 * What Steward says to people: every sentence in English and in Chinese, side by side.
 *
 *     const WORDS = sentences({
 *       checked: {
 *         en: (files: number) => `${counted(files, 'file')} checked`,
 *         zh: (files) => `检查了 ${files} 个文件`,
 *       },
 *     });
 *     sentencesIn(WORDS, 'zh').checked(3)
 *
 * A sentence that lacks a language, or takes other arguments there, is a type error. Findings, which do not know who will read them,
 * carry a {@link Bilingual}.
 */
import { visibleArguments } from './visible.ts';

export type Locale = 'en' | 'zh';

/** The same thing in every language. */
export type Bilingual<Value = string> = Readonly<Record<Locale, Value>>;

/** A function that returns one of two English literals may return any text in Chinese. */
type Said<Value> = Value extends (...given: infer Given) => string ? (...given: Given) => string : Value;

/** What each sentence is in every language: a text, a function to a text, a table of texts, or sentences in turn. */
type Sides<Catalogue> = {
  readonly [Key in keyof Catalogue]: { readonly en: Catalogue[Key]; readonly zh: NoInfer<Said<Catalogue[Key]>> };
};

/** Sentences, and what they take, in one language. */
type Sentences<Catalogue> = { readonly [Key in keyof Catalogue]: Said<Catalogue[Key]> };

/** Sentences by language. What the English ones take, the Chinese ones take as well. */
export function sentences<Catalogue>(sides: Sides<Catalogue>): Bilingual<Sentences<Catalogue>>;
export function sentences(sides: Readonly<Record<string, Bilingual<unknown>>>): Bilingual<unknown> {
  return inBoth((locale) => Object.fromEntries(Object.entries(sides).map(([key, side]) => [key, side[locale]])));
}

/** Sentences in one language, whose arguments are made visible: no name or path smuggles in a control character. */
export function sentencesIn<Catalogue extends object>(said: Bilingual<Catalogue>, locale: Locale): Catalogue {
  return visibleArguments(said[locale]);
}

/** What `make` gives for each language. */
export function inBoth<Value>(make: (locale: Locale) => Value): Bilingual<Value> {
  return { en: make('en'), zh: make('zh') };
}
