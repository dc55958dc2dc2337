/** An argument that must name a file. */
import { statSync } from 'node:fs';
import { CannotRun } from '../faults.ts';
import type { Messages } from '../locale/messages.ts';

/** @throws CannotRun where there is none */
export function requireFile(path: string, words: Messages): string {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status === undefined) throw new CannotRun(words.pathMissing(path));
  if (status.isDirectory()) throw new CannotRun(words.fileWanted(path));
  return path;
}
