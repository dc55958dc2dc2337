/** The snippets of grammar/README.md as files. Together they show every construct. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const README = readFileSync(join(import.meta.dirname, '../../../grammar/README.md'), 'utf8');

/** Files that the snippets refer to. */
export const OTHERS: Readonly<Record<string, string>> = { 'shared.group': '', 'words.txt': '刷单\n' };

const SURROUND: Readonly<Record<string, (snippet: string) => string>> = {
  '': (snippet) => snippet,
  body: (snippet) => `group Whole : service {\n${snippet}\n}`,
  condition: (snippet) => `group Whole : service { tier T { when ${snippet} } }`,
};

export function snippetTexts(): { name: string; text: string }[] {
  return [...README.matchAll(/```group *(\w*)\n([\s\S]*?)```/g)].map(([, kind = '', snippet = '']) => {
    const surround = SURROUND[kind];
    if (surround === undefined) throw new Error(`No surroundings called ${kind}`);
    return { name: snippet.trim().split('\n')[0] ?? '', text: surround(snippet) };
  });
}
