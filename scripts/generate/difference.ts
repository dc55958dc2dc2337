/** Compares generated files with those on disk. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Difference {
  /** Relative to the root. */
  path: string;
  kind: 'missing' | 'changed' | 'stale';
  /** For `changed`: the first line, 1-based, that differs. */
  line: number | null;
}

/** @param owns folders in which every file that is not in `files` is stale */
export function differences(root: string, files: ReadonlyMap<string, string>, owns: readonly string[]): Difference[] {
  const changed = [...files].flatMap(([path, text]) => differenceOf(root, path, text));
  const stale = owns.flatMap((folder) => filesIn(root, folder)).filter((path) => !files.has(path));
  return [...changed, ...stale.map((path): Difference => ({ path, kind: 'stale', line: null }))];
}

function differenceOf(root: string, path: string, expected: string): Difference[] {
  const file = join(root, path);
  if (!existsSync(file)) return [{ path, kind: 'missing', line: null }];
  const actual = readFileSync(file, 'utf8');
  if (actual === expected) return [];
  return [{ path, kind: 'changed', line: firstDifferentLine(actual, expected) }];
}

function firstDifferentLine(actual: string, expected: string): number {
  const there = actual.split('\n');
  const wanted = expected.split('\n');
  const index = wanted.findIndex((line, i) => line !== there[i]);
  return (index < 0 ? wanted.length : index) + 1;
}

function filesIn(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}
