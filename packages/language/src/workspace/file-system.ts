/** The checker's file access. Injected, so that the same code runs in Node, a language server and a browser. */

import type { Bilingual } from '@steward/text';
import { MIB, READING } from '../limits.ts';

export type FileContent =
  | { kind: 'text'; text: string }
  | { kind: 'missing' }
  | Unreadable
  /** The file must not be read from here; `allow` says what to do about it, as sentences in both languages. */
  | { kind: 'outside'; allow: Bilingual };

export interface Unreadable {
  kind: 'unreadable';
  /** The end of a sentence, in both languages. */
  reason: Bilingual;
  /** The decoded text, if the file is UTF-16. */
  utf16?: string;
}

/** What is at a path, without its contents. */
export type FileState = { kind: 'file' } | { kind: 'folder' } | Exclude<FileContent, { kind: 'text' }>;

/** What a file is read for, which limits its size: see `limits.ts`. */
export type FileUse = keyof typeof READING;

export interface FileSystem {
  /** Reads regular files only, up to the size limit of their use. */
  read(path: string, use?: FileUse): FileContent;
  /** Whether `path` is a regular file, and readable. */
  look(path: string): FileState;
  /** Names in a folder, used only for suggestions; empty if unavailable. */
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
    list: (folder) => {
      const start = folder === '.' ? '' : `${folder}/`;
      const inside = Object.keys(files).filter((path) => path.startsWith(start));
      return [...new Set(inside.map((path) => path.slice(start.length).replace(/\/.*$/, '')))];
    },
  };
}

/** The failure for a file that exceeds the limit of its use. */
export function tooLarge(use: FileUse): Unreadable {
  const most = `${READING[use] / MIB} MiB`;
  return {
    kind: 'unreadable',
    reason: { en: `it is larger than ${most}. Split it.`, zh: `它超过了 ${most}。请拆分成几个文件。` },
  };
}

export const A_FOLDER = { en: 'it is a folder. Name a file in it.', zh: '它是文件夹。请写出其中的文件名。' };
