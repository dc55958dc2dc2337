/**
 * Bundles the command line for release: `packages/cli/dist/steward.mjs` and the chunks that it loads when it needs them.
 *
 * - The database driver stays outside (it has native parts) and may be loaded only on demand: a static import of it
 *   would slow every start, so it fails the bundle.
 */
import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build, type Metafile } from 'esbuild';

const ROOT = dirname(import.meta.dirname);
const ENTRY = 'packages/cli/src/main.ts';
const OUTPUT = 'packages/cli/dist';
const DRIVER = '@duckdb/node-api';

/** Output files that import the driver when they load, rather than when it is needed. */
function eagerImportsOf(driver: string, metafile: Metafile): string[] {
  return Object.entries(metafile.outputs)
    .filter(([, output]) => output.imports.some((entry) => entry.path === driver && entry.kind === 'import-statement'))
    .map(([path]) => path);
}

async function bundle(): Promise<void> {
  rmSync(join(ROOT, OUTPUT), { recursive: true, force: true });
  const result = await build({
    absWorkingDir: ROOT,
    entryPoints: [{ in: ENTRY, out: 'steward' }],
    outdir: OUTPUT,
    outExtension: { '.js': '.mjs' },
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22.12',
    external: ['@duckdb/*'],
    // CommonJS parts of dependencies call `require`, which a module does not have.
    banner: {
      js: "import { createRequire as stewardRequire } from 'node:module'; const require = stewardRequire(import.meta.url);",
    },
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'linked',
    sourcemap: true,
    metafile: true,
    logLevel: 'warning',
  });
  const eager = eagerImportsOf(DRIVER, result.metafile);
  if (eager.length > 0)
    throw new Error(`${DRIVER} must be imported with import(), but loads at once in ${eager.join(', ')}`);
  for (const [path, output] of Object.entries(result.metafile.outputs)) {
    if (path.endsWith('.mjs')) console.log(`${(output.bytes / 1024).toFixed(0).padStart(6)} KB  ${path}`);
  }
}

if (!existsSync(join(ROOT, ENTRY))) {
  console.error(`${ENTRY} is missing: there is no command line to bundle`);
  process.exitCode = 2;
} else {
  await bundle();
}
