/** Graph walks over declarations: cycles, and dependencies in order. Iterative, so chains may have any length. */

/**
 * Finds the cycles that a depth-first walk from `nodes` closes. Each starts at the node visited first and ends with it again.
 * Past a limit, a cycle is given only as the two nodes between which it closes.
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

/** All reachable nodes, dependencies first. Back edges are ignored. */
export function restedOnFirst<T>(nodes: Iterable<T>, next: (node: T) => Iterable<T>): T[] {
  const found: T[] = [];
  walk(nodes, next, { leaves: (node) => found.push(node) });
  return found;
}

interface Walker<T> {
  /** Called when the last node of the path leads back to the node at index `from`. */
  closes?: (path: readonly T[], from: number) => void;
  /** Called after everything the node leads to has been left. */
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
