/**
 * Writes every generated file that is committed, or with `--check` says which of them differ from what their sources give.
 *
 *   npm run generate              write
 *   npm run generate -- --check   write nothing; exit code 1 when a file is missing, changed or stale
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Difference, differences } from './generate/difference.ts';
import type { Generator } from './generate/generator.ts';
import { GENERATORS } from './generate/registry.ts';
import { ROOT } from './generate/root.ts';

const check = process.argv.includes('--check');
let found = 0;
for (const generator of GENERATORS) found += await run(generator);
if (check && found > 0) {
  console.error('Generated files differ from their sources. Run: npm run generate');
  process.exitCode = 1;
}

/** @returns how many files differed. */
async function run(generator: Generator): Promise<number> {
  const files = await generator.generate();
  const found = differences(ROOT, files, generator.owns);
  for (const difference of found) {
    console.log(describe(difference, generator));
    if (!check) settle(difference, files);
  }
  if (found.length === 0) console.log(`same     ${generator.name}`);
  return found.length;
}

function describe(difference: Difference, generator: Generator): string {
  const at = difference.line === null ? difference.path : `${difference.path}:${difference.line}`;
  return `${difference.kind.padEnd(8)} ${at}  (${generator.name})`;
}

function settle(difference: Difference, files: ReadonlyMap<string, string>): void {
  const file = join(ROOT, difference.path);
  const text = files.get(difference.path);
  if (text === undefined) {
    rmSync(file);
    return;
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
