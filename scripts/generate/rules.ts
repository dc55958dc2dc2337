/** Every rule of the checker, from its folder: the registry for the checker and the list for people. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Generator } from './generator.ts';
import { ROOT } from './root.ts';

const FOLDER = 'packages/language/src/validation/rules';

export const rules: Generator = {
  name: 'Rules',
  owns: [],
  generate: async () => new Map([[`${FOLDER}/all.generated.ts`, registry(codes())]]),
};

function codes(): string[] {
  const entries = readdirSync(join(ROOT, FOLDER), { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
}

function registry(codes: readonly string[]): string {
  return [
    '/** Every rule; findings are sorted by place, so the order does not matter. Generated from the folders beside it; do not edit. */',
    "import type { Rule } from '../registry.ts';",
    ...codes.map((code) => `import { ${exportOf(code)} } from './${code}/${code}.ts';`),
    '',
    'export const RULES: readonly Rule[] = [',
    ...codes.map((code) => `  ${exportOf(code)},`),
    '];',
    '',
  ].join('\n');
}

/** `tier-gap` is exported as `tierGap`. */
function exportOf(code: string): string {
  return code.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

export const ruleList: Generator = {
  name: 'List of rules',
  owns: [],
  generate: async () => {
    // Imported late, because the parser and the registry of rules are generated too.
    const { RULES } = await import('../../packages/language/src/index.ts');
    const rows = RULES.map(
      ({ code, severity, title }) => `| [\`${code}\`](${code}/${code}.md) | ${severity} | ${title.en} | ${title.zh} |`,
    );
    const lines = [
      '# Rules',
      '',
      'What the checker says beyond syntax, names, units and scopes. Generated from the rules; do not edit.',
      '',
      '`error`: it cannot mean anything. `warning`: it likely is a mistake. `info`: advice.',
      '',
      '| code | severity | what | 内容 |',
      '|---|---|---|---|',
      ...rows.sort(),
      '',
    ];
    return new Map([[`${FOLDER}/README.md`, lines.join('\n')]]);
  },
};
