/** The released command, rebuilt for the benchmarks: an old build would prove nothing. */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';

const ROOT = dirname(dirname(import.meta.dirname));

export const BUNDLE = join(ROOT, 'packages', 'cli', 'dist', 'steward.mjs');

export function buildBundle(): void {
  const built = spawnSync(process.execPath, [join(ROOT, 'scripts', 'bundle.ts')], { cwd: ROOT, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`The bundle cannot be built:\n${built.stdout}${built.stderr}`);
}
