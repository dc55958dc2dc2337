/** The list of the language's rules, from the rules themselves. */
import type { Generator } from './generator.ts';

const OUTPUT = 'packages/language/src/validation/rules/README.md';

export const rules: Generator = {
  name: 'List of rules',
  owns: [],
  generate: async () => {
    // Only now: the parser that the rules stand on is generated too.
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
    return new Map([[OUTPUT, lines.join('\n')]]);
  },
};
