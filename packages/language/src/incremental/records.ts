/** What is kept per file from check to check. */
import type { LangiumDocument } from 'langium';
import type { Element, Model } from '../generated/ast.ts';
import { wordsLeftOut } from '../parser/errors.ts';
import type { LoadedFile, LoadResult } from '../workspace/load.ts';
import { visibleFiles } from '../workspace/load.ts';
import { changesOf, exportsOf, type NameChanges, NO_CHANGES } from './exports.ts';
import { elementOf } from './units.ts';

interface FileRecord {
  document: LangiumDocument<Model>;
  exports: ReturnType<typeof exportsOf>;
  /** The words that its syntax errors made unreadable: while they are, no such name counts as unknown. */
  leftOut: ReadonlySet<string>;
  /** Incremented whenever its names change. */
  version: number;
  /** The latest change. */
  changes: NameChanges;
  /** The check in which that change happened. */
  changedIn: number;
  /** The files it saw when last checked, in order, each with the version of its names. */
  seen: readonly { path: string; version: number }[];
}

/** How the names that a file sees have changed since its last check; `all` if unknown. */
export type SeenChanges = readonly NameChanges[] | 'all';

export class FileRecords {
  private readonly known = new Map<string, FileRecord>();

  /** Records the names of the files. */
  update(files: readonly LoadedFile[], check: number): void {
    for (const { path, document, model } of files) {
      const record = this.known.get(path);
      if (record === undefined) {
        const exports = exportsOf(model);
        const leftOut = wordsLeftOut(document);
        this.known.set(path, { document, exports, leftOut, version: 1, changes: NO_CHANGES, changedIn: 0, seen: [] });
      } else if (record.document !== document) {
        const exports = exportsOf(model);
        const leftOut = wordsLeftOut(document);
        const declared = changesOf(record.exports, exports, (node) => elementOf(node)?.$container === model);
        const names = declared.names.union(record.leftOut.symmetricDifference(leftOut));
        const changes = { ...declared, names };
        if (names.size > 0) Object.assign(record, { version: record.version + 1, changes, changedIn: check });
        Object.assign(record, { document, exports, leftOut });
      }
    }
  }

  /** How the names visible to `file` have changed since {@link seen}. */
  changesSeenBy(file: LoadedFile, { prelude }: Pick<LoadResult, 'prelude'>, check: number): SeenChanges {
    const visible = visibleFiles(file, prelude);
    const before = this.known.get(file.path)?.seen ?? [];
    if (before.length !== visible.length) return 'all';
    const changes: NameChanges[] = [];
    for (const [index, { path }] of visible.entries()) {
      const record = this.known.get(path);
      const seen = before[index];
      if (record === undefined || seen === undefined || seen.path !== path) return 'all';
      if (seen.version === record.version) continue;
      if (seen.version !== record.version - 1 || record.changedIn !== check) return 'all';
      changes.push(record.changes);
    }
    return changes;
  }

  /** Records that the file has been checked with everything it sees. */
  seen(file: LoadedFile, { prelude }: Pick<LoadResult, 'prelude'>): void {
    const record = this.known.get(file.path);
    if (record === undefined) return;
    record.seen = visibleFiles(file, prelude).map(({ path }) => ({
      path,
      version: this.known.get(path)?.version ?? 0,
    }));
  }

  forget(path: string): void {
    this.known.delete(path);
  }

  /** The declarations of every file as of its last check. */
  *elements(): Generator<Element> {
    for (const { document } of this.known.values()) yield* document.parseResult.value.elements;
  }
}
