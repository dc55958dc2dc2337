/** How long a cold `steward check` of one small file takes, installed by npm, next to Node itself and ajv-cli. */
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { BUNDLE } from './bundle.ts';
import { benchFolder } from './logs.ts';
import { type Contender, type Costs, mean, median, race, ratio } from './measure.ts';
import { installedPeers } from './peers.ts';
import { rulesOf } from './rules.ts';
import { table, times } from './table.ts';

/** Seconds. */
const LONGEST_WAIT = 120;

export async function startBench(full: boolean): Promise<string> {
  const installed = installedSteward();
  const folder = benchFolder('rules');
  const { group, yaml } = rulesOf(1);
  const file = join(folder, 'one.group');
  const same = join(folder, 'one.yaml');
  writeFileSync(file, group);
  writeFileSync(same, yaml);
  const peers = installedPeers();
  const check = [installed, 'check', file];
  // Where Steward keeps its start-up snapshot on each platform.
  const cache = benchFolder('installed/cache');
  const home = { XDG_CACHE_HOME: cache, LOCALAPPDATA: cache, HOME: cache };
  const steward: Contender = { name: 'steward check', args: check, environment: home, bare: true };
  const contenders: Contender[] = [
    { name: 'node -e 0', args: ['-e', '0'], bare: true },
    steward,
    { name: 'steward check, without its snapshot', args: check, environment: { STEWARD_SNAPSHOT: 'off' }, bare: true },
  ];
  if (peers !== null) {
    contenders.push(
      { name: 'ajv-cli', args: peers.ajv(same), bare: true },
      { name: 'Spectral', args: peers.spectral(same), bare: true },
    );
  }
  await race(contenders, 1);
  await snapshotIn(cache);
  const costs = await race(contenders, full ? 40 : 15);
  const [node = []] = costs;
  // The system counts in hundredths of a second; the mean of many runs evens that out.
  const cpuOf = (of: readonly Costs[]): number => mean(of.map(({ cpu }) => cpu));
  return table(
    ['one file of 50 lines', 'median', 'best', 'of node (median of rounds)', 'of node (best of each)', 'of node (CPU)'],
    contenders.map(({ name }, index) => {
      const walls = (costs[index] ?? []).map(({ wall }) => wall);
      const best = Math.min(...walls);
      const nodeBest = Math.min(...node.map(({ wall }) => wall));
      return [
        name,
        `${median(walls).toFixed(0)} ms`,
        `${best.toFixed(0)} ms`,
        times(ratio(costs[index] ?? [], node, 'wall')),
        times(best / nodeBest),
        times(cpuOf(costs[index] ?? []) / cpuOf(node)),
      ];
    }),
  );
}

/** The very first check has a snapshot made in the background for the next ones. */
async function snapshotIn(cache: string): Promise<void> {
  for (let waited = 0; waited < LONGEST_WAIT; waited += 1) {
    const files = readdirSync(cache, { recursive: true, encoding: 'utf8' });
    if (files.some((file) => file.endsWith('.blob'))) return;
    await setTimeout(1_000);
  }
  console.error('No start-up snapshot was made: both ways to start are the same one.');
}

/**
 * Packs and installs the released package. Its dependencies are bundled, except the database driver, which `check` never loads: it
 * is left out, so that nothing has to be downloaded.
 * @returns the installed program
 */
function installedSteward(): string {
  const folder = benchFolder('installed');
  const source = join(folder, 'package');
  rmSync(folder, { recursive: true, force: true });
  cpSync(dirname(BUNDLE), join(source, 'dist'), { recursive: true });
  const bin = { steward: './dist/steward.mjs' };
  writeFileSync(
    join(source, 'package.json'),
    JSON.stringify({ name: 'steward-bench', version: '0.0.0', type: 'module', bin }),
  );
  npm(source, ['pack', '--pack-destination', folder]);
  npm(folder, ['install', '--no-audit', '--no-fund', '--prefix', folder, join(folder, 'steward-bench-0.0.0.tgz')]);
  return join(folder, 'node_modules', 'steward-bench', 'dist', 'steward.mjs');
}

function npm(cwd: string, args: readonly string[]): void {
  const run = spawnSync('npm', args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' });
  if (run.status !== 0) throw new Error(`npm ${args.join(' ')} failed:\n${run.stderr}`);
}
