/** Expands what the user named, such as folders and patterns, into files in a stable order. */
import { constants } from 'node:fs';
import { access, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { glob } from 'tinyglobby';
import { missingFile, noLogsIn, noMatch, notRegular, unreadable } from '../problems/file-problems.ts';
import { LogError } from '../problems/problem.ts';

/** Extensions of logs, without those of compression. */
const LOG_ENDINGS = ['.jsonl', '.ndjson', '.json', '.csv', '.tsv', '.parquet', '.xml'] as const;

const COMPRESSED = /\.(gz|zst)$/i;
const ABSENT: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR']);
const PATTERN = /[*?[\]{}]/;
export const SIDECAR_ENDING = '.meta.json';

/** @throws LogError for paths that do not exist, cannot be read or contain no logs */
export async function expandPaths(paths: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) files.push(...(await expand(path)));
  return [...new Set(files)];
}

async function expand(path: string): Promise<string[]> {
  const info = await stat(path).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    // Any other error is not about absence: a circular link, a folder that may not be entered, a name that is too long.
    if (/^E[A-Z]+$/.test(code) && !ABSENT.has(code) && !PATTERN.test(path)) {
      throw new LogError([unreadable(path, code)]);
    }
    return null;
  });
  if (info?.isDirectory()) return logsIn(path);
  if (info !== null) {
    // Logs are read more than once, which a pipe does not support; a device never ends.
    if (!info.isFile()) throw new LogError([notRegular(path)]);
    await access(path, constants.R_OK).catch(() => {
      throw new LogError([unreadable(path, 'EACCES')]);
    });
    return [path];
  }
  if (!PATTERN.test(path)) throw new LogError([missingFile(path)]);
  return matching(path);
}

async function logsIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => {
    throw new LogError([unreadable(folder, 'EACCES')]);
  });
  const files = entries
    .filter((entry) => !entry.isDirectory() && isLog(entry.name))
    .map((entry) => join(folder, entry.name));
  if (files.length === 0) throw new LogError([noLogsIn(folder, LOG_ENDINGS)]);
  return files.sort(byCodeUnits);
}

async function matching(pattern: string): Promise<string[]> {
  const found = await glob(pattern, { onlyFiles: true, expandDirectories: false }).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw code === '' ? error : new LogError([unreadable(pattern, code)]);
  });
  const files = found.filter((file) => !file.endsWith(SIDECAR_ENDING));
  if (files.length === 0) throw new LogError([noMatch(pattern)]);
  return files.sort(byCodeUnits);
}

function isLog(name: string): boolean {
  const plain = name.replace(COMPRESSED, '').toLowerCase();
  return !plain.endsWith(SIDECAR_ENDING) && LOG_ENDINGS.some((ending) => plain.endsWith(ending));
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The file's name without the extensions of compression and format. */
export function fileTitle(file: string): string {
  return basename(file)
    .replace(COMPRESSED, '')
    .replace(/\.[^.]+$/, '');
}

/** The extension of the format, in lower case: `.jsonl` for `a.jsonl.gz`. */
export function formatEnding(file: string): string {
  return /\.[^.]+$/.exec(basename(file).replace(COMPRESSED, ''))?.[0].toLowerCase() ?? '';
}
