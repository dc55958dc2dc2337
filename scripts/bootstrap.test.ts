/**
 * The bootstrap on small workspaces of their own. `npx` there is a shell script that notes how it was called and puts down
 * the Node binary, as the real installation does; that one is exercised by every run of CI on a fresh clone.
 */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

interface Run {
  code: number | null;
  output: string;
  errors: string;
}

let root = '';

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function installerThat(ends: string): void {
  write(
    'machine/npx',
    `#!/bin/sh\necho "$@ CI=$CI NODE_ENV=$NODE_ENV" >> "${root}/calls"\necho from the installer\n${ends}\n`,
  );
  chmodSync(join(root, 'machine/npx'), 0o755);
}

function calls(): string[] {
  if (!existsSync(join(root, 'calls'))) return [];
  return readFileSync(join(root, 'calls'), 'utf8').trim().split('\n');
}

function bootstrap(...args: string[]): Run {
  const path = [join(root, 'machine'), process.env['PATH']].join(delimiter);
  const env = { ...process.env, PATH: path, NODE_ENV: 'production' };
  const run = spawnSync(process.execPath, [join(root, 'scripts/bootstrap.mjs'), ...args], { env, encoding: 'utf8' });
  return { code: run.status, output: run.stdout, errors: run.stderr };
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'steward-bootstrap-'));
  write('package.json', '{"name": "small"}');
  write('packages/policy/package.json', '{"name": "@small/policy"}');
  write('pnpm-lock.yaml', 'lockfileVersion: 9\n');
  write('scripts/show.mjs', `console.log(process.argv.slice(2).join('|'), process.env.PATH); process.exitCode = 7;`);
  copyFileSync(join(import.meta.dirname, 'bootstrap.mjs'), join(root, 'scripts/bootstrap.mjs'));
  const binary = `${root}/node_modules/node/bin`;
  installerThat(`mkdir -p "${binary}" && ln -sf "${process.execPath}" "${binary}/node"`);
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

describe.skipIf(process.platform === 'win32')('the bootstrap', () => {
  test('installs once, then has nothing to do', () => {
    const first = bootstrap();
    expect(first.errors).toContain('installing: this folder has no dependencies yet');
    expect(first.code).toBe(0);
    expect(bootstrap()).toEqual({ code: 0, output: '', errors: 'bootstrap: ready\n' });
    expect(calls()).toEqual(['--yes pnpm@12 install --frozen-lockfile CI=true NODE_ENV=']);
  });

  test.each(['pnpm-lock.yaml', 'packages/policy/package.json'])('installs again when %s changes', (path) => {
    bootstrap();
    write(path, '{ "changed": true }');
    expect(bootstrap().errors).toContain('installing: the lock file or a manifest changed');
    expect(calls()).toHaveLength(2);
  });

  test('installs again when Node is gone', () => {
    bootstrap();
    rmSync(join(root, 'node_modules/node'), { recursive: true });
    expect(bootstrap().code).toBe(0);
    expect(calls()).toHaveLength(2);
  });

  test('runs a script with its arguments, on the Node installed, and ends with its code', () => {
    const run = bootstrap('scripts/show.mjs', 'one', 'two words', '--flag');
    expect(run.code).toBe(7);
    expect(run.output).toBe(`one|two words|--flag ${expectedPath()}\n`);
  });

  test('keeps standard output for the script', () => {
    const run = bootstrap('scripts/show.mjs');
    expect(run.errors).toContain('from the installer');
    expect(run.output).not.toContain('from the installer');
  });

  test('says when the installation fails, and runs nothing', () => {
    installerThat('exit 1');
    const run = bootstrap('scripts/show.mjs');
    expect(run).toMatchObject({ code: 2, output: '' });
    expect(run.errors).toContain('the installation failed');
  });

  test('says when no Node came', () => {
    installerThat('exit 0');
    const run = bootstrap('scripts/show.mjs');
    expect(run).toMatchObject({ code: 2, output: '' });
    expect(run.errors).toContain('the package "node" brought no binary');
  });

  test('is tried again after a failure', () => {
    const good = readFileSync(join(root, 'machine/npx'), 'utf8');
    installerThat('exit 1');
    bootstrap();
    write('machine/npx', good);
    expect(bootstrap().code).toBe(0);
  });
});

function expectedPath(): string {
  const installed = [join(root, 'node_modules/node/bin'), join(root, 'node_modules/.bin')];
  return [...installed, join(root, 'machine'), process.env['PATH']].join(delimiter);
}
