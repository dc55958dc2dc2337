/** Bundles the tests for the extension host, which loads CommonJS. */
import { globSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build } from 'esbuild';

const TESTS = dirname(import.meta.dirname);
const OUTPUT = join(TESTS, 'dist', 'suite');

/** The folder with a file for each of `suite/`. */
export async function bundleSuite(): Promise<string> {
  rmSync(OUTPUT, { recursive: true, force: true });
  await build({
    entryPoints: globSync('suite/*.ts', { cwd: TESTS }).map((path) => ({
      in: join(TESTS, path),
      out: basename(path, '.ts'),
    })),
    outdir: OUTPUT,
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
  return OUTPUT;
}
