import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { folderWith, ROOT, steward } from './steward.ts';

const CLEAN =
  'role moderator members "小美"\ngroup G : service {\n  tier A { otherwise }\n  duty { 00:00..24:00 moderator }\n}\n';
const BROKEN = 'group G : service {\n  tier A { when nonsense > 1 }\n}\n';

/** Prints each of our modules as Node loads it. */
const WATCH = `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from 'node:module';
  registerHooks({ load(url, context, next) { if (url.startsWith('file:')) process.stderr.write('LOADED ' + url + '\\n'); return next(url, context); } });
`)}`;

/** Source files of the chunks that a command loads, relative to the root. */
async function sourcesLoadedBy(args: readonly string[], cwd: string): Promise<Set<string>> {
  const { stderr } = await steward(args, { cwd, nodeOptions: ['--import', WATCH] });
  const chunks = [...stderr.matchAll(/^LOADED (file:.*)$/gm)].map((match) => fileURLToPath(match[1] ?? ''));
  expect(chunks.length).toBeGreaterThan(1);
  const sources = chunks
    .filter((chunk) => existsSync(`${chunk}.map`))
    .flatMap((chunk) => {
      const map: { sources: string[] } = JSON.parse(readFileSync(`${chunk}.map`, 'utf8'));
      return map.sources.map((source) => resolve(dirname(chunk), source).slice(ROOT.length + 1));
    });
  return new Set([...sources, ...chunks.filter((chunk) => chunk.includes('node_modules'))]);
}

describe('a command loads only what it needs', () => {
  test('check of a clean file: no engine, no report, no database, no globs', async () => {
    const loaded = [...(await sourcesLoadedBy(['check', 'g.group'], folderWith({ 'g.group': CLEAN })))];
    expect(loaded.some((path) => path.startsWith('packages/language/src/'))).toBe(true);
    const wasted =
      /^packages\/(simulator|logs|synthetic|report|sessions)\/src|duckdb|tinyglobby|packages\/cli\/src\/simulation/;
    expect(loaded.filter((path) => wasted.test(path))).toEqual([]);
  });

  test('--version: no parser', async () => {
    const loaded = [...(await sourcesLoadedBy(['--version'], folderWith({})))];
    // Configs are read like rules, through the language's file system.
    const wasted =
      /langium|chevrotain|packages\/(?:proofs|patterns)\/|packages\/language\/src\/(?!workspace\/|limits\.ts|diagnostics\/fault\.ts)/;
    expect(loaded.filter((path) => wasted.test(path))).toEqual([]);
  });
});

describe('the start-up snapshot', () => {
  async function snapshot(folder: string): Promise<string> {
    const cache = join(folder, 'steward');
    for (let tries = 0; tries < 300; tries++) {
      const blob = existsSync(cache) ? readdirSync(cache).find((name) => /\.blob(\.failed)?$/.test(name)) : undefined;
      if (blob !== undefined) return join(cache, blob);
      await wait(100);
    }
    throw new Error('no snapshot was made');
  }
  const quick = (cache: string) => ({ XDG_CACHE_HOME: cache, STEWARD_SNAPSHOT: '' });

  test.skipIf(process.platform !== 'linux')(
    'is made after a first run, gives the same output and exit codes, and heals itself',
    async () => {
      const cwd = folderWith({ 'clean.group': CLEAN, 'broken.group': BROKEN });
      const cache = folderWith({});
      const first = await steward(['check', 'clean.group'], { cwd, environment: quick(cache) });
      expect(first.code).toBe(0);
      const blob = await snapshot(cache);
      expect(blob).toMatch(/\.blob$/);

      for (const args of [
        ['check', 'clean.group'],
        ['check', 'broken.group'],
        ['check', 'broken.group', '--lang', 'zh', '--color'],
        ['check', 'gone.group'],
        ['check', '.'],
        ['check', '--nonsense'],
        ['check', '--help'],
      ]) {
        const plain = await steward(args, { cwd });
        const fast = await steward(args, { cwd, environment: quick(cache) });
        expect(fast).toEqual(plain);
      }
      expect(existsSync(blob)).toBe(true);

      writeFileSync(blob, 'no snapshot');
      const healed = await steward(['check', 'broken.group'], { cwd, environment: quick(cache) });
      expect(healed.code).toBe(1);
      expect(healed.stdout).toBe((await steward(['check', 'broken.group'], { cwd })).stdout);
      await snapshot(cache);
    },
    120_000,
  );

  test('is neither made nor used if it is turned off or Node has options', async () => {
    const cwd = folderWith({ 'clean.group': CLEAN });
    const cache = folderWith({});
    await steward(['check', 'clean.group'], { cwd, environment: { XDG_CACHE_HOME: cache } });
    await steward(['check', 'clean.group'], { cwd, environment: { ...quick(cache), NODE_OPTIONS: '--no-warnings' } });
    await steward(['check', 'clean.group'], { cwd, environment: quick(cache), nodeOptions: ['--no-warnings'] });
    await wait(1_500);
    expect(readdirSync(cache)).toEqual([]);
  });
});
