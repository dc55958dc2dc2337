/**
 * Starts `check` faster: relaunches Node from a heap snapshot in which the parser is already built, which takes about a third of the time
 * of building it.
 *
 * - Anything unusual (no snapshot, a file of another user, Node options, an unexpected exit code) falls back to the normal start, which is
 *   always correct, only slower.
 * - A background process makes the snapshot after the first run. `STEWARD_SNAPSHOT=off` turns it off.
 * - Avoids newer syntax, because the entry loads it on any Node, and loads `child_process` on demand, so that other starts do not pay for it.
 */
import type { ChildProcess } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';
import { isTrusted, PROGRAM_VARIABLE, SNAPSHOT_CODES, snapshotPath } from './snapshot-file.ts';

const LAST_CODE = 3;
/** Signals of a Node that crashes on its snapshot; any other signal was meant for the program. */
const CRASHES: readonly string[] = ['SIGABRT', 'SIGBUS', 'SIGFPE', 'SIGILL', 'SIGSEGV', 'SIGTRAP'];

/** @returns the exit code; null = run here */
export function relaunch(program: string): Promise<number | null> {
  const path = usablePath(program);
  if (path === null || !isTrusted(path)) return Promise.resolve(null);
  const { spawn } = process.getBuiltinModule('node:child_process');
  const child = spawn(process.execPath, ['--snapshot-blob', path].concat(process.argv.slice(2)), {
    stdio: 'inherit',
    env: Object.assign({}, process.env, { [PROGRAM_VARIABLE]: program }),
  });
  const leave = endTogether(child);
  return new Promise((resolve) => {
    child.once('error', () => {
      leave();
      resolve(null);
    });
    child.once('exit', (status, signal) => {
      leave();
      resolve(codeOf(path, status, signal));
    });
  });
}

function codeOf(path: string, status: number | null, signal: NodeJS.Signals | null): number | null {
  if (signal !== null && !CRASHES.includes(signal)) return 128 + constants.signals[signal];
  const code = status === null ? -1 : status - SNAPSHOT_CODES;
  if (code >= 0 && code <= LAST_CODE) return code;
  // Interrupted: the program itself exits with 128 plus the signal.
  if (code > 128) return code;
  rmSync(path, { force: true });
  return null;
}

const SIGNALS: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** Only runs that take longer than this get a guard. */
const WORTH_A_GUARD_MILLISECONDS = 250;
/** Time for the other process to finish a file. */
const PATIENCE_MILLISECONDS = 150;
/** Waits for the pipe to close, then kills the given process. Windows kills children by itself. */
const GUARD = 'trap "" HUP INT TERM; read -r _; kill -9 "$0" 2>/dev/null';

/** Ties two processes together: what stops one stops the other. @returns a function that unties them */
function endTogether(child: ChildProcess): () => void {
  let guard: ChildProcess | null = null;
  let killing: NodeJS.Timeout | null = null;
  const guarding = setTimeout(() => {
    if (process.platform !== 'win32') guard = guardOf(child.pid);
  }, WORTH_A_GUARD_MILLISECONDS);
  const pass = (signal: NodeJS.Signals): void => {
    child.kill(signal);
    killing = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MILLISECONDS);
  };
  for (const signal of SIGNALS) process.on(signal, pass);
  return () => {
    clearTimeout(guarding);
    if (killing !== null) clearTimeout(killing);
    for (const signal of SIGNALS) process.removeListener(signal, pass);
    // Before its pipe closes: the process id may soon be reused.
    if (guard !== null) guard.kill('SIGKILL');
  };
}

function guardOf(pid: number | undefined): ChildProcess | null {
  if (pid === undefined) return null;
  const { spawn } = process.getBuiltinModule('node:child_process');
  const guard = spawn('/bin/sh', ['-c', GUARD, String(pid)], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  guard.on('error', () => {});
  guard.stdin.on('error', () => {});
  guard.unref();
  return guard;
}

/** Makes the snapshot for the next run, unless there is one. */
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
  // A check must not fail because this process cannot be started.
  child.on('error', () => {});
  child.unref();
}

/** Only for `check` in a release, run by a Node without options. */
function usablePath(program: string): string | null {
  const environment = process.env;
  if (process.argv[2] !== 'check' || program.endsWith('.ts')) return null;
  if (environment['STEWARD_SNAPSHOT'] === 'off' || environment['NODE_OPTIONS'] || process.execArgv.length > 0)
    return null;
  return snapshotPath(program);
}
