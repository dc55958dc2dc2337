/** The manual page in both languages, in the folder layout that `man` expects. */
import type { Generator } from './generator.ts';

const FOLDER = 'packages/cli/man';

export const manual: Generator = {
  name: 'Manual page',
  owns: [FOLDER],
  generate: async () => {
    const { manualPage } = await import('../../packages/cli/src/arguments/manual.ts');
    const { COMMANDS } = await import('../../packages/cli/src/commands/registry.generated.ts');
    const { default: manifest } = await import('../../packages/cli/package.json', { with: { type: 'json' } });
    return new Map([
      [`${FOLDER}/man1/steward.1`, manualPage(COMMANDS, manifest.version, 'en')],
      [`${FOLDER}/zh_CN/man1/steward.1`, manualPage(COMMANDS, manifest.version, 'zh')],
    ]);
  },
};
