/** A text from standard input, checked as if it stood in a file. */
import { readFileSync } from 'node:fs';
import type { FileSystem } from '@steward/language';
import { nodeFileSystem } from '@steward/language/node';
import { normalizedPath } from '../files/normalized.ts';

export const STDIN = '-';
export const STDIN_NAME = 'stdin.group';

/** Reads standard input to its end. @param name where the text is taken to stand; imports are found from there */
export function withStandardInput(name: string): FileSystem {
  const text = decoded(readFileSync(0));
  const own = normalizedPath(name);
  return {
    read: (path) => (path === own ? text : nodeFileSystem.read(path)),
    exists: (path) => path === own || nodeFileSystem.exists(path),
  };
}

function decoded(bytes: Uint8Array): ReturnType<FileSystem['read']> {
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { kind: 'unreadable', reason: { en: 'it is not UTF-8.', zh: '它不是 UTF-8 编码。' } };
  }
}
