/** Files of this machine. Only entry points import this module. */
import { readFileSync, statSync } from 'node:fs';
import { decode } from './encoding.ts';
import type { FileContent, FileSystem } from './file-system.ts';

export const nodeFileSystem: FileSystem = {
  read: readUtf8,
  exists: (path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false,
};

function readUtf8(path: string): FileContent {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    return unreadable(error);
  }
  return decode(bytes);
}

function unreadable(error: unknown): FileContent {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { kind: 'missing' };
    case 'EISDIR':
      return {
        kind: 'unreadable',
        reason: { en: 'it is a folder. Name a file in it.', zh: '它是文件夹。请写出其中的文件名。' },
      };
    case 'EACCES':
    case 'EPERM':
      return { kind: 'unreadable', reason: { en: 'this user may not read it.', zh: '当前用户没有读取权限。' } };
    default:
      return { kind: 'unreadable', reason: { en: `${code || String(error)}.`, zh: `${code || String(error)}。` } };
  }
}
