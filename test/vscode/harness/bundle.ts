/** Bundles the tests for the extension host, which loads CommonJS. */
import { globSync, mkdirSync, mkdtempSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build } from 'esbuild';

const TESTS = dirname(import.meta.dirname);

/**
 * Returns a new folder with one bundle per file of `suite/`, so that two runs don't collide. It is where Mocha can be resolved.
 * The caller removes it.
 */
export async function bundleSuite(): Promise<string> {
  mkdirSync(join(TESTS, 'dist'), { recursive: true });
  const folder = mkdtempSync(join(TESTS, 'dist', 'suite-'));
  await build({
    entryPoints: globSync('suite/*.ts', { cwd: TESTS }).map((path) => ({
      in: join(TESTS, path),
      out: basename(path, '.ts'),
    })),
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22.15',
    // All files share one Mocha: it collects their tests.
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return folder;
}
