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
import type { ChildProcess } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';
import { isTrusted, PROGRAM_VARIABLE, SNAPSHOT_CODES, snapshotPath } from './snapshot-file.ts';

const LAST_CODE = 3;
/** How a Node ends that chokes on its snapshot; every other signal was meant for the program. */
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
  // Interrupted: told by the program itself, with 128 and more.
  if (code > 128) return code;
  rmSync(path, { force: true });
  return null;
}

const SIGNALS: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** A run that takes longer than this is guarded; a shorter one ends by itself. */
const WORTH_A_GUARD_MILLISECONDS = 250;
/** What the other process may need to finish a file. */
const PATIENCE_MILLISECONDS = 150;
/** Waits for the end of a pipe, then ends the process whose number it was given. Windows ends children by itself. */
const GUARD = 'trap "" HUP INT TERM; read -r _; kill -9 "$0" 2>/dev/null';

/** Two processes that are one to whoever started them: what stops one stops the other. @returns takes that back */
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
    // Before its pipe ends: the number may soon be another's.
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
