/**
 * Which files of a workspace import which, from their text alone: asking who imports a file must not parse a thousand others.
 *
 * - Total: what cannot be read imports nothing.
 */
import { folderOf, resolvePath } from '../workspace/paths.ts';

const IMPORT = /^[ \t]*(?:import|引入)[ \t]*"((?:\\.|[^"\\\n\r])*)"/gm;

/** The paths that a text at `path` imports; one in a comment may be among them, which costs a check too many. */
function importsIn(path: string, text: string): string[] {
  const folder = folderOf(path);
  return [...text.matchAll(IMPORT)].map(([, written = '']) => resolvePath(folder, written));
}

export class ImportGraph {
  private readonly imports = new Map<string, readonly string[]>();

  set(path: string, text: string): void {
    this.imports.set(path, importsIn(path, text));
  }

  delete(path: string): void {
    this.imports.delete(path);
  }

  has(path: string): boolean {
    return this.imports.has(path);
  }

  paths(): string[] {
    return [...this.imports.keys()].sort();
  }

  /** The files that see `path` through their imports, nearest first. */
  importersOf(path: string): string[] {
    const seen = new Set([path]);
    for (const current of seen) {
      for (const [importer, imported] of this.imports) if (imported.includes(current)) seen.add(importer);
    }
    seen.delete(path);
    return [...seen];
  }
}
