/** Files that the command line reads at run time: the published schemas, and the page of every diagnostic code. */
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

const SCHEMAS = ['packages/policy/schema', 'packages/simulator/schema', 'packages/events/schema'];
const PAGES = ['packages/language/src/validation/rules', 'packages/language/src/diagnostics/docs'];
const MANUAL = 'packages/cli/man';

/** Into `schema/`, `man/` and `pages/` of `output`. */
export function copyParts(root: string, output: string): void {
  copyAll(root, SCHEMAS, '.schema.json', join(output, 'schema'));
  copyPages(root, output);
  cpSync(join(root, MANUAL), join(output, 'man'), { recursive: true });
}

/** Into `pages/` of `output`. */
export function copyPages(root: string, output: string): void {
  copyAll(root, PAGES, '.md', join(output, 'pages'));
}

function copyAll(root: string, folders: readonly string[], ending: string, target: string): void {
  mkdirSync(target, { recursive: true });
  for (const folder of folders.map((path) => join(root, path)).filter((path) => existsSync(path))) {
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (file.endsWith(ending)) copyFileSync(join(folder, file), join(target, basename(file)));
    }
  }
}
