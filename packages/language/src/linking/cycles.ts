/** Walks over relations between declarations: what leads back to itself, and what others rest on. Chains of any length. */

/**
 * Cycles that a walk from `nodes` closes, each from the node met first; the last equals the first. Of very many, all but the first are told by
 * the two nodes between which they close.
 */
export function findCycles<T>(nodes: Iterable<T>, next: (node: T) => Iterable<T>): T[][] {
  const cycles: T[][] = [];
  let length = 0;
  walk(nodes, next, {
    closes: (path, from) => {
      const whole = length < MOST_TOLD ? path.slice(from) : [path[from], path.at(-1)];
      const cycle = whole.filter((node) => node !== undefined);
      length += cycle.length;
      cycles.push([...cycle, ...cycle.slice(0, 1)]);
    },
  });
  return cycles;
}

const MOST_TOLD = 10_000;

/** Every node that is reached, after those that it leads to; where a walk comes back to itself, as it is met. */
export function restedOnFirst<T>(nodes: Iterable<T>, next: (node: T) => Iterable<T>): T[] {
  const found: T[] = [];
  walk(nodes, next, { leaves: (node) => found.push(node) });
  return found;
}

interface Walker<T> {
  /** The last of the path leads back to the one at `from`. */
  closes?: (path: readonly T[], from: number) => void;
  /** All that it leads to has been left. */
  leaves?: (node: T) => void;
}

function walk<T>(nodes: Iterable<T>, next: (node: T) => Iterable<T>, { closes, leaves }: Walker<T>): void {
  const done = new Set<T>();
  const path: T[] = [];
  const places = new Map<T, number>();
  const waiting: Iterator<T>[] = [];
  const enter = (node: T): void => {
    places.set(node, path.length);
    path.push(node);
    waiting.push(next(node)[Symbol.iterator]());
  };
  const leave = (node: T): void => {
    path.pop();
    waiting.pop();
    places.delete(node);
    done.add(node);
    leaves?.(node);
  };
  for (const root of nodes) {
    if (!done.has(root)) enter(root);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const follower = waiting.at(-1)?.next();
      if (follower === undefined || follower.done === true) {
        leave(top);
        continue;
      }
      const from = places.get(follower.value);
      if (from !== undefined) closes?.(path, from);
      else if (!done.has(follower.value)) enter(follower.value);
    }
  }
}
