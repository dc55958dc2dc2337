/**
 * Which files of a workspace import which, found by scanning the text: to find a file's importers we must not parse a thousand others.
 *
 * Total: an unreadable file imports nothing.
 */
import { folderOf, resolvePath } from '../../workspace/paths.ts';

const IMPORT = /^[ \t]*(?:import|引入)[ \t]*"((?:\\.|[^"\\\n\r])*)"/gm;

/** The paths that a text at `path` imports. May include one inside a comment, which costs an unnecessary check. */
function importsIn(path: string, text: string): string[] {
  const folder = folderOf(path);
  return [...text.matchAll(IMPORT)].map(([, written = '']) => resolvePath(folder, written));
}

export class ImportGraph {
  private readonly imports = new Map<string, readonly string[]>();
  private readonly importers = new Map<string, Set<string>>();

  get size(): number {
    return this.imports.size;
  }

  set(path: string, text: string): void {
    this.delete(path);
    const imported = importsIn(path, text);
    this.imports.set(path, imported);
    for (const target of imported) {
      const importers = this.importers.get(target) ?? new Set();
      this.importers.set(target, importers.add(path));
    }
  }

  delete(path: string): void {
    for (const target of this.imports.get(path) ?? []) {
      const importers = this.importers.get(target);
      importers?.delete(path);
      if (importers?.size === 0) this.importers.delete(target);
    }
    this.imports.delete(path);
  }

  has(path: string): boolean {
    return this.imports.has(path);
  }

  paths(): string[] {
    return [...this.imports.keys()].sort();
  }

  isImported(path: string): boolean {
    return this.importers.has(path);
  }

  /** The files that see `path` through imports, nearest first. */
  importersOf(path: string): string[] {
    const seen = new Set([path]);
    // Iterating over the set while adding to it visits everything that leads here.
    for (const current of seen) for (const importer of this.importers.get(current) ?? []) seen.add(importer);
    seen.delete(path);
    return [...seen];
  }
}
