/** How the checker reads: injected, so that the same code runs in Node, an editor's server and a browser. */

import { MIB, READING } from '../limits.ts';
import { folderOf } from './paths.ts';

export type FileContent =
  | { kind: 'text'; text: string }
  | { kind: 'missing' }
  | Unreadable
  /** It may not be looked at from here; `allow` says what to do about that, in sentences of both languages. */
  | { kind: 'outside'; allow: { en: string; zh: string } };

export interface Unreadable {
  kind: 'unreadable';
  /** In both languages, a sentence's end. */
  reason: { en: string; zh: string };
  /** Its text, where it is in that encoding. */
  utf16?: string;
}

/** What stands at a path, without its text. */
export type FileState = { kind: 'file' } | { kind: 'folder' } | Exclude<FileContent, { kind: 'text' }>;

/** How much a file of each use may hold: see `limits.ts`. */
export type FileUse = keyof typeof READING;

export interface FileSystem {
  /** Regular files alone, of at most the size that their use allows. */
  read(path: string, use?: FileUse): FileContent;
  /** Whether there is a regular file at `path`, and whether it may be read. */
  look(path: string): FileState;
  /** The names of what stands in a folder, for advice alone; none where it cannot be said. */
  list?(folder: string): readonly string[];
}

/** Files in memory, by path. */
export function memoryFileSystem(files: Readonly<Record<string, string>>): FileSystem {
  return {
    read: (path) => {
      const text = Object.hasOwn(files, path) ? files[path] : undefined;
      return text === undefined ? { kind: 'missing' } : { kind: 'text', text };
    },
    look: (path) => (Object.hasOwn(files, path) ? { kind: 'file' } : { kind: 'missing' }),
    list: (folder) =>
      Object.keys(files).flatMap((path) => (folderOf(path) === folder ? [path.slice(path.lastIndexOf('/') + 1)] : [])),
  };
}

/** The answer where a file holds more than its use allows. */
export function tooLarge(use: FileUse): Unreadable {
  const most = `${READING[use] / MIB} MiB`;
  return {
    kind: 'unreadable',
    reason: { en: `it is larger than ${most}. Split it.`, zh: `它超过了 ${most}。请拆分成几个文件。` },
  };
}

export const A_FOLDER = { en: 'it is a folder. Name a file in it.', zh: '它是文件夹。请写出其中的文件名。' };
