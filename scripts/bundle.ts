/**
 * Bundles the command line for release: `packages/cli/dist/steward.mjs` and the chunks that it loads on demand.
 *
 * - The database driver stays external, because it has native parts, and is loaded on demand: the build fails if the bundle would load it
 *   at every start.
 */
import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { eagerExternals } from './bundle/eager.ts';
import { copyParts } from './bundle/parts.ts';
import { writeDashboard } from './dashboard/build.ts';

const ROOT = dirname(import.meta.dirname);
const ENTRY = 'packages/cli/src/main.ts';
/** The process that holds the editor's logs. */
const HOST = 'packages/editor/src/host/main.ts';
const WORKER = 'packages/cli/src/simulation/worker.ts';
const SNAPSHOT_BUILDER = 'packages/cli/src/startup/build-snapshot.ts';
const SNAPSHOT = 'packages/cli/src/startup/snapshot.ts';
const OUTPUT = 'packages/cli/dist';
const DRIVER = /^@duckdb\//;

async function bundle(): Promise<void> {
  rmSync(join(ROOT, OUTPUT), { recursive: true, force: true });
  const result = await build({
    absWorkingDir: ROOT,
    entryPoints: [
      { in: ENTRY, out: 'steward' },
      { in: WORKER, out: 'worker' },
      { in: HOST, out: 'host' },
    ],
    outdir: OUTPUT,
    outExtension: { '.js': '.mjs' },
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    // Prefer ES modules to CommonJS: some packages' CommonJS requires its parts in a way that no bundler can follow.
    mainFields: ['module', 'main'],
    target: 'node22.12',
    external: ['@duckdb/*'],
    // CommonJS parts of dependencies call `require`, which ES modules do not have.
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
  const eager = eagerExternals(result.metafile, `${OUTPUT}/steward.mjs`).filter((path) => DRIVER.test(path));
  if (eager.length > 0) throw new Error(`${eager.join(', ')} loads at every start: import it on demand, with import()`);
  await bundleSnapshot();
  copyParts(ROOT, join(ROOT, OUTPUT));
  await writeDashboard(join(ROOT, OUTPUT, 'dashboard'));
  for (const [path, output] of Object.entries(result.metafile.outputs)) {
    if (path.endsWith('.mjs')) console.log(`${(output.bytes / 1024).toFixed(0).padStart(6)} KB  ${path}`);
  }
}

/** The sources of the start-up snapshot of `check`: one script each, without chunks that the entry would have to load too. */
async function bundleSnapshot(): Promise<void> {
  const common: BuildOptions = {
    absWorkingDir: ROOT,
    bundle: true,
    platform: 'node',
    mainFields: ['module', 'main'],
    target: 'node22.12',
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    logLevel: 'warning',
  };
  await build({
    ...common,
    entryPoints: [SNAPSHOT],
    outfile: `${OUTPUT}/snapshot.cjs`,
    format: 'cjs',
    // A script has no URL of its own; dependencies only use it to look for optional parts, of which there are none.
    define: { 'import.meta.url': '"file:///C:/snapshot"' },
  });
  await build({ ...common, entryPoints: [SNAPSHOT_BUILDER], outfile: `${OUTPUT}/build-snapshot.mjs`, format: 'esm' });
}

if (!existsSync(join(ROOT, ENTRY))) {
  console.error(`${ENTRY} is missing: there is no command line to bundle`);
  process.exitCode = 2;
} else {
  await bundle();
}
