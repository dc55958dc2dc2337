/** The platforms that the extension is packaged for, and the native part of the log reader that each has. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `universal` has no native part: its log reader is JavaScript, for CSV, JSON lines and Parquet. */
export const TARGETS = [
  'linux-x64',
  'linux-arm64',
  'darwin-x64',
  'darwin-arm64',
  'win32-x64',
  'win32-arm64',
  'universal',
] as const;
export type Target = (typeof TARGETS)[number];

export interface Binding {
  name: string;
  version: string;
  /** As the lock file writes it: `sha512-…`. */
  integrity: string;
}

const DRIVER = '@duckdb/node-bindings';

/** The one that this machine runs; `universal` on a platform without a package of its own. */
export function ownTarget(): Target {
  const own = `${process.platform}-${process.arch}`;
  return TARGETS.find((target) => target === own) ?? 'universal';
}

export function isTarget(word: string): word is Target {
  return (TARGETS as readonly string[]).includes(word);
}

/** What the lock file pins for a platform; null for `universal`, which has none. */
export function bindingOf(target: Target, root: string): Binding | null {
  if (target === 'universal') return null;
  const lock = readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8');
  const name = `${DRIVER}-${target}`;
  const found = new RegExp(`^  '${name}@([^']+)':\\n    resolution: \\{integrity: ([^,}]+)`, 'm').exec(lock);
  const [, version, integrity] = found ?? [];
  if (version === undefined || integrity === undefined) throw new Error(`pnpm-lock.yaml does not pin ${name}`);
  return { name, version, integrity };
}
