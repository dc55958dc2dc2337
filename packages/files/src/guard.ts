/**
 * Guards what must not outlive this process, however it ends: a small helper process waits for the end and removes it.
 *
 * - A killed process runs none of our code, and a busy one hears no signal; the end of a pipe always arrives.
 * - If no helper can be started, the path is still removed on a normal exit, or by the next sweep.
 */
import { rmSync } from 'node:fs';

/** The path is an argument, never part of the script. The helper ignores the terminal's signals: they are for the guarded process. */
const SHELL = 'trap "" HUP INT TERM; read -r _; rm -rf -- "$0"';
const SCRIPT = `process.on('SIGINT', () => {}); process.on('SIGTERM', () => {}); process.on('SIGHUP', () => {});
process.stdin.resume().on('close', () => require('node:fs').rmSync(process.argv[1], { recursive: true, force: true }));`;

/**
 * @param path absolute
 * @param hasShell whether to use the system's shell, which is smaller than Node
 * @returns a function that removes the path now and ends the guard
 */
export function guarded(path: string, hasShell: boolean = process.platform !== 'win32'): () => void {
  const [program, args] = hasShell ? ['/bin/sh', ['-c', SHELL, path]] : [process.execPath, ['--eval', SCRIPT, path]];
  // Taken from `process`, because a start-up snapshot cannot hold this module.
  const { spawn } = process.getBuiltinModule('node:child_process');
  const guard = spawn(program, args, {
    stdio: ['pipe', 'ignore', 'ignore'],
    // In a process group of its own: Ctrl-C ends a whole group at once.
    detached: true,
    windowsHide: true,
    cwd: process.platform === 'win32' ? undefined : '/',
    env: { ...process.env, NODE_OPTIONS: '', ELECTRON_RUN_AS_NODE: '1' },
  });
  guard.on('error', () => {});
  guard.stdin.on('error', () => {});
  guard.unref();
  // Node gives a child's pipe as a socket; the type only says it is writable.
  if ('unref' in guard.stdin && typeof guard.stdin.unref === 'function') guard.stdin.unref();
  const remove = (): void => rmSync(path, { recursive: true, force: true });
  process.once('exit', remove);
  return () => {
    process.removeListener('exit', remove);
    remove();
    guard.stdin.end();
  };
}
