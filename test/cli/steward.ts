/** Runs the real bundle as a process, like a user who installed it. */
import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Ajv } from 'ajv';
import { afterAll } from 'vitest';

export const ROOT = dirname(dirname(import.meta.dirname));
const BUNDLE = join(ROOT, 'packages/cli/dist/steward.mjs');
const LOCK = join(ROOT, 'packages/cli/dist.lock');

export interface Result {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

export interface RunOptions {
  cwd?: string;
  /** Added to an environment without settings for language or colours. */
  environment?: Record<string, string>;
  /** Options of Node. */
  nodeOptions?: readonly string[];
  /** Called while it runs. */
  during?: (child: ChildProcess) => void;
}

/** Builds the bundle if a source is newer, because testing an old bundle proves nothing. */
function ensureBundle(): void {
  if (isFresh()) return;
  while (!acquired()) spawnSync('sleep', ['0.2']);
  try {
    if (isFresh()) return;
    const built = spawnSync(process.execPath, ['scripts/bundle.ts'], { cwd: ROOT, encoding: 'utf8' });
    if (built.status !== 0) throw new Error(`The bundle cannot be built:\n${built.stdout}${built.stderr}`);
  } finally {
    rmSync(LOCK, { recursive: true, force: true });
  }
}

function acquired(): boolean {
  try {
    mkdirSync(LOCK);
    return true;
  } catch {
    return false;
  }
}

function isFresh(): boolean {
  if (!existsSync(BUNDLE)) return false;
  const built = statSync(BUNDLE).mtimeMs;
  return sources().every((path) => statSync(path).mtimeMs <= built);
}

function sources(): string[] {
  const packages = readdirSync(join(ROOT, 'packages')).map((name) => join(ROOT, 'packages', name, 'src'));
  return packages
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((path) => !path.endsWith('.test.ts'))
        .map((path) => join(folder, path)),
    );
}

/** Starts `steward …` with pipes as its standard streams, for tests that interact with it. */
export function startSteward(args: readonly string[], cwd: string): ChildProcessWithoutNullStreams {
  ensureBundle();
  return spawn(process.execPath, [BUNDLE, ...args], { cwd, stdio: 'pipe' });
}

/** The path of the bundle's entry, built if necessary. */
export function bundlePath(): string {
  ensureBundle();
  return BUNDLE;
}

/** Runs `steward …` to its end. */
export function steward(args: readonly string[], options: RunOptions = {}): Promise<Result> {
  ensureBundle();
  const { PATH, HOME, TMPDIR } = process.env;
  const inherited = Object.entries({ PATH, HOME, TMPDIR }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...(options.nodeOptions ?? []), BUNDLE, ...args], {
      cwd: options.cwd ?? ROOT,
      env: { ...Object.fromEntries(inherited), STEWARD_SNAPSHOT: 'off', ...options.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
    options.during?.(child);
  });
}

/** The exit code as a shell reports it: for a process ended by a signal, 128 plus the signal's number. */
export function shellCode({ code, signal }: Result): number {
  return signal === null ? (code ?? -1) : 128 + constants.signals[signal];
}

/** Waits until a folder contains only these files: a guard removes unfinished files once the process is gone. */
export async function onlyIn(folder: string, files: readonly string[]): Promise<string[]> {
  const isSo = (): boolean => readdirSync(folder).sort().join('\n') === files.join('\n');
  for (let tries = 0; tries < 500 && !isSo(); tries++) await wait(20);
  return readdirSync(folder).sort();
}

/** Errors of data against the schema that `steward schema NAME` prints; empty if it is valid. */
export async function schemaFaults(name: string, data: unknown): Promise<unknown[]> {
  const { stdout } = await steward(['schema', name]);
  const validate = new Ajv({ strict: false, allErrors: true }).compile(JSON.parse(stdout));
  validate(data);
  return validate.errors ?? [];
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder with these files, removed after the tests. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'steward-cli-'));
  folders.push(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}
