/** Writes one generator's files, or compares them with those on disk. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Difference, differences } from './difference.ts';
import type { Generator } from './generator.ts';
import { ROOT } from './root.ts';

/** @returns how many files differed; with `check`, they still do */
export async function run(generator: Generator, check: boolean): Promise<number> {
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
