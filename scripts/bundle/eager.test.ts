import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { eagerExternals } from './eager.ts';

/** Bundles small files, given as data, and returns what `main` loads at start. */
async function eager(files: Record<string, string>): Promise<string[]> {
  const result = await build({
    entryPoints: { main: 'main' },
    outdir: 'out',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    external: ['driver'],
    write: false,
    metafile: true,
    plugins: [
      {
        name: 'files',
        setup(context) {
          context.onResolve({ filter: /^(main|\.\/)/ }, ({ path }) => ({
            path: path.replace('./', ''),
            namespace: 'files',
          }));
          context.onLoad({ filter: /.*/, namespace: 'files' }, ({ path }) => ({ contents: files[path] ?? '' }));
        },
      },
    ],
  });
  return eagerExternals(result.metafile, 'out/main.js');
}

test('a static import of the driver is found', async () => {
  expect(await eager({ main: `import { open } from 'driver'; open();` })).toEqual(['driver']);
});

test('a static import through another file is found', async () => {
  const files = { main: `import './a'; import('./a');`, a: `export { open } from 'driver'; import 'driver';` };
  expect(await eager(files)).toEqual(['driver']);
});

test('a dynamic import is allowed, even of a file that imports the driver statically', async () => {
  expect(await eager({ main: `await import('driver');` })).toEqual([]);
  expect(await eager({ main: `await import('./a');`, a: `import { open } from 'driver'; open();` })).toEqual([]);
});
