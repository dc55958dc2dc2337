/** Starter files for new groups as a module, so that the editor and the command line need no file at run time. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Generator } from './generator.ts';
import { ROOT } from './root.ts';

const FOLDER = 'packages/language/templates';
const OUTPUT = 'packages/language/src/templates/templates.generated.ts';
const ENDING = '.group';

export const templates: Generator = {
  name: 'First files',
  owns: [],
  generate: async () => {
    const files = readdirSync(join(ROOT, FOLDER)).filter((name) => name.endsWith(ENDING));
    const entries = files.sort().map((name) => {
      const text = readFileSync(join(ROOT, FOLDER, name), 'utf8');
      return `  ${JSON.stringify(name.slice(0, -ENDING.length))}: ${JSON.stringify(text)},\n`;
    });
    const head = `// Generated from ${FOLDER}. Do not edit.\n`;
    return new Map([[OUTPUT, `${head}export const TEMPLATES = {\n${entries.join('')}} as const;\n`]]);
  },
};
