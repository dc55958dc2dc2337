/**
 * Makes a start-up snapshot: `build-snapshot.mjs PROGRAM PATH`. Runs in the background, silently.
 *
 * - The file gets its name once it is complete and has been tried; only this user can read or write it.
 * - If a Node cannot make one, that is remembered, so that it is not tried again.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SNAPSHOT_CODES, snapshotSource } from './snapshot-file.ts';

const OLD_MILLISECONDS = 30 * 86_400_000;

const [program, path] = process.argv.slice(2);
if (program === undefined || path === undefined) throw new Error('build-snapshot.mjs PROGRAM PATH');
build(program, path);

function build(program: string, path: string): void {
  const folder = dirname(path);
  const temporary = `${path}.${process.pid}.part`;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    const made = spawnSync(process.execPath, [
      '--snapshot-blob',
      temporary,
      '--build-snapshot',
      snapshotSource(program),
    ]);
    if (made.status !== 0 || !works(temporary)) {
      writeFileSync(`${path}.failed`, '');
      return;
    }
    chmodSync(temporary, 0o600);
    renameSync(temporary, path);
    removeOld(folder);
  } finally {
    rmSync(temporary, { force: true });
  }
}

function works(path: string): boolean {
  return spawnSync(process.execPath, ['--snapshot-blob', path, 'check', '--help']).status === SNAPSHOT_CODES;
}

/** Removes snapshots that have not been used for a while. */
function removeOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (!/^check-.*\.blob(\.failed)?$/.test(name)) continue;
    const file = join(folder, name);
    if (Date.now() - statSync(file).mtimeMs > OLD_MILLISECONDS) rmSync(file, { force: true });
  }
}
