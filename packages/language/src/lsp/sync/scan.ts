/** Searches workspace folders for rules: a small one at once, a large one bit by bit with progress reports. */
import type { Server } from '../feature.ts';

/** Milliseconds of unnoticeable delay: for the first answer, and for each later slice. */
const AT_ONCE = 200;
const SLICE = 15;

/**
 * @param atOnce milliseconds before yielding to other work for the first time
 * @returns whether it yielded, so that other work ran without knowing every file
 */
export async function scan(folders: readonly string[], server: Server, atOnce = AT_ONCE): Promise<boolean> {
  const files = filesOf(folders, server);
  if (advance(files, atOnce) === null) return false;
  const progress = await server.connection.window.createWorkDoneProgress();
  progress.begin(server.say({ en: 'Looking for rules', zh: '正在查找规则' }), undefined, undefined, true);
  while (!progress.token.isCancellationRequested) {
    const count = advance(files, SLICE);
    if (count === null) break;
    progress.report(server.say({ en: `${count} files`, zh: `${count} 个文件` }));
    await new Promise((resolve) => setImmediate(resolve));
  }
  progress.done();
  return true;
}

function* filesOf(folders: readonly string[], { workspace }: Server): Generator<number> {
  for (const folder of folders) yield* workspace.scan(folder);
}

/** @returns the number of files so far, or null once the scan is complete */
function advance(files: Generator<number>, milliseconds: number): number | null {
  const until = performance.now() + milliseconds;
  for (;;) {
    const next = files.next();
    if (next.done === true) return null;
    if (performance.now() > until) return next.value;
  }
}
