/** How the checker reads: injected, so that the same code runs in Node, an editor's server and a browser. */

export type FileContent =
  | { kind: 'text'; text: string }
  | { kind: 'missing' }
  /** `reason` in both languages, a sentence's end. `utf16`: its text, where it is in that encoding. */
  | { kind: 'unreadable'; reason: { en: string; zh: string }; utf16?: string };

export interface FileSystem {
  read(path: string): FileContent;
  /** Whether there is a file (not a folder) at `path`, readable or not. */
  exists(path: string): boolean;
}

/** Files in memory, by path. */
export function memoryFileSystem(files: Readonly<Record<string, string>>): FileSystem {
  return {
    read: (path) => {
      const text = Object.hasOwn(files, path) ? files[path] : undefined;
      return text === undefined ? { kind: 'missing' } : { kind: 'text', text };
    },
    exists: (path) => Object.hasOwn(files, path),
  };
}
