/**
 * A folder for what does not fit in memory, which nobody else can look into: gone when it is closed, and at the latest when the process
 * ends, however that happens.
 *
 * - All of a process's folders are in one named after it, so the next process can tell leftovers from those in use.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { guarded } from './guard.ts';
import { prefixOf, thisProcess } from './owner.ts';
import { sweepTemporaryFolders } from './sweep.ts';

interface Root {
  path: string;
  /** Folders in it that are in use. */
  uses: number;
  remove: () => void;
}

let root: Root | null = null;

export class TemporaryFolder {
  readonly path: string;
  readonly #root: Root;
  #isOpen = true;

  /** @throws the system's error if there is no room */
  constructor() {
    root ??= makeRoot();
    this.#root = root;
    this.#root.uses += 1;
    this.path = mkdtempSync(join(this.#root.path, 'part-'));
  }

  /** Removes it with its contents. Calling it again does nothing. */
  remove(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#root.uses -= 1;
    if (this.#root.uses > 0) {
      rmSync(this.path, { recursive: true, force: true });
      return;
    }
    if (root === this.#root) root = null;
    this.#root.remove();
  }
}

function makeRoot(): Root {
  sweepTemporaryFolders();
  // `mkdtemp` makes it readable by this user alone.
  const path = mkdtempSync(join(tmpdir(), prefixOf(thisProcess())));
  return { path, uses: 0, remove: guarded(path) };
}
