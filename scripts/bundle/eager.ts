/** Finds what a bundle loads at start, from esbuild's metafile. */
import type { Metafile } from 'esbuild';

/**
 * @param entry the output file that runs
 * @returns external modules that load before the entry's first line runs, directly or through chunks; sorted
 */
export function eagerExternals(metafile: Pick<Metafile, 'outputs'>, entry: string): string[] {
  const reached = new Set<string>();
  const externals = new Set<string>();
  const visit = (path: string): void => {
    if (reached.has(path)) return;
    reached.add(path);
    for (const entry of metafile.outputs[path]?.imports ?? []) {
      if (entry.kind !== 'import-statement' && entry.kind !== 'require-call') continue;
      if (entry.external) externals.add(entry.path);
      else visit(entry.path);
    }
  };
  visit(entry);
  return [...externals].sort();
}
