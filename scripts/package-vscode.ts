/**
 * Packs the VS Code extension into VSIX files.
 *
 *   npm run package                                   for this platform, and the universal one
 *   npm run package -- --all                          for every platform
 *   npm run package -- --target darwin-arm64          for the platforms named
 *   npm run package -- --out FOLDER                   elsewhere than dist/vsix
 *
 * A platform's package includes the database that reads logs; for other platforms it is downloaded, as pinned in the lock file.
 */
import { statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleExtension } from './bundle/extension.ts';
import { isTarget, ownTarget, TARGETS, type Target } from './package/targets.ts';
import { writeVsix } from './package/vsix.ts';

const ROOT = dirname(import.meta.dirname);

const { values } = parseArgs({
  options: {
    all: { type: 'boolean' },
    target: { type: 'string', multiple: true },
    out: { type: 'string' },
  },
});

const unknown = (values.target ?? []).filter((word) => !isTarget(word));
if (unknown.length > 0) {
  console.error(`there is no platform ${unknown.join(', ')}. There are: ${TARGETS.join(', ')}`);
  process.exitCode = 2;
} else {
  await bundleExtension(ROOT);
  const out = resolve(values.out ?? join(ROOT, 'dist', 'vsix'));
  for (const target of chosen()) {
    const path = writeVsix(ROOT, target, out);
    console.log(`${(statSync(path).size / 1e6).toFixed(1).padStart(6)} MB  ${relative(process.cwd(), path)}`);
  }
}

function chosen(): readonly Target[] {
  if (values.all === true) return TARGETS;
  const named = (values.target ?? []).filter(isTarget);
  return named.length > 0 ? named : [...new Set([ownTarget(), 'universal' as const])];
}
