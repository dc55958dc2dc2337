/**
 * Where the start-up snapshot is kept: in the user's own cache folder, under a name that says of which program, Node and
 * machine it is. Written without newer syntax: the entry loads it on any Node.
 */
import { type Stats, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Added to the exit codes of a run from a snapshot, so that they cannot be taken for those of a Node that refuses the file. */
export const SNAPSHOT_CODES = 64;

/** Tells a run from a snapshot the address of the entry. */
export const PROGRAM_VARIABLE = 'STEWARD_PROGRAM';

/** What a snapshot is made from, beside the entry. */
export function snapshotSource(program: string): string {
  return fileURLToPath(new URL('./snapshot.cjs', program));
}

function cacheFolder(): string {
  const environment = process.env;
  if (process.platform === 'win32') return environment['LOCALAPPDATA'] || join(homedir(), 'AppData', 'Local');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  return environment['XDG_CACHE_HOME'] || join(homedir(), '.cache');
}

/** @returns the path; null where there is nothing to make a snapshot from */
export function snapshotPath(program: string): string | null {
  const source = statOf(snapshotSource(program));
  if (source === null) return null;
  const made = `${source.size.toString(36)}-${Math.round(source.mtimeMs).toString(36)}`;
  const name = `check-${process.versions.node}-${process.platform}-${process.arch}-${made}.blob`;
  return join(cacheFolder(), 'steward', name);
}

/** Loading a snapshot runs what is in it: only a file that this user alone can write is used. */
export function isTrusted(path: string): boolean {
  const status = statOf(path);
  if (status === null || !status.isFile() || status.size === 0) return false;
  if (typeof process.getuid !== 'function') return true;
  return status.uid === process.getuid() && (status.mode & 0o022) === 0;
}

function statOf(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}
