/** The outcome of each example's rules on its log, as the command line prints it. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Generator } from './generator.ts';
import { ROOT } from './root.ts';

const EXAMPLES = join(ROOT, 'examples');
/** Number of events of evidence per count, to keep the outcomes readable; counts stay complete. */
const EVIDENCE = '3';

export const exampleOutcomes: Generator = {
  name: 'outcomes of the examples',
  owns: examples().map(({ folder }) => `examples/${folder}/expected`),
  generate: async () =>
    new Map(examples().map((example) => [`examples/${example.folder}/expected/outcome.json`, outcomeOf(example)])),
};

interface Example {
  folder: string;
  /** Relative to the root. */
  file: string;
}

/** Folders with logs; the baseline has none. */
function examples(): Example[] {
  return readdirSync(EXAMPLES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => {
      const names = readdirSync(join(EXAMPLES, name));
      const rules = names.filter((file) => file.endsWith('.group'));
      return names.includes('logs') ? rules.map((file) => ({ folder: name, file: `examples/${name}/${file}` })) : [];
    })
    .sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

/** @throws Error if the rules cannot run: a broken example must not become a smaller outcome. */
function outcomeOf({ file }: Example): string {
  const args = ['scripts/steward.mjs', 'simulate', file, '--format', 'json', '--evidence', EVIDENCE];
  const run = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (run.stdout === '' || (run.status !== 0 && run.status !== 1))
    throw new Error(`${file} does not run:\n${run.stderr}`);
  return run.stdout;
}
