/**
 * Makes the folder of a new rule, command, log format or dashboard card: minimal but working, with comments on what to replace.
 *
 *   npm run new rule tier-unused
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './generate/root.ts';
import { run } from './generate/write.ts';
import { KINDS } from './new/kinds.ts';

const TEMPLATES = join(import.meta.dirname, 'new/templates');
/** In templates: the placeholder name, in kebab case and as an identifier. */
const NAME = 'new-name';
const IDENTIFIER = 'newName';

const [kindName = '', name = ''] = process.argv.slice(2);
const kind = KINDS.find((one) => one.name === kindName);
if (kind === undefined || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
  console.error(`Say what, and a name in kebab case: npm run new ${KINDS.map((one) => one.name).join('|')} my-name`);
  process.exitCode = 2;
} else if (existsSync(join(ROOT, kind.folder, name))) {
  console.error(`${kind.folder}/${name} is there already. Choose another name.`);
  process.exitCode = 2;
} else {
  const made = make(kind.name, join(kind.folder, name));
  for (const generator of await kind.generators()) await run(generator, false);
  console.log(`\nMade:\n${made.map((path) => `  ${path}\n`).join('')}\nNext: ${kind.next(name)}`);
}

/** @returns the files, relative to the project's root */
function make(template: string, folder: string): string[] {
  mkdirSync(join(ROOT, folder), { recursive: true });
  return readdirSync(join(TEMPLATES, template)).map((file) => {
    const path = join(folder, filled(file.replace(/\.template$/, '')));
    copyFileSync(join(TEMPLATES, template, file), join(ROOT, path));
    writeFileSync(join(ROOT, path), filled(readFileSync(join(ROOT, path), 'utf8')));
    return path;
  });
}

function filled(text: string): string {
  const identifier = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  return text.replaceAll(NAME, name).replaceAll(IDENTIFIER, identifier);
}
