/** Checks a text from standard input as if it were in a file. */
import type { FileSystem } from '@steward/language';
import { nodeFileSystem, readStandardInput } from '@steward/language/node';
import { normalizedPath } from '../../files/normalized.ts';

export const STDIN = '-';
export const STDIN_NAME = 'stdin.group';

/** Reads standard input to its end. @param name the file name of the text, from which imports are resolved */
export function withStandardInput(name: string): FileSystem {
  const text = readStandardInput();
  const own = normalizedPath(name);
  return {
    read: (path, use) => (path === own ? text : nodeFileSystem.read(path, use)),
    look: (path) => (path === own ? { kind: 'file' } : nodeFileSystem.look(path)),
  };
}
