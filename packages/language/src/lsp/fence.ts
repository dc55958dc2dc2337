/** Around the folders of a workspace that is not trusted: whatever its rules name elsewhere stays unread. */
import { realpathSync } from 'node:fs';
import type { FileSystem } from '../workspace/file-system.ts';

const OUTSIDE = {
  kind: 'unreadable',
  reason: {
    en: 'it lies outside this folder, which is not trusted. Trust the folder to read it.',
    zh: '它在这个文件夹之外，而这个文件夹不受信任。信任文件夹后才会读取。',
  },
} as const;

/**
 * The files of these folders, links followed; any other is neither read nor looked for.
 * @param folders asked at every read, absolute
 */
export function fenced(files: FileSystem, folders: () => readonly string[]): FileSystem {
  return {
    read: (path) => (isInside(path, folders()) ? files.read(path) : OUTSIDE),
    // Whether it is there is nothing to tell either: it is taken to be.
    exists: (path) => !isInside(path, folders()) || files.exists(path),
  };
}

export function isInside(path: string, folders: readonly string[]): boolean {
  const real = realPath(path);
  return folders.some((folder) => {
    const root = realPath(folder);
    return real === root || real.startsWith(root.endsWith('/') ? root : `${root}/`);
  });
}

/** Of what is not there, where it would be. */
function realPath(path: string): string {
  try {
    return realpathSync.native(path).replaceAll('\\', '/');
  } catch {
    const slash = path.lastIndexOf('/');
    return slash <= 0 ? path : `${realPath(path.slice(0, slash))}${path.slice(slash)}`;
  }
}
