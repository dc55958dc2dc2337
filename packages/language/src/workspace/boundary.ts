/**
 * Where rules may lead: a file names others (imports, words, rosters, samples, logs, results) only inside certain folders.
 *
 * - Decided by where a path really leads, links followed, before anything at it is looked at.
 * - Files that the user named are read wherever they are.
 */
import { realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, parse, resolve, sep } from 'node:path';
import type { FileSystem } from './file-system.ts';
import { holdsOwn, ownFoldersUpward } from './own-folders.ts';

export interface Boundary {
  folders: readonly string[];
  /** Named by the user. */
  files: readonly string[];
  /** What to do about a file outside, in sentences of both languages. */
  allow: (folder: string) => { en: string; zh: string };
}

/** A file system that tells nothing of what lies outside. */
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

/** Where a path leads once all links are followed; what does not exist lies where its folder leads. */
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
 * The folder that a file may name others in: the nearest above it, of the same owner, that is a git repository or holds a config. Without one
 * it is the folder that all files and the working folder stand in, for files below that, and otherwise their own.
 *
 * @param files the files that were asked for
 * @param workingFolder null: none, as in an editor
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

/** To work in the home folder, or at the top of a disk, does not mean all of it. */
function isNobodysProject(folder: string): boolean {
  const real = realPath(folder);
  return real === realPath(homedir()) || real === parse(real).root;
}
