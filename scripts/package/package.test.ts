/** A VSIX contains the right files and does not depend on the machine that made it. */
import { fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { bundleExtension } from '../bundle/extension.ts';
import { stage } from './stage.ts';
import { bindingOf, ownTarget, TARGETS } from './targets.ts';
import { writeVsix } from './vsix.ts';
import { zipNames } from './zip-names.ts';

const ROOT = dirname(dirname(import.meta.dirname));

// Packing and starting processes take long on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let folder = '';
let bundle = '';

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'package-')));
  bundle = join(folder, 'bundle');
  await bundleExtension(ROOT, bundle);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function staged(target: (typeof TARGETS)[number]): { at: string; paths: string[] } {
  const at = join(folder, target);
  if (existsSync(at)) rmSync(at, { recursive: true });
  mkdirSync(at);
  return { at, paths: stage(ROOT, bundle, target, at) };
}

describe('the universal package', () => {
  test('contains what the manifest names, and nothing unused', () => {
    const names = zipNames(readFileSync(writeVsix(ROOT, 'universal', folder, bundle)));
    const inside = names.flatMap((name) => /^extension\/(.*)/.exec(name)?.[1] ?? []);
    const KNOWN: readonly RegExp[] = [
      /^(package(\.nls(\.zh-cn)?)?\.json|readme\.md|changelog\.md|LICENSE\.txt)$/,
      /^dist\/(extension\.cjs|server\.mjs|THIRD-PARTY\.txt)$/,
      /^dist\/chunks\/[\w.-]+\.mjs$/,
      /^dist\/(simulation-host\.mjs|dashboard\/[\w.-]+\.(js|css))$/,
      /^dist\/pages\/[a-z0-9-]+\.md$/,
      /^language\/[\w.-]+\.json$/,
      /^media\/(icon\.png|[a-z-]+\.svg|walkthrough\/[a-z]+(\.nls\.zh-cn)?\.md)$/,
    ];
    expect(inside.filter((name) => !KNOWN.some((known) => known.test(name)))).toEqual([]);
    for (const known of KNOWN.slice(0, 2))
      expect(
        inside.some((name) => known.test(name)),
        String(known),
      ).toBe(true);
    expect(inside).toContain('media/icon.png');
    expect(inside.filter((name) => name.startsWith('dist/pages/')).length).toBeGreaterThan(100);
  });

  test('has a manifest without keys for the workspace', () => {
    const { at } = staged('universal');
    const manifest: Record<string, unknown> = JSON.parse(readFileSync(join(at, 'package.json'), 'utf8'));
    expect(manifest).toMatchObject({ publisher: 'steward', main: './dist/extension.cjs' });
    expect(Object.keys(manifest)).not.toEqual(expect.arrayContaining(['dependencies']));
    expect(JSON.stringify(manifest)).not.toContain('workspace:');
  });

  test('has a server that works outside the workspace', async () => {
    const { at } = staged('universal');
    const server = fork(join(at, 'dist/server.mjs'), { cwd: at, silent: true, env: {} });
    try {
      server.send({
        jsonrpc: '2.0',
        id: 1,
        method: 'initialize',
        params: { processId: null, capabilities: {}, rootUri: null },
      });
      const [answer]: unknown[] = await once(server, 'message');
      expect(answer).toMatchObject({
        id: 1,
        result: { serverInfo: { name: 'steward' }, capabilities: { hoverProvider: true } },
      });
    } finally {
      server.kill();
    }
  });

  test('contains the licences of third-party code', () => {
    const text = readFileSync(join(bundle, 'THIRD-PARTY.txt'), 'utf8');
    expect(text).toMatch(/^langium \d/m);
    expect(text).toMatch(/^vscode-languageclient \d/m);
    expect(text).toContain('Permission is hereby granted');
  });
});

describe('a package for one platform', () => {
  test.each(TARGETS.filter((target) => target !== 'universal'))('%s: the lock file pins its part', (target) => {
    expect(bindingOf(target, ROOT)).toMatchObject({
      name: `@duckdb/node-bindings-${target}`,
      integrity: expect.stringMatching(/^sha512-[A-Za-z0-9+/]{86}==$/),
    });
  });

  test('contains only this platform’s native part, and it loads', () => {
    const own = ownTarget();
    expect(own, 'this platform has no package of its own').not.toBe('universal');
    const { at, paths } = staged(own);
    const bindings = paths.flatMap((path) => /@duckdb\/(node-bindings-[\w-]+)\//.exec(path)?.[1] ?? []);
    expect([...new Set(bindings)]).toEqual([`node-bindings-${own}`]);
    const script = `const { DuckDBInstance } = await import('@duckdb/node-api');
      const connection = await (await DuckDBInstance.create()).connect();
      console.log((await connection.runAndReadAll('select 42')).getRows()[0][0]);`;
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: join(at, 'dist'),
      encoding: 'utf8',
    });
    expect(run.stderr).toBe('');
    expect(run.stdout.trim()).toBe('42');
  });
});
