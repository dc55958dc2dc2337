/**
 * Sentences with `{holes}`, filled in both languages at once: for findings, whose reader is not known yet. A missing or surplus hole is a
 * type error.
 */
import { type Bilingual, inBoth, type Locale } from './sentences.ts';

/** The names of the holes of a template. */
type HolesOf<Text extends string> = Text extends `${string}{${infer Hole}}${infer Rest}` ? Hole | HolesOf<Rest> : never;

/** What fills the holes of a template. */
export type Filling<Template extends Bilingual> = Readonly<Record<HolesOf<Template['en']>, Fill>>;

/** A value, or one for each language. */
export type Fill = string | number | Bilingual;

/** Fills `{hole}`s; one without a filling stays as it is written. */
export function fill(template: Bilingual, filling: Readonly<Record<string, Fill>>): Bilingual {
  return inBoth((locale) => fillIn(template[locale], filling, locale));
}

function fillIn(text: string, filling: Readonly<Record<string, Fill>>, locale: Locale): string {
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const value = filling[name];
    if (value === undefined) return hole;
    return typeof value === 'object' ? value[locale] : String(value);
  });
}
