/**
 * Generates a TextMate grammar from the language's grammar, for editors without a server, or before it has started.
 *
 * Keywords are soft: only the parser knows where one is a name. This grammar colours words by their usual role; the server's semantic tokens
 * then correct it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Generator } from './generator.ts';
import { ROOT } from './root.ts';
import { textmateGrammar } from './textmate/grammar.ts';
import { readSpellings } from './textmate/words.ts';

const OUTPUT = 'packages/vscode/language/group.tmLanguage.json';

export const textmate: Generator = {
  name: 'TextMate grammar',
  owns: [],
  generate: async () => {
    const folder = join(ROOT, 'grammar');
    const files = readdirSync(folder).filter((name) => name.endsWith('.langium'));
    const rules = files.sort().map((name) => readFileSync(join(folder, name), 'utf8'));
    const spellings = readSpellings(JSON.parse(readFileSync(join(folder, 'keywords.zh.json'), 'utf8')));
    const grammar = textmateGrammar(rules.join('\n'), spellings);
    return new Map([[OUTPUT, `${JSON.stringify(grammar, null, 2)}\n`]]);
  },
};
