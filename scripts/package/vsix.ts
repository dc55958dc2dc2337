/** Makes one VSIX file with the publishing tool. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUNDLE, EXTENSION, stage } from './stage.ts';
import type { Target } from './targets.ts';

/**
 * @param out the folder for the file
 * @param bundle the folder with the bundled extension
 * @returns its path
 */
export function writeVsix(root: string, target: Target, out: string, bundle = join(root, EXTENSION, BUNDLE)): string {
  const folder = mkdtempSync(join(tmpdir(), 'vsix-'));
  try {
    stage(root, bundle, target, folder);
    const { version }: { version: string } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    mkdirSync(out, { recursive: true });
    const path = join(out, target === 'universal' ? `steward-${version}.vsix` : `steward-${version}-${target}.vsix`);
    const platform = target === 'universal' ? [] : ['--target', target];
    // The staged folder already contains the dependencies; the location of the sources does not matter to the tool.
    const args = ['package', '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
    const { status, stdout, stderr, error } = spawnSync(
      join(root, EXTENSION, 'node_modules/.bin/vsce'),
      [...args, ...platform, '--out', path],
      { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' },
    );
    if (status !== 0) throw new Error(`vsce could not pack ${target}: ${error?.message ?? `${stdout}${stderr}`}`);
    return path;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
