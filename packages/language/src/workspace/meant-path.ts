/** Guesses the file that a broken path was meant to name. */
import { nearest } from '../parser/slips.ts';
import type { FileSystem } from './file-system.ts';
import { folderOf, normalizePath, resolvePath } from './paths.ts';

export interface WrittenPath {
  /** As written in the file. */
  path: string;
  /** The file that contains the path. */
  file: string;
  /** The ending of the files that are allowed there: `.group`. */
  ending: string;
}

/** Tries `/` for `\`, the ending, and the nearest name in each folder on the way. @returns null if nothing is close */
export function meantPath({ path, file, ending }: WrittenPath, fileSystem: FileSystem): string | null {
  const folder = folderOf(file);
  const slashed = path.replace(/\\+/g, '/');
  const direct = [slashed, `${slashed}${ending}`, slashed.replace(/\.[^./]*$/, ending)].find(
    (one) => one !== path && fileSystem.look(resolvePath(folder, one)).kind === 'file',
  );
  if (direct !== undefined) return direct;
  const near = nearestPath(slashed, file, ending, fileSystem);
  if (near !== null) return near;
  return slashed === path ? null : slashed;
}

function nearestPath(path: string, file: string, ending: string, fileSystem: FileSystem): string | null {
  const segments = path.split('/');
  const name = segments.pop() ?? '';
  const walked: string[] = [];
  for (const segment of segments) {
    const here = resolvePath(folderOf(file), walked.join('/') || '.');
    const found =
      segment === '' || segment === '.' || segment === '..' ? segment : nearestIn(here, segment, fileSystem);
    if (found === null) return null;
    walked.push(found);
  }
  const folder = resolvePath(folderOf(file), walked.join('/') || '.');
  const others = (fileSystem.list?.(folder) ?? []).filter(
    (one) => one.endsWith(ending) && normalizePath(`${folder}/${one}`) !== normalizePath(file),
  );
  const bare = (one: string): string => (one.endsWith(ending) ? one.slice(0, -ending.length) : one);
  const near = others.some((one) => bare(one) === bare(name)) ? bare(name) : nearest(bare(name), others.map(bare));
  return near === null ? null : [...walked, `${near}${ending}`].join('/');
}

function nearestIn(folder: string, name: string, fileSystem: FileSystem): string | null {
  const names = fileSystem.list?.(folder) ?? [];
  return names.includes(name) ? name : nearest(name, names);
}
