/** Bundles the tests for the extension host, which loads CommonJS. */
import { globSync, mkdirSync, mkdtempSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build } from 'esbuild';

const TESTS = dirname(import.meta.dirname);

/**
 * The folder with a file for each of `suite/`: one of its own, so that two runs do not meet. It stands where Mocha can be found.
 * Whoever asked for it removes it.
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
    // Mocha is one for all files: it is what collects their tests.
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return folder;
}
