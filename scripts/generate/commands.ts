/** The registry of the command line's commands, from their folders. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Generator } from './generator.ts';
import { ROOT } from './root.ts';

const FOLDER = 'packages/cli/src/commands';
const HEADER = '/** Generated from the folders beside it; do not edit. */';

export const commands: Generator = {
  name: 'Commands',
  owns: [],
  generate: async () => {
    const { SECTIONS } = await import('../../packages/cli/src/arguments/specification.ts');
    const specifications = await Promise.all(folders().map(specificationIn));
    const listed = specifications.toSorted(
      (one, other) =>
        SECTIONS.indexOf(one.section) - SECTIONS.indexOf(other.section) || (one.name < other.name ? -1 : 1),
    );
    return new Map([
      [`${FOLDER}/registry.generated.ts`, registry(listed.map(({ name }) => name))],
      [`${FOLDER}/loaders.generated.ts`, loaders(listed)],
    ]);
  },
};

function folders(): string[] {
  return readdirSync(join(ROOT, FOLDER)).filter((name) => existsSync(join(ROOT, FOLDER, name, 'command.ts')));
}

interface Listed {
  name: string;
  section: 'rules' | 'trial' | 'output' | 'setup';
  readsLogs?: true;
}

async function specificationIn(folder: string): Promise<Listed> {
  const { command }: { command: Listed } = await import(`../../${FOLDER}/${folder}/command.ts`);
  if (command.name !== folder) throw new Error(`${FOLDER}/${folder} declares the command ${command.name}`);
  return command;
}

/** What each command accepts. Data only, so that it loads quickly at every start. */
function registry(names: readonly string[]): string {
  const imports = names
    .toSorted()
    .map((name) => `import { command as ${identifier(name)} } from './${name}/command.ts';`);
  return [
    HEADER,
    "import type { CommandSpecification } from '../arguments/specification.ts';",
    ...imports,
    '',
    'export const COMMANDS: readonly CommandSpecification[] = [',
    ...names.map((name) => `  ${identifier(name)},`),
    '];',
    '',
  ].join('\n');
}

/** The suffix keeps names like `export` from being reserved words. */
function identifier(name: string): string {
  return `${name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())}Command`;
}

/** Loads the code of the command to run. */
function loaders(listed: readonly Listed[]): string {
  const reads = listed.some(({ readsLogs }) => readsLogs === true);
  return [
    HEADER,
    `import { type CommandTable${reads ? ', reading' : ''} } from './loading.ts';`,
    '',
    'export const LOADERS: CommandTable = {',
    ...listed.map(({ name, readsLogs }) => {
      const load = `() => import('./${name}/run.ts')`;
      return `  ${/-/.test(name) ? `'${name}'` : name}: ${readsLogs === true ? `reading(${load})` : load},`;
    }),
    '};',
    '',
  ].join('\n');
}
