/**
 * Limits the folders in which a file may name others (imports, words, rosters, samples, logs, results).
 *
 * - Decided by the real path, with links resolved, before anything there is looked at.
 * - Files that the user named are read wherever they are.
 */

import { realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, parse, resolve, sep } from 'node:path';
import type { Bilingual } from '@steward/text';
import type { FileSystem } from './file-system.ts';
import { holdsOwn, ownFoldersUpward } from './own-folders.ts';

export interface Boundary {
  folders: readonly string[];
  /** Files that the user named. */
  files: readonly string[];
  /** Advice for a file outside, as sentences in both languages. */
  allow: (folder: string) => Bilingual;
}

/** A file system that reveals nothing about what is outside. */
export function withinBoundary(files: FileSystem, { folders, files: named, allow }: Boundary): FileSystem {
  const roots = folders.map(realPath);
  const given = new Set(named.map((path) => resolve(path)));
  const isInside = (path: string): boolean => {
    if (given.has(resolve(path))) return true;
    const real = realPath(path);
    return roots.some((root) => isWithin(root, real));
  };
  const outside = (path: string) => ({ kind: 'outside' as const, allow: allow(dirname(resolve(path))) });
  return {
    read: (path, use) => (isInside(path) ? files.read(path, use) : outside(path)),
    look: (path) => (isInside(path) ? files.look(path) : outside(path)),
    list: (folder) => (isInside(folder) ? (files.list?.(folder) ?? []) : []),
  };
}

/** The path with all links resolved. A missing file resolves through its folder. */
function realPath(path: string): string {
  const full = resolve(path);
  try {
    return realpathSync.native(full);
  } catch {
    const parent = dirname(full);
    return parent === full ? full : join(realPath(parent), basename(full));
  }
}

function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}

const CONFIG_NAME = 'steward.config.json';

/**
 * The folders that files may name others in. For each file this is the nearest folder above it, of the same owner, that is a git
 * repository or holds a config. Without one, it is the folder that contains all files and the working folder, for files below the
 * latter, and otherwise the file's own folder.
 *
 * @param files the requested files
 * @param workingFolder null if there is none, as in an editor
 */
export function foldersAround(files: readonly string[], workingFolder: string | null): string[] {
  const found = new Set<string>();
  for (const file of files) found.add(folderAround(dirname(resolve(file)), workingFolder));
  return [...found];
}

function folderAround(folder: string, workingFolder: string | null): string {
  const top = topAbove(folder);
  if (top !== null) return top;
  if (workingFolder === null || isNobodysProject(workingFolder)) return folder;
  return isWithin(realPath(workingFolder), realPath(folder)) ? workingFolder : folder;
}

function topAbove(folder: string): string | null {
  const isTop = (one: string): boolean =>
    holdsOwn(one, '.git', { link: true }) || holdsOwn(one, CONFIG_NAME, { link: false });
  return ownFoldersUpward(folder).find(isTop) ?? null;
}

/** Working in the home folder, or at the root of a disk, does not make all of it the project. */
function isNobodysProject(folder: string): boolean {
  const real = realPath(folder);
  return real === realPath(homedir()) || real === parse(real).root;
}
