/**
 * The blocks that completion offers, as VS Code snippets in both languages.
 *
 * They have no prefix: `Insert Snippet` lists them, while suggestions during typing come from the server, which knows where each one fits.
 */
import type { Generator } from './generator.ts';

const FOLDER = 'packages/vscode/language';

export const snippets: Generator = {
  name: 'Snippets',
  owns: [],
  generate: async () => {
    // Imported late, because the parser is generated too.
    const { SNIPPETS, snippetText } = await import('../../packages/language/src/lsp/completion/snippets.ts');
    const { keywordIn } = await import('../../packages/language/src/parser/keywords.ts');
    const file = (language: 'en' | 'zh'): string => {
      const entries = SNIPPETS.map((snippet) => {
        const name = `${keywordIn(snippet.keyword, language)}: ${snippet.title[language]}`;
        const body = snippetText(snippet, language).split('\n');
        return [name, { body, description: snippet.title[language] }] as const;
      });
      return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
    };
    return new Map([
      [`${FOLDER}/snippets.en.json`, file('en')],
      [`${FOLDER}/snippets.zh.json`, file('zh')],
    ]);
  },
};
