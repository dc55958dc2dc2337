/** Looks through workspace folders for rules: a small one at once, a large one bit by bit, telling how far it is. */
import type { Server } from '../feature.ts';

/** Milliseconds that a client waits for the first answer without noticing, and for every later one. */
const AT_ONCE = 200;
const SLICE = 15;

/**
 * @param atOnce milliseconds before anybody else has a turn
 * @returns whether others had one meanwhile, who did not know of every file yet
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

/** @returns how many files there are so far; null once there are no more */
function advance(files: Generator<number>, milliseconds: number): number | null {
  const until = performance.now() + milliseconds;
  for (;;) {
    const next = files.next();
    if (next.done === true) return null;
    if (performance.now() > until) return next.value;
  }
}
