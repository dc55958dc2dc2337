/** Bilingual messages with `{holes}`, filled by name. A missing or surplus hole is a type error. */
import type { Bilingual } from '@steward/text';

export interface MessageTemplate {
  readonly en: string;
  readonly zh: string;
}

/** The names of a template's holes. */
export type HolesOf<Text extends string> = Text extends `${string}{${infer Hole}}${infer Rest}`
  ? Hole | HolesOf<Rest>
  : never;

/** Values for the holes; a value may itself be bilingual. */
export type Filling<Template extends MessageTemplate> = Readonly<Record<HolesOf<Template['en']>, Fill>>;
export type Fill = string | number | Bilingual;

/** Fills the holes; one without a value stays as written. */
export function fill(template: MessageTemplate, filling: Readonly<Record<string, Fill>>): Bilingual {
  return { en: fillIn(template.en, filling, 'en'), zh: fillIn(template.zh, filling, 'zh') };
}

function fillIn(text: string, filling: Readonly<Record<string, Fill>>, locale: 'en' | 'zh'): string {
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const value = filling[name];
    if (value === undefined) return hole;
    return typeof value === 'object' ? value[locale] : String(value);
  });
}
