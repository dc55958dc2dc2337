/**
 * Installs VS Code's server and workbench (code-server) for the tests: half a gigabyte that nothing else needs, so it isn't
 * part of the workspace; it is installed on demand into `node_modules` beside this file.
 *
 * - Does nothing if the installation matches the lock file, and otherwise says what it does.
 * - Two runs at once are fine: the second waits for the first.
 */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ownEnvironment, runPnpm } from '../../../scripts/tools.mjs';
import { plainLogger, plainWatchdog } from './plain-parts.ts';

const HERE = import.meta.dirname;
const STAMP = join(HERE, 'node_modules', '.harness-stamp');
const LOCK = join(HERE, 'dist', 'installing');
const SOURCES = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', 'install.ts', 'plain-parts.ts'];

/** Assistants that no test loads; together nearly half of the package. */
const LEFT_OUT = [
  'node_modules/@github',
  'node_modules/@microsoft/mxc-sdk',
  'node_modules/@vscode/sqlite3',
  'extensions/copilot',
];

/** The folder of the installed package. Throws with a message for people if it can't be installed. */
export async function install(): Promise<string> {
  const key = installationKey();
  if (isInstalled(key)) return serverFolder();
  await locked(() => {
    if (!isInstalled(key)) installAnew(key);
  });
  return serverFolder();
}

/** Everything that determines the contents of an installation. */
function installationKey(): string {
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}-${process.version}`);
  for (const file of SOURCES) hash.update(`\0${file}\0`).update(readFileSync(join(HERE, file)));
  return hash.digest('hex');
}

function isInstalled(key: string): boolean {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === key;
}

function serverFolder(): string {
  return dirname(createRequire(join(HERE, 'package.json')).resolve('code-server/package.json'));
}

function installAnew(key: string): void {
  console.error('vscode harness: installing VS Code’s server and workbench (once; about 320 MB)');
  const started = Date.now();
  const environment = ownEnvironment();
  const options = { cwd: HERE, env: environment, encoding: 'utf8' } as const;
  settle('pnpm install', runPnpm(['install', '--frozen-lockfile', '--dir', HERE], options));
  const server = join(serverFolder(), 'lib', 'vscode');
  // As its own install script does, except for the native parts, which need a compiler and minutes. It has a lock file.
  run(
    'npm',
    ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    server,
    environment,
  );
  for (const path of LEFT_OUT) rmSync(join(server, path), { recursive: true, force: true });
  writeFileSync(join(server, 'node_modules/@vscode/spdlog/index.js'), plainLogger());
  writeFileSync(join(server, 'node_modules/@vscode/native-watchdog/index.js'), plainWatchdog());
  writeFileSync(STAMP, key);
  console.error(`vscode harness: installed in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

function run(command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): void {
  const shell = process.platform === 'win32';
  const options = { cwd, env, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, shell } as const;
  settle([command, ...args].join(' '), spawnSync(command, args, options));
}

function settle(what: string, { status, stdout, stderr, error }: SpawnSyncReturns<string>): void {
  if (status === 0) return;
  throw new Error(`${what} failed:\n${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`);
}

/** One at a time on this machine; a lock whose owner is gone doesn't count. */
async function locked(action: () => void): Promise<void> {
  mkdirSync(dirname(LOCK), { recursive: true });
  while (!take()) {
    if (!isHeld()) rmSync(LOCK, { force: true });
    await pause(250);
  }
  try {
    action();
  } finally {
    rmSync(LOCK, { force: true });
  }
}

function take(): boolean {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}

function isHeld(): boolean {
  try {
    const owner = Number(readFileSync(LOCK, 'utf8'));
    // A new lock may not contain its owner yet.
    return owner === 0 || process.kill(owner, 0);
  } catch {
    return false;
  }
}

if (import.meta.main) console.log(await install());
