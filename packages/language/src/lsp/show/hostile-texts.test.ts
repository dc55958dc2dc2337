/** Text from rules stays text: no label or comment becomes a link, a picture, markup or an icon. */
import { describe, expect, test } from 'vitest';
import type { CodeLens, CompletionList, Hover } from 'vscode-languageserver';
import { Client } from '../testing/client.ts';
import { codeBlock, plain, plainLines } from '../text/markdown.ts';

const LINK = '[Trust](command:steward.simulate)';
const PICTURE = '![x](https://example.org/p.png)';
const HTML = '<img src=https://example.org/p.png>';
const ICON = '$(flame)';
const ALL = [LINK, PICTURE, HTML, ICON, '# head', '**bold**', '&amp;', '```', '| a | b |'];

/** What remains active in Markdown after removing code blocks and escaped characters. */
function active(markdown: string): string[] {
  const blocks = markdown.replace(/(`{3,})group\n[\s\S]*?\n\1(?=\n|$)/g, '');
  const bare = blocks.replace(/\\[\\`*_[\]<|~&$#>+-]/g, '');
  return bare.match(/\]\(|<\w|\$\(|```/g) ?? [];
}

const RULES = `/** ${ALL.join(' ')}
 * ${LINK}
 * @zh ${PICTURE}
 */
metric odd "${LINK} ${PICTURE} ${HTML} ${ICON}" : count = count(message)
/**
 * \`\`\`
 * ${LINK}
 */
role admin "${LINK}" members "${PICTURE}"
group G "${PICTURE}" : service {
  health h { healthy when odd per day > 1 }
  tier T "\`\`\`${LINK}" { otherwise }
}
`;

describe('hostile labels and comments', () => {
  test('in hovers, at every place', async () => {
    const client = await Client.start();
    await client.open(RULES);
    let shown = 0;
    for (let offset = 0; offset < RULES.length; offset += 2) {
      const hover = await client.ask<Hover | null>('textDocument/hover', { position: client.at(offset) });
      if (hover === null) continue;
      shown += 1;
      const { value } = hover.contents as { value: string };
      expect(active(value), value).toEqual([]);
    }
    expect(shown).toBeGreaterThan(5);
  });

  test('in the documentation of completions, and in lenses', async () => {
    const client = await Client.start();
    await client.open(RULES);
    const at = { position: client.at(RULES.indexOf('odd per day') + 1) };
    const { items } = await client.ask<CompletionList>('textDocument/completion', at);
    const documents = items.flatMap(({ documentation }) => (typeof documentation === 'object' ? [documentation] : []));
    expect(documents.some(({ value }) => value.includes('Trust'))).toBe(true);
    for (const { value } of documents) expect(active(value), value).toEqual([]);
    const lenses = await client.ask<CodeLens[]>('textDocument/codeLens');
    for (const { command } of lenses) expect(command?.title ?? '').not.toMatch(/Trust|\$\(/);
  });
});

test('each piece alone', () => {
  for (const text of ALL) expect(active(plain(text)), text).toEqual([]);
  expect(active(plainLines(ALL.join('\n')))).toEqual([]);
  expect(codeBlock('a\n```\n[x](command:y)', 'group')).toBe('````group\na\n```\n[x](command:y)\n````');
});
