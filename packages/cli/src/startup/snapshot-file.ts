/**
 * Where the start-up snapshot is kept: in the user's cache folder, under a name that identifies the program, the Node version and the
 * platform. Avoids newer syntax: the entry loads it on any Node.
 */
import { type Stats, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Added to the exit codes of a run from a snapshot, to distinguish them from those of a Node that rejects the file. */
export const SNAPSHOT_CODES = 64;

/** Passes the URL of the entry to a run from a snapshot. */
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

/** @returns the path; null if there is nothing to make a snapshot from */
export function snapshotPath(program: string): string | null {
  const source = statOf(snapshotSource(program));
  if (source === null) return null;
  const made = `${source.size.toString(36)}-${Math.round(source.mtimeMs).toString(36)}`;
  const name = `check-${process.versions.node}-${process.platform}-${process.arch}-${made}.blob`;
  return join(cacheFolder(), 'steward', name);
}

/** Loading a snapshot executes it, so only a file that no one else can write is trusted. */
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
