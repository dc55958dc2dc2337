/** The files that a new folder of rules starts with. Pure: the command decides where to write them. */
import { groupTemplate, type TemplateKind } from '@steward/language/templates';
import type { Locale } from '@steward/text';
import type { ProjectFile } from './ci-files.ts';

interface Choices {
  kind: TemplateKind;
  language: Locale;
}

export const RULES_FILE = 'main.group';

/** In the folder of the rules. */
export function firstFiles({ kind, language }: Choices): ProjectFile[] {
  const config = { lang: language, paths: ['.'], check: { 'max-warnings': 0 } };
  return [
    { path: RULES_FILE, text: groupTemplate(kind, language) },
    { path: 'steward.config.json', text: `${JSON.stringify(config, null, 2)}\n` },
  ];
}
