/** An argument that must name a file. */
import { nodeFileSystem } from '@steward/language/node';
import type { Context } from '../context.ts';
import { CannotRun } from '../faults.ts';

/** @throws CannotRun if it does not exist or cannot be read */
export function requireFile(path: string, { words, locale }: Pick<Context, 'words' | 'locale'>): string {
  const state = nodeFileSystem.look(path);
  if (state.kind === 'missing') throw new CannotRun(words.pathMissing(path));
  if (state.kind === 'folder') throw new CannotRun(words.fileWanted(path));
  if (state.kind === 'unreadable') throw new CannotRun(words.pathUnreadable(path, state.reason[locale]));
  return path;
}
