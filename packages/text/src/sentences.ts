/**
 * What Steward says, in both languages side by side: a sentence without its twin is a type error.
 *
 *   const WORDS = sentences({
 *     missing: { en: (path: string) => `There is no file ${path}.`, zh: (path) => `没有文件 ${path}。` },
 *   });
 *   sentencesIn(WORDS, 'zh').missing('a.group')
 */
import { visibleArguments } from './visible.ts';

export type Locale = 'en' | 'zh';

/** The English says what a sentence takes; the Chinese takes the same. */
export type Sentences<Said> = {
  readonly [Key in keyof Said]: { readonly en: Said[Key]; readonly zh: NoInfer<Said[Key]> };
};

/** Checks a catalogue's types; returns it as it is. */
export function sentences<Said>(catalogue: Sentences<Said>): Sentences<Said> {
  return catalogue;
}

/** The catalogue in one language. Functions get their arguments made visible, so names and paths cannot smuggle in control characters. */
export function sentencesIn<Said extends object>(catalogue: Sentences<Said>, locale: Locale): Said;
export function sentencesIn(catalogue: Sentences<Record<string, unknown>>, locale: Locale): object {
  const said = Object.entries(catalogue).map(([key, sentence]) => [key, sentence[locale]]);
  return visibleArguments(Object.fromEntries(said));
}
