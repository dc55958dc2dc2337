/**
 * Replaces a file atomically: readers see the old file or the new one, and the new one is as private as the old.
 *
 * - Keeps mode and owner (if the system allows); a link stays a link and its target is replaced; a file with
 *   several names keeps them.
 * - Creates missing folders; leaves nothing else behind when abandoned.
 */
import {
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';

export interface Replacement {
  /** Written first. It is beside the file, so the rename stays within one file system. */
  readonly temporary: string;
  /** Puts the new file in place. @throws the system's error */
  commit: () => void;
  abandon: () => void;
}

const MOST_LINKS = 40;
const PERMISSIONS = 0o777;
const PRIVATE = 0o600;

/** @throws the system's error if the file cannot be written: a folder of that name, no permission, no room */
export function replacementOf(path: string): Replacement {
  const target = linkedFile(path);
  const old = statusOf(target);
  if (old?.isDirectory() === true || /[\\/]$/.test(path))
    throw systemError('EISDIR', 'illegal operation on a directory');
  if (old !== null) accessSync(target, constants.W_OK);
  makeFolders(dirname(target));
  const temporary = join(dirname(target), `.steward-${randomName()}`);
  // Private until complete, as the file it replaces may be.
  closeSync(old === null ? openSync(temporary, 'wx') : openSync(temporary, 'wx', PRIVATE));
  const abandon = (): void => rmSync(temporary, { force: true });
  return {
    temporary,
    abandon,
    commit: () => {
      try {
        if (old !== null) likeBefore(temporary, old);
        written(temporary);
        if (old !== null && old.nlink > 1) {
          copyFileSync(temporary, target);
          abandon();
        } else renameSync(temporary, target);
      } catch (error) {
        abandon();
        throw error;
      }
    },
  };
}

/** Writes a whole file at once. @throws the system's error; the old file then stays */
export function replaceFile(path: string, content: string | Uint8Array): void {
  const replacement = replacementOf(path);
  try {
    writeFileSync(replacement.temporary, content);
  } catch (error) {
    replacement.abandon();
    throw error;
  }
  replacement.commit();
}

/**
 * Creates the missing folders of a path, one after the other: Node's recursive `mkdir` never returns if the system refuses a
 * folder with "no such file" although its parent exists, as `/proc` does.
 * @throws the system's error
 */
export function makeFolders(folder: string): void {
  const missing: string[] = [];
  for (let at = resolve(folder); statSync(at, { throwIfNoEntry: false }) === undefined; at = dirname(at)) {
    missing.unshift(at);
    if (dirname(at) === at) break;
  }
  for (const path of missing) mkdirOnce(path);
}

function mkdirOnce(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}

/** What is at a path; null if nothing is, or it cannot be read. */
export function statusOf(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}

/** The file that a write to a path reaches: follows links, even to a file that does not exist yet. */
function linkedFile(path: string): string {
  let target = path;
  for (let step = 0; step < MOST_LINKS; step++) {
    if (lstatSync(target, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return target;
    target = resolve(realpathSync(dirname(target)), readlinkSync(target));
  }
  throw systemError('ELOOP', 'too many symbolic links encountered');
}

function likeBefore(path: string, { mode, uid, gid }: Stats): void {
  const now = statSync(path);
  if (now.uid !== uid || now.gid !== gid) giveTo(path, uid, gid);
  // After the owner: changing it clears mode bits.
  chmodSync(path, mode & PERMISSIONS);
}

/** Only the superuser may give files away; the group can often be kept. */
function giveTo(path: string, uid: number, gid: number): void {
  for (const owner of [uid, statSync(path).uid]) {
    try {
      chownSync(path, owner, gid);
      return;
    } catch {
      // The next one, or as it is.
    }
  }
}

/** Flushed to disk: a name must never point at a partial file. */
function written(path: string): void {
  const descriptor = openSync(path, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function randomName(): string {
  return `${Math.random().toString(36).slice(2, 10)}${process.hrtime.bigint().toString(36).slice(-6)}`;
}

/** Worded as Node words system errors. */
function systemError(code: string, reason: string): Error {
  return Object.assign(new Error(`${code}: ${reason}, open`), { code, syscall: 'open' });
}
