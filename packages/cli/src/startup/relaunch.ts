/**
 * A quick start for `check`: Node starts again from a snapshot of the heap in which the parser is already built, which takes about a
 * third of the time that building it does.
 *
 * - Whatever is odd (no snapshot, another's file, a Node that was told something, an exit code that is not the program's) means the
 *   usual start: it is always right, only slower.
 * - The snapshot is made after a first run, by a process of its own that nobody waits for. `STEWARD_SNAPSHOT=off` does without.
 * - Written without newer syntax, because the entry loads it on any Node; and every other start must not pay for what only a quick one
 *   needs, so processes are loaded when they are used.
 */
import { existsSync, rmSync } from 'node:fs';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';
import { isTrusted, SNAPSHOT_CODES, snapshotPath } from './snapshot-file.ts';

const LAST_CODE = 3;
/** How a Node ends that chokes on its snapshot; every other signal was meant for the program. */
const CRASHES: readonly string[] = ['SIGABRT', 'SIGBUS', 'SIGFPE', 'SIGILL', 'SIGSEGV', 'SIGTRAP'];

/** @returns the exit code; null = run here */
export function relaunch(program: string): number | null {
  const path = usablePath(program);
  if (path === null || !isTrusted(path)) return null;
  const { spawnSync } = process.getBuiltinModule('node:child_process');
  const child = spawnSync(process.execPath, ['--snapshot-blob', path].concat(process.argv.slice(2)), {
    stdio: 'inherit',
  });
  if (child.signal !== null && !CRASHES.includes(child.signal)) return 128 + constants.signals[child.signal];
  const code = child.status === null ? -1 : child.status - SNAPSHOT_CODES;
  if (code >= 0 && code <= LAST_CODE) return code;
  // Interrupted: told by the program itself, with 128 and more.
  if (code > 128) return code;
  rmSync(path, { force: true });
  return null;
}

/** Makes the snapshot for the next time, where there is none. */
export function snapshotLater(program: string): void {
  const path = usablePath(program);
  if (path === null || existsSync(path) || existsSync(`${path}.failed`)) return;
  const builder = fileURLToPath(new URL('./build-snapshot.mjs', program));
  const { spawn } = process.getBuiltinModule('node:child_process');
  const child = spawn(process.execPath, [builder, program, path], {
    detached: true,
    stdio: 'ignore',
    windowsHide: true,
  });
  // That no process can be started is no reason to end a check badly.
  child.on('error', () => {});
  child.unref();
}

/** Only for `check` from a release, run by a Node as it is; not where every run is the first. */
function usablePath(program: string): string | null {
  const environment = process.env;
  if (process.argv[2] !== 'check' || program.endsWith('.ts')) return null;
  if (environment['STEWARD_SNAPSHOT'] === 'off' || environment['NODE_OPTIONS'] || process.execArgv.length > 0)
    return null;
  return snapshotPath(program);
}
