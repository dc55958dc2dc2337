/** The platforms that the extension is packaged for, and the native part of the log reader for each. */
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
  /** As in the lock file: `sha512-…`. */
  integrity: string;
}

const DRIVER = '@duckdb/node-bindings';

/** The target of this machine; `universal` if the platform has no package of its own. */
export function ownTarget(): Target {
  const own = `${process.platform}-${process.arch}`;
  return TARGETS.find((target) => target === own) ?? 'universal';
}

export function isTarget(word: string): word is Target {
  return (TARGETS as readonly string[]).includes(word);
}

/** The binding that the lock file pins for a platform; null for `universal`. */
export function bindingOf(target: Target, root: string): Binding | null {
  if (target === 'universal') return null;
  const lock = readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8');
  const name = `${DRIVER}-${target}`;
  const found = new RegExp(`^  '${name}@([^']+)':\\n    resolution: \\{integrity: ([^,}]+)`, 'm').exec(lock);
  const [, version, integrity] = found ?? [];
  if (version === undefined || integrity === undefined) throw new Error(`pnpm-lock.yaml does not pin ${name}`);
  return { name, version, integrity };
}
