/** Reruns whenever files change. */
import { statSync, watch } from 'node:fs';
import { dirname } from 'node:path';
import { type Context, wordsOf } from '../../context.ts';
import { groupFiles } from '../../files/group-files.ts';
import { whileWaiting } from '../../output/signals.ts';
import { TEST } from './words.ts';

/** Editors write files in several steps. */
const SETTLED_MILLISECONDS = 150;

/** Yields immediately, and then whenever changes in the folders of the given files have settled. */
export async function* watchFolders(context: Context, paths: readonly string[]): AsyncGenerator<void> {
  const folders = await foldersOf(context, paths);
  let pending = false;
  let wake = (): void => undefined;
  let settling: NodeJS.Timeout | null = null;
  const changed = (): void => {
    pending = true;
    if (settling !== null) clearTimeout(settling);
    settling = setTimeout(() => wake(), SETTLED_MILLISECONDS);
  };
  const watchers = folders.map((folder) => watch(folder, { recursive: true }, changed));
  try {
    for (;;) {
      pending = false;
      yield;
      const { palette } = context.stderr;
      await context.stderr.write(`${palette.dim(wordsOf(context, TEST).watching(folders.length))}\n`);
      const change = new Promise<void>((resolve) => {
        wake = resolve;
        // The run did not see what changed while it ran.
        if (pending) setTimeout(resolve, SETTLED_MILLISECONDS);
      });
      await whileWaiting(change);
    }
  } finally {
    for (const watcher of watchers) watcher.close();
  }
}

async function foldersOf({ words }: Context, paths: readonly string[]): Promise<string[]> {
  const given = paths.filter((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true);
  const files = await groupFiles(paths.filter((path) => !given.includes(path)).length === 0 ? given : paths, words);
  return [...new Set([...given, ...files.map((file) => dirname(file))])].filter(
    (folder, _, all) => !all.some((other) => other !== folder && folder.startsWith(`${other.replace(/\/$/, '')}/`)),
  );
}
