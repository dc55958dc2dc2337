/** The files that a run has read: no result may take the place of one, because it would be lost. */
import { resolve } from 'node:path';
import { statusOf } from '@steward/files';
import type { FileSystem } from '@steward/language';
import { CannotRun } from '../faults.ts';
import type { Words } from '../words.ts';

const read = new Set<string>();

export function noteInputs(paths: readonly string[]): void {
  for (const path of paths) read.add(resolve(path));
}

/** The files, with note taken of those that are read. */
export function noted(files: FileSystem): FileSystem {
  return {
    ...files,
    read: (path, use) => {
      noteInputs([path]);
      return files.read(path, use);
    },
  };
}

/** @throws CannotRun where the path is that of a file that was read, under whatever name */
export function requireNoInput(path: string, words: Words): void {
  const same = identityOf(path);
  if (same === null) return;
  const input = [...read].find((one) => identityOf(one) === same);
  if (input !== undefined) throw new CannotRun(words.outputOverInput(path));
}

/** Names may differ by links and by capitals; a file is one. */
function identityOf(path: string): string | null {
  const status = statusOf(path);
  return status?.isFile() === true ? `${status.dev}:${status.ino}` : null;
}
