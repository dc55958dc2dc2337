/** Which `.group` files the arguments of `check` name: files as they are, folders with all below them, globs. */
import { ignoredByGit } from '@steward/language/git';
import { nodeFileSystem } from '@steward/language/node';
import { CannotRun } from '../faults.ts';
import type { Words } from '../words.ts';

const BELOW = '**/*.group';
const NEVER = ['**/node_modules/**', '**/.git/**'];
const MAGIC = /[*?[\]{}]/;

/**
 * @returns paths as given, those of folders and globs sorted; each once
 * @throws CannotRun if an argument matches nothing
 */
export async function groupFiles(given: readonly string[], words: Words): Promise<string[]> {
  const found: string[] = [];
  for (const path of given.length === 0 ? ['.'] : given) found.push(...(await filesOf(path, words)));
  return [...new Set(found)];
}

async function filesOf(path: string, words: Words): Promise<string[]> {
  const { kind } = nodeFileSystem.look(path);
  if (kind === 'folder') {
    return namedFiles(await globbed(BELOW, path), path, words);
  }
  // What cannot be read is a finding.
  if (kind !== 'missing') return [path];
  if (!MAGIC.test(path)) throw new CannotRun(words.pathMissing(path));
  return namedFiles(await globbed(path, '.'), path, words);
}

interface FileSearch {
  files: string[];
  /** Files that are skipped because git ignores them. */
  ignored: number;
}

function namedFiles({ files, ignored }: FileSearch, path: string, words: Words): string[] {
  if (files.length > 0) return files;
  throw new CannotRun(ignored > 0 ? words.groupFilesIgnored(path, ignored) : words.noGroupFiles(path));
}

async function globbed(pattern: string, folder: string): Promise<FileSearch> {
  // Loaded on demand: usually the argument is a single file.
  const { glob } = await import('tinyglobby');
  const files = await glob(pattern, { cwd: folder, ignore: NEVER, expandDirectories: false, dot: false });
  const base = folder === '.' ? '' : `${folder.replace(/[\\/]+$/, '')}/`;
  const ignored = ignoredByGit(files, folder);
  const kept = files.filter((file) => !ignored.has(file));
  return { files: kept.map((file) => base + file).sort(), ignored: files.length - kept.length };
}
