/** Finds the items that a proof needs, with few questions. */

/**
 * Drops items that are not needed, earlier ones first. Unneeded runs are dropped as a whole.
 * @param suffices whether the proof still holds with only these items; more items never make it fail
 */
export function neededOf<T>(items: readonly T[], suffices: (rest: readonly T[]) => boolean): T[] {
  let needed = [...items];
  for (let from = 0; from < needed.length; from++) {
    const without = (count: number): T[] => [...needed.slice(0, from), ...needed.slice(from + count)];
    const count = longestRun(needed.length - from, (run) => suffices(without(run)));
    needed = without(count);
  }
  return needed;
}

/** The largest count up to `count` for which it holds; if it holds for some count, it holds for all smaller ones. */
function longestRun(count: number, holds: (count: number) => boolean): number {
  let size = 1;
  while (size <= count && holds(size)) size *= 2;
  let [low, high] = [size >> 1, Math.min(size, count + 1)];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}
