/**
 * Bundles the VS Code extension: `packages/vscode/dist/` with everything that its manifest and sources refer to.
 *
 * - The extension host loads `extension.cjs`, which contains the client but nothing that reads rules or logs.
 * - The server and the simulation process share chunks. The database driver stays external, because it has native parts.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { writeDashboard } from '../dashboard/build.ts';
import { eagerExternals } from './eager.ts';
import { thirdPartyNotices } from './notices.ts';
import { copyPages } from './parts.ts';

const SOURCES = 'packages/vscode/src';
/** Where the manifest expects it, in the extension's folder. */
const FOLDER = 'packages/vscode/dist';
const SIMULATION_HOST = 'packages/editor/src/host/main.ts';
const DRIVER = /^@duckdb\//;

/** Each runs in Node: in the extension host, or in the processes that it starts. */
const NODE: BuildOptions = {
  bundle: true,
  platform: 'node',
  // Prefer ES modules to CommonJS: some packages' CommonJS requires its parts in a way that no bundler can follow.
  mainFields: ['module', 'main'],
  // The Node of the oldest editor that the manifest allows.
  target: 'node22.15',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  sourcemap: true,
  metafile: true,
  logLevel: 'warning',
};

/** @param output a folder, emptied first. @returns sizes of the files written, in bytes by path relative to the root */
export async function bundleExtension(root: string, output = join(root, FOLDER)): Promise<Map<string, number>> {
  rmSync(output, { recursive: true, force: true });
  const results = await Promise.all([
    build({
      ...NODE,
      outdir: output,
      absWorkingDir: root,
      entryPoints: [{ in: `${SOURCES}/extension.ts`, out: 'extension' }],
      outExtension: { '.js': '.cjs' },
      format: 'cjs',
      external: ['vscode'],
      // Read in full at each activation.
      minifyIdentifiers: true,
    }),
    build({
      ...NODE,
      outdir: output,
      absWorkingDir: root,
      entryPoints: [
        { in: `${SOURCES}/server/main.ts`, out: 'server' },
        { in: SIMULATION_HOST, out: 'simulation-host' },
      ],
      outExtension: { '.js': '.mjs' },
      chunkNames: 'chunks/[name]-[hash]',
      splitting: true,
      format: 'esm',
      external: ['@duckdb/*'],
      // CommonJS parts of dependencies call `require`, which ES modules do not have.
      banner: {
        js: "import { createRequire as stewardRequire } from 'node:module'; const require = stewardRequire(import.meta.url);",
      },
    }),
  ]);
  const metafiles = results.flatMap(({ metafile }): Metafile[] => (metafile === undefined ? [] : [metafile]));
  refuseEagerDriver(metafiles);
  copyPages(root, output);
  metafiles.push(await writeDashboard(join(output, 'dashboard')));
  writeFileSync(join(output, 'THIRD-PARTY.txt'), thirdPartyNotices(root, metafiles));
  const sizes = metafiles.flatMap(({ outputs }) =>
    Object.entries(outputs).map(([path, { bytes }]) => [path, bytes] as const),
  );
  return new Map(sizes.filter(([path]) => /\.[cm]?js$/.test(path)));
}

/** The driver cannot be loaded without its native parts, so nothing may import it before a log is opened. */
function refuseEagerDriver(metafiles: readonly Metafile[]): void {
  for (const metafile of metafiles) {
    for (const [path, { entryPoint }] of Object.entries(metafile.outputs)) {
      if (entryPoint === undefined) continue;
      const eager = eagerExternals(metafile, path).filter((name) => DRIVER.test(name));
      if (eager.length > 0) throw new Error(`${path} loads ${eager.join(', ')} at its start: import it on demand`);
    }
  }
}
