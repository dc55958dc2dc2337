/**
 * What must not outlive this process, however it ends: a small process of its own waits for that and removes it then.
 *
 * - A process that is killed runs nothing of ours any more, and one that is busy hears no signal; the end of a pipe always comes.
 * - Where no process can be started the path is still removed at a usual end, and by the next sweep.
 */
import { rmSync } from 'node:fs';

/** The path is an argument, never part of the script. Signals of the terminal are meant for the process that is guarded. */
const SHELL = 'trap "" HUP INT TERM; read -r _; rm -rf -- "$0"';
const SCRIPT = `process.on('SIGINT', () => {}); process.on('SIGTERM', () => {}); process.on('SIGHUP', () => {});
process.stdin.resume().on('close', () => require('node:fs').rmSync(process.argv[1], { recursive: true, force: true }));`;

/**
 * @param path absolute
 * @param hasShell whether to wait with the system's shell, which is smaller than Node
 * @returns removes the path now, and ends the guard
 */
export function guarded(path: string, hasShell: boolean = process.platform !== 'win32'): () => void {
  const [program, args] = hasShell ? ['/bin/sh', ['-c', SHELL, path]] : [process.execPath, ['--eval', SCRIPT, path]];
  // From the process, because a start-up snapshot cannot hold this module.
  const { spawn } = process.getBuiltinModule('node:child_process');
  const guard = spawn(program, args, {
    stdio: ['pipe', 'ignore', 'ignore'],
    // Of a group of its own: Ctrl-C ends a whole group at once.
    detached: true,
    windowsHide: true,
    cwd: process.platform === 'win32' ? undefined : '/',
    env: { ...process.env, NODE_OPTIONS: '', ELECTRON_RUN_AS_NODE: '1' },
  });
  guard.on('error', () => {});
  guard.stdin.on('error', () => {});
  guard.unref();
  // A pipe of a child process is a socket to Node; the type says only that it is written to.
  if ('unref' in guard.stdin && typeof guard.stdin.unref === 'function') guard.stdin.unref();
  const remove = (): void => rmSync(path, { recursive: true, force: true });
  process.once('exit', remove);
  return () => {
    process.removeListener('exit', remove);
    remove();
    guard.stdin.end();
  };
}
