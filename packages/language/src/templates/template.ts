/**
 * First files for a new group: one a kind, in both languages (`packages/language/templates`).
 *
 * Each is whole by itself (no import, no other file), checks without a word, and its scenarios hold.
 */

import type { Locale } from '@steward/text';
import { TEMPLATES } from './templates.generated.ts';

export const TEMPLATE_KINDS = ['service', 'interest', 'knowledge', 'conversion'] as const;
export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

/** @returns the text of a `.group` file, written in `language` throughout: keywords, names and sentences */
export function groupTemplate(kind: TemplateKind, language: Locale): string {
  return TEMPLATES[`${kind}.${language}`];
}
