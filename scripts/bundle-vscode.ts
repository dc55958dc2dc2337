/**
 * Bundles the VS Code extension: `packages/vscode/dist/` with all that its manifest and its sources name.
 *
 * - The extension host loads `extension.cjs`, which holds the client and nothing that reads rules or logs.
 * - The server and the process that simulates share chunks. The database driver stays outside: it has native parts.
 */
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { copyPages } from './bundle/parts.ts';

const ROOT = dirname(import.meta.dirname);
const SOURCES = 'packages/vscode/src';
const OUTPUT = 'packages/vscode/dist';

const COMMON: BuildOptions = {
  absWorkingDir: ROOT,
  outdir: OUTPUT,
  bundle: true,
  platform: 'node',
  // Modules before CommonJS: some packages' CommonJS asks for its parts in a way that no bundler can follow.
  mainFields: ['module', 'main'],
  // Of the oldest editor that the manifest allows.
  target: 'node22.15',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'linked',
  sourcemap: true,
  metafile: true,
  logLevel: 'warning',
};

async function bundle(): Promise<void> {
  rmSync(join(ROOT, OUTPUT), { recursive: true, force: true });
  const results = await Promise.all([
    build({
      ...COMMON,
      entryPoints: [{ in: `${SOURCES}/extension.ts`, out: 'extension' }],
      outExtension: { '.js': '.cjs' },
      format: 'cjs',
      external: ['vscode'],
    }),
    build({
      ...COMMON,
      entryPoints: [{ in: `${SOURCES}/server/main.ts`, out: 'server' }],
      outExtension: { '.js': '.mjs' },
      chunkNames: 'chunks/[name]-[hash]',
      splitting: true,
      format: 'esm',
      external: ['@duckdb/*'],
      // CommonJS parts of dependencies call `require`, which a module does not have.
      banner: {
        js: "import { createRequire as stewardRequire } from 'node:module'; const require = stewardRequire(import.meta.url);",
      },
    }),
  ]);
  copyPages(ROOT, join(ROOT, OUTPUT));
  for (const [path, { bytes }] of results.flatMap(({ metafile }) => Object.entries(metafile?.outputs ?? {}))) {
    if (/\.[cm]?js$/.test(path)) console.log(`${(bytes / 1024).toFixed(0).padStart(6)} KB  ${path}`);
  }
}

await bundle();
