/** The log formats of other programs, from their folders. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Generator } from './generator.ts';
import { ROOT } from './root.ts';

const FOLDER = 'packages/logs/src/formats';
const NAMES = 'packages/cli/src/arguments/log-formats.generated.ts';
/** Encloses the list in the repository's README. */
const LISTED = /(<!-- formats: .* -->\n).*?(<!-- \/formats -->)/s;
const HEADER = '/** Generated from the folders of packages/logs/src/formats; do not edit. */';

export const logFormats: Generator = {
  name: 'Log formats',
  owns: [],
  generate: async () => new Map([[`${FOLDER}/all.generated.ts`, registry(names())]]),
};

/** Folders of formats have a page; the others contain what several formats share. */
function names(): string[] {
  return readdirSync(join(ROOT, FOLDER))
    .filter((name) => existsSync(join(ROOT, FOLDER, name, 'README.md')))
    .sort();
}

function registry(names: readonly string[]): string {
  return [
    HEADER,
    ...names.map((name) => `import { format as ${identifier(name)} } from './${name}/${name}.ts';`),
    "import type { ExportFormat } from './format.ts';",
    '',
    `export const EXPORTS: readonly ExportFormat[] = [${names.map(identifier).join(', ')}];`,
    '',
  ].join('\n');
}

function identifier(name: string): string {
  return `${name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())}Format`;
}

/** Lists the formats without loading their code. */
export const logFormatLists: Generator = {
  name: 'Lists of log formats',
  owns: [],
  generate: async () => {
    // Imported late, because the package's registry is generated too.
    const { EXPORTS } = await import('../../packages/logs/src/formats/all.generated.ts');
    const { FORMAT_NAMES } = await import('../../packages/logs/src/index.ts');
    const rows = EXPORTS.map(({ name, about }) => `| [\`${name}\`](${name}/README.md) | ${about.en} | ${about.zh} |`);
    const listed = EXPORTS.map(({ name, about }) => `- \`${name}\`: ${about.en} · ${about.zh}\n`).join('');
    const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
    const page = [
      '# Exports that Steward reads',
      '',
      'Detected by their content, or chosen with `--from`. Generated from the formats; do not edit.',
      '',
      '| format | what | 内容 |',
      '|---|---|---|',
      ...rows,
      '',
    ];
    const list = [
      HEADER,
      '',
      '/** What `--from` takes: known without loading the reader of logs. */',
      `export const LOG_FORMATS: readonly string[] = [${FORMAT_NAMES.map((name) => `\n  '${name}',`).join('')}\n];`,
      '',
    ];
    return new Map([
      [`${FOLDER}/README.md`, page.join('\n')],
      [NAMES, list.join('\n')],
      ['README.md', readme.replace(LISTED, (_, open: string, close: string) => `${open}${listed}${close}`)],
    ]);
  },
};
