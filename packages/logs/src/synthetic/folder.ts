/** The folder that a file is to be written in. */
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes the folder of `path`, but none above it: Node's recursive `mkdir` never returns where the system refuses a folder
 * with "no such file" though its parent exists, as `/proc` does.
 * @throws the system's error where the folder cannot be made
 */
export async function makeFolderOf(path: string): Promise<void> {
  try {
    await mkdir(dirname(path));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}
