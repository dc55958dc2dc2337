/** The native part of the log reader: the one installed in the workspace, or else the one that the lock file pins, from the registry. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Binding } from './targets.ts';

/** @returns a folder with the package's files */
export function bindingFolder(binding: Binding, root: string): string {
  return installed(binding, root) ?? fetched(binding, join(root, 'dist', 'bindings'));
}

/** pnpm only installs the one for this platform, beside the package that needs it. */
function installed({ name, version }: Binding, root: string): string | null {
  const parent = createRequire(join(root, 'packages/logs/package.json')).resolve('@duckdb/node-bindings/package.json');
  const folder = join(dirname(dirname(dirname(parent))), name);
  if (!existsSync(join(folder, 'package.json'))) return null;
  const manifest: { version: string } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return manifest.version === version ? folder : null;
}

/** Cached between runs, because each is about 20 MB. */
function fetched({ name, version, integrity }: Binding, cache: string): string {
  const folder = join(cache, `${name.replace('/', '+')}@${version}`);
  if (existsSync(folder)) return folder;
  console.log(`fetching ${name}@${version}`);
  mkdirSync(cache, { recursive: true });
  // In the same folder, because a folder cannot be renamed to another file system.
  const temporary = mkdtempSync(join(cache, 'fetching-'));
  try {
    const packed = command('npm', ['pack', `${name}@${version}`, '--json', '--silent'], temporary);
    const [{ filename }]: [{ filename: string }] = JSON.parse(packed);
    const archive = join(temporary, filename);
    const [algorithm = '', expected = ''] = integrity.split(/-(.*)/s);
    const actual = createHash(algorithm).update(readFileSync(archive)).digest('base64');
    if (actual !== expected) throw new Error(`${name}@${version} is not what pnpm-lock.yaml pins (${integrity})`);
    command('tar', ['-xzf', filename], temporary);
    renameSync(join(temporary, 'package'), folder);
    return folder;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** @returns its standard output; throws its error output if it fails */
function command(program: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr, error } = spawnSync(program, [...args], {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status === 0) return stdout;
  throw new Error(`${program} ${args.join(' ')} failed: ${error?.message ?? stderr}`);
}
