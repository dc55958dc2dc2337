/**
 * The blocks that completion offers, as snippets of VS Code in both languages.
 *
 * They have no prefix: `Insert Snippet` lists them, and the suggestions while typing stay the server's, which knows where
 * each fits.
 */
import type { Generator } from './generator.ts';

const FOLDER = 'packages/vscode/language';

export const snippets: Generator = {
  name: 'Snippets',
  owns: [],
  generate: async () => {
    // Only now: the parser that the language stands on is generated too.
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
