/** Temporary folders that a process could not remove. They hold private messages. */
import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isGone, ownerIn } from './owner.ts';

/** Removes what this user's processes left behind; what cannot be removed now is left for the next sweep. */
export function sweepTemporaryFolders(folder: string = tmpdir()): void {
  for (const name of namesIn(folder)) {
    const owner = ownerIn(name);
    const path = join(folder, name);
    if (owner === null || !isOurs(path) || !isGone(owner)) continue;
    try {
      rmSync(path, { recursive: true, force: true });
    } catch {
      // Another process is sweeping too, or the system holds a file.
    }
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** A folder of this user, not a link to one. */
function isOurs(path: string): boolean {
  const status = lstatSync(path, { throwIfNoEntry: false });
  if (status === undefined || !status.isDirectory()) return false;
  return typeof process.getuid !== 'function' || status.uid === process.getuid();
}
