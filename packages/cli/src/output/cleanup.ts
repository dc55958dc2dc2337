/** What must not be left behind however the process ends: undone once, synchronously. */

const undoings = new Set<() => void>();

/** @returns a function that says it is no longer needed */
export function beforeExit(undo: () => void): () => void {
  undoings.add(undo);
  return () => undoings.delete(undo);
}

export function cleanUp(): void {
  for (const undo of undoings) undo();
  undoings.clear();
}
