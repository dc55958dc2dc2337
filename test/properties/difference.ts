/** The differences between two outcomes, by path. */

const MOST_SHOWN = 12;

/** @returns one line per difference, `path: left | right`; empty if both are the same JSON, including key order */
export function differences(left: unknown, right: unknown): string[] {
  if (JSON.stringify(left) === JSON.stringify(right)) return [];
  return walk(left, right, '').slice(0, MOST_SHOWN);
}

function walk(left: unknown, right: unknown, path: string): string[] {
  const a = JSON.stringify(left);
  const b = JSON.stringify(right);
  if (a === b) return [];
  if (!isBranch(left) || !isBranch(right)) return [`${path}: ${a} | ${b}`];
  const keys = Object.keys(left);
  const others = Object.keys(right);
  if (keys.join() !== others.join() && !Array.isArray(left)) return [`${path}: keys ${keys.join()} | ${others.join()}`];
  const length = Math.max(keys.length, others.length);
  const all = keys.length === length ? keys : others;
  return all.flatMap((key) => walk(left[key], right[key], `${path}/${key}`));
}

function isBranch(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
