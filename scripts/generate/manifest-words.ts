/** The texts of the extension's manifest, one file per language, as VS Code expects them. */
import { inBoth } from '../../packages/text/src/sentences.ts';
import { MANIFEST_WORDS } from '../../packages/vscode/src/manifest-words.ts';
import type { Generator } from './generator.ts';

const FOLDER = 'packages/vscode';

export const manifestWords: Generator = {
  name: 'Texts of the manifest',
  owns: [],
  generate: async () => {
    const files = inBoth((locale) => {
      const texts = Object.entries(MANIFEST_WORDS).map(([key, text]) => [key, text[locale]]);
      return `${JSON.stringify(Object.fromEntries(texts), null, 2)}\n`;
    });
    return new Map([
      [`${FOLDER}/package.nls.json`, files.en],
      [`${FOLDER}/package.nls.zh-cn.json`, files.zh],
    ]);
  },
};
