/** Files on this machine. Only entry points import this module. */

import { closeSync, constants, fstatSync, openSync, readdirSync, readSync, type Stats, statSync } from 'node:fs';
import type { Bilingual } from '@steward/text';
import { READING } from '../limits.ts';
import { decode } from './encoding.ts';
import {
  A_FOLDER,
  type FileContent,
  type FileState,
  type FileSystem,
  type FileUse,
  tooLarge,
  type Unreadable,
} from './file-system.ts';

export { type Boundary, foldersAround, withinBoundary } from './boundary.ts';

export const nodeFileSystem: FileSystem = { read: readUtf8, look, list };

function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // No suggestions from folders that cannot be listed.
    return [];
  }
}

function look(path: string): FileState {
  try {
    return stateOf(statSync(path));
  } catch (error) {
    return faultOf(error);
  }
}

function readUtf8(path: string, use: FileUse = 'rules'): FileContent {
  let bytes: Uint8Array | null;
  try {
    // Opening a pipe or a device may block forever or have side effects.
    const before = stateOf(statSync(path));
    if (before.kind === 'folder') return { kind: 'unreadable', reason: A_FOLDER };
    if (before.kind !== 'file') return before;
    bytes = readAtMost(path, READING[use]);
  } catch (error) {
    return faultOf(error);
  }
  return decoded(bytes, use);
}

/** Reads to the end, which is when the other side closes the pipe. */
export function readStandardInput(): FileContent {
  return decoded(readToEnd(0, CHUNK, READING.rules), 'rules');
}

/** @param bytes null if the file exceeds the limit of its use */
function decoded(bytes: Uint8Array | null, use: FileUse): FileContent {
  if (bytes === null) return tooLarge(use);
  return decode(bytes);
}

const CHUNK = 65_536;

/**
 * Counts while reading, because some system files report size 0 and never end.
 * @returns null if there is more than `most`
 * @throws an error of the system
 */
function readAtMost(path: string, most: number): Uint8Array | null {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const status = fstatSync(file);
    // It may have been replaced since we looked at it.
    if (!status.isFile()) throw Object.assign(new Error('not a regular file'), { code: 'ESPIPE' });
    return status.size > most ? null : readToEnd(file, Math.max(status.size + 1, CHUNK), most);
  } finally {
    closeSync(file);
  }
}

/** @returns null if there is more than `most` */
function readToEnd(file: number, expected: number, most: number): Uint8Array | null {
  let bytes = Buffer.allocUnsafe(expected);
  let length = 0;
  for (;;) {
    const count = readSync(file, bytes, length, bytes.length - length, null);
    length += count;
    if (count === 0) return bytes.subarray(0, length);
    if (length > most) return null;
    if (length === bytes.length) bytes = Buffer.concat([bytes], 2 * bytes.length);
  }
}

function stateOf(status: Stats): FileState {
  if (status.isFile()) return { kind: 'file' };
  return status.isDirectory() ? { kind: 'folder' } : faultOf({ code: 'ESPIPE' });
}

const REASONS: Readonly<Record<string, Bilingual>> = {
  EISDIR: A_FOLDER,
  ESPIPE: {
    en: 'it is a pipe, a socket or a device. Only regular files are read.',
    zh: '它是管道、套接字或设备，只能读取普通文件。',
  },
  EACCES: { en: 'you have no permission to read it.', zh: '当前用户没有读取权限。' },
  EPERM: { en: 'you have no permission to read it.', zh: '当前用户没有读取权限。' },
  EAGAIN: { en: 'it has nothing to read.', zh: '它没有可读的内容。' },
  ELOOP: { en: 'its links form a cycle.', zh: '它的符号链接互相指向，形成了循环。' },
  ENAMETOOLONG: { en: 'its name is longer than the system allows.', zh: '它的路径超过了系统允许的长度。' },
  ERR_INVALID_ARG_VALUE: { en: 'this is not a valid file name.', zh: '不存在这样的文件名。' },
};

function faultOf(error: unknown): Unreadable | { kind: 'missing' } {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'missing' };
  const known = REASONS[code];
  if (known !== undefined) return { kind: 'unreadable', reason: known };
  return { kind: 'unreadable', reason: { en: `${code || String(error)}.`, zh: `${code || String(error)}。` } };
}
