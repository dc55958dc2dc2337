/** The prelude as a module, so that the checker starts without reading a file, and runs in a browser. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Generator } from './generator.ts';
import { ROOT } from './root.ts';

const OUTPUT = 'packages/language/src/prelude/prelude.generated.ts';

export const prelude: Generator = {
  name: 'Prelude',
  owns: [],
  generate: async () => {
    const text = readFileSync(join(ROOT, 'grammar/prelude.group'), 'utf8');
    const module = `// Generated from grammar/prelude.group. Do not edit.\nexport const PRELUDE_TEXT = ${JSON.stringify(text)};\n`;
    return new Map([[OUTPUT, module]]);
  },
};
