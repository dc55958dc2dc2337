/** The files that a run has read: no result may overwrite one. */
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

/** @throws CannotRun if the path, under any name, is that of a file that was read */
export function requireNoInput(path: string, words: Words): void {
  const same = identityOf(path);
  if (same === null) return;
  const input = [...read].find((one) => identityOf(one) === same);
  if (input !== undefined) throw new CannotRun(words.outputOverInput(path));
}

/** Compares the files themselves: names may differ by links and by case. */
function identityOf(path: string): string | null {
  const status = statusOf(path);
  return status?.isFile() === true ? `${status.dev}:${status.ino}` : null;
}
