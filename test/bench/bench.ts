/**
 * `npm run bench [-- [simulate] [rerun] [sweep] [start] [check] [results] [analysis] [extension] [--full]]`: ratios, each within one run.
 *
 * - Asserts nothing: absolute numbers depend on the machine. README.md has measured results.
 * - `--full` goes up to ten million events and takes a long time.
 */
import { arch, cpus, platform, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { analysisBench } from './analysis.ts';
import { buildBundle } from './bundle.ts';
import { checkBench } from './check.ts';
import { extensionBench } from './extension.ts';
import { lspBench } from './lsp.ts';
import { rerunBench } from './rerun.ts';
import { resultsBench } from './results.ts';
import { simulateBench } from './simulate.ts';
import { startBench } from './start.ts';
import { sweepBench } from './sweep.ts';

const BENCHES: Readonly<Record<string, { title: string; run: (full: boolean) => Promise<string> }>> = {
  simulate: { title: 'Simulating', run: simulateBench },
  rerun: { title: 'Simulating again after a change', run: rerunBench },
  sweep: { title: 'Sweeping a bound', run: sweepBench },
  start: { title: 'Starting', run: startBench },
  check: { title: 'Checking', run: checkBench },
  lsp: { title: 'Editing', run: lspBench },
  results: { title: 'Results beside the rules', run: resultsBench },
  analysis: { title: 'Proofs while typing', run: analysisBench },
  extension: { title: 'The VS Code extension', run: extensionBench },
};

const { values, positionals } = parseArgs({ options: { full: { type: 'boolean' } }, allowPositionals: true });
const unknown = positionals.find((name) => BENCHES[name] === undefined);
if (unknown === undefined) await main(positionals.length === 0 ? Object.keys(BENCHES) : positionals);
else {
  console.error(`There is no benchmark "${unknown}". There are: ${Object.keys(BENCHES).join(', ')}.`);
  process.exitCode = 2;
}

async function main(names: readonly string[]): Promise<void> {
  buildBundle();
  const memory = (totalmem() / 2 ** 30).toFixed(0);
  console.log(`Node ${process.versions.node}, ${platform()} ${arch()}, ${cpus().length} processors, ${memory} GB\n`);
  for (const name of names) {
    const bench = BENCHES[name];
    if (bench === undefined) continue;
    console.log(`## ${bench.title}\n`);
    console.log(`${await bench.run(values.full ?? false)}\n`);
  }
}
