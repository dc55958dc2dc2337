import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { diagnose } from '../src/testing/marked.ts';

const README = readFileSync(join(import.meta.dirname, '../../../grammar/README.md'), 'utf8');
const OTHERS = { 'shared.group': '', 'words.txt': '刷单\n' };
const SURROUND: Readonly<Record<string, (snippet: string) => string>> = {
  '': (snippet) => snippet,
  body: (snippet) => `group Whole : service {\n${snippet}\n}`,
  condition: (snippet) => `group Whole : service { tier T { when ${snippet} } }`,
};

const snippets = [...README.matchAll(/```group *(\w*)\n([\s\S]*?)```/g)].map(([, kind = '', snippet = '']) => ({
  kind,
  snippet,
}));

test('there are snippets', () => {
  expect(snippets.length).toBeGreaterThan(15);
});

test.each(snippets)('$kind $snippet', ({ kind, snippet }) => {
  const surround = SURROUND[kind];
  if (surround === undefined) throw new Error(`No surroundings called ${kind}`);
  expect(diagnose(surround(snippet), OTHERS).map(({ message }) => message.en)).toEqual([]);
});
