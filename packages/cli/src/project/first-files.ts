/** The files that a folder of rules begins with. Pure: what is written where is the command's. */
import { groupTemplate, type TemplateKind } from '@steward/language/templates';
import type { Locale } from '../environment.ts';
import { type CiSystem, ciFile, type ProjectFile } from './ci-files.ts';

export interface Choices {
  kind: TemplateKind;
  language: Locale;
  /** null = none. */
  ci: CiSystem | null;
}

export const RULES_FILE = 'main.group';

export function firstFiles({ kind, language, ci }: Choices): ProjectFile[] {
  const config = { lang: language, paths: ['.'], check: { 'max-warnings': 0 } };
  return [
    { path: RULES_FILE, text: groupTemplate(kind, language) },
    { path: 'steward.config.json', text: `${JSON.stringify(config, null, 2)}\n` },
    ...(ci === null ? [] : [ciFile(ci, language)]),
  ];
}
