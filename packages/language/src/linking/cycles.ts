/** Cycles of a relation between declarations. */

/** Every cycle that a walk from `nodes` closes, once, from the node met first; the last equals the first. */
export function findCycles<T>(nodes: Iterable<T>, next: (node: T) => Iterable<T>): T[][] {
  const cycles: T[][] = [];
  const done = new Set<T>();
  const path: T[] = [];
  const onPath = new Set<T>();
  const visit = (node: T): void => {
    if (onPath.has(node)) {
      cycles.push([...path.slice(path.indexOf(node)), node]);
      return;
    }
    if (done.has(node)) return;
    path.push(node);
    onPath.add(node);
    for (const follower of next(node)) visit(follower);
    path.pop();
    onPath.delete(node);
    done.add(node);
  };
  for (const node of nodes) visit(node);
  return cycles;
}
