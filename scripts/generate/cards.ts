/** The registries of the dashboard's cards, from their folders: data and rendering. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Generator } from './generator.ts';
import { ROOT } from './root.ts';

const FOLDER = 'packages/report/src/dashboard/cards';
const HEADER = '/** Generated from the folders of dashboard/cards; do not edit. */';

export const cards: Generator = {
  name: 'Cards of the dashboard',
  owns: [],
  generate: async () =>
    new Map([
      [`${FOLDER}/data.generated.ts`, dataRegistry(foldersWith('data.ts'))],
      ['packages/report/src/dashboard/app/cards.generated.ts', cardRegistry(foldersWith('card.tsx'))],
    ]),
};

function foldersWith(file: string): string[] {
  return readdirSync(join(ROOT, FOLDER))
    .filter((name) => existsSync(join(ROOT, FOLDER, name, file)))
    .sort();
}

/** Runs in a worker and in Node, so it must not import the page. */
function dataRegistry(names: readonly string[]): string {
  return [
    HEADER,
    "import type { View } from '../view.ts';",
    ...names.map((name) => `import { dataOf as ${identifier(name)} } from './${name}/data.ts';`),
    '',
    `export type CardData = ${names.map((name) => `ReturnType<typeof ${identifier(name)}>`).join(' &\n  ')};`,
    '',
    'export function cardData(view: View): CardData {',
    '  return {',
    ...names.map((name) => `    ...${identifier(name)}(view),`),
    '  };',
    '}',
    '',
  ].join('\n');
}

function cardRegistry(names: readonly string[]): string {
  return [
    HEADER,
    ...names.map((name) => `import { card as ${identifier(name)} } from '../cards/${name}/card.tsx';`),
    "import type { Card } from './card.ts';",
    '',
    '/** By the name of the folder, which is the id of its section. */',
    'export const CARDS: Readonly<Record<string, Card>> = {',
    ...names.map((name) => `  '${name}': ${identifier(name)},`),
    '};',
    '',
  ].join('\n');
}

function identifier(name: string): string {
  return `${name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())}Card`;
}
