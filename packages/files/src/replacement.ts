/**
 * A file replaced by a new one: whoever looks sees the old file or the new one, and the new one is as private as the old one was.
 *
 * - Mode and owner stay (the owner where the system allows it), a link stays a link and what it points to is replaced, and a file with
 *   several names keeps them.
 * - Folders that are missing are made; nothing else is left behind when it is abandoned.
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
  /** What is written first: beside the file, so that renaming crosses no file system. */
  readonly temporary: string;
  /** The new file takes its place. @throws the system's error */
  commit: () => void;
  abandon: () => void;
}

const MOST_LINKS = 40;
const PERMISSIONS = 0o777;
const PRIVATE = 0o600;

/** @throws the system's error where the file cannot be written: a folder of that name, no permission, no room */
export function replacementOf(path: string): Replacement {
  const target = linkedFile(path);
  const old = statusOf(target);
  if (old?.isDirectory() === true || /[\\/]$/.test(path))
    throw systemError('EISDIR', 'illegal operation on a directory');
  if (old !== null) accessSync(target, constants.W_OK);
  makeFolders(dirname(target));
  const temporary = join(dirname(target), `.steward-${randomName()}`);
  // Until it is complete, a file that replaces a private one is private.
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

/** The whole of a file at once. @throws the system's error; the old file then stands */
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
 * Makes what is missing of a folder's path, one after the other: Node's recursive `mkdir` never returns where the system refuses a
 * folder with "no such file" though its parent exists, as `/proc` does.
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

/** What is there; null where nothing is, or nothing can be said of it. */
export function statusOf(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}

/** What a path means when it is written to: links are followed, to a file that may not be there yet. */
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
  // After the owner, whose change takes rights away.
  chmodSync(path, mode & PERMISSIONS);
}

/** Only the superuser may give files away; the group often can be kept. */
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

/** On the disk itself: a name must not come to stand for less than the whole file. */
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

/** As Node words what the system refuses. */
function systemError(code: string, reason: string): Error {
  return Object.assign(new Error(`${code}: ${reason}, open`), { code, syscall: 'open' });
}
