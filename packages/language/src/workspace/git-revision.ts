/** Files at a git revision, for the checker. */
import { realpathSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import type { FileContent, FileSystem } from './file-system.ts';
import { git } from './git.ts';

export interface FileOfRevision {
  /** As the file system below knows it: relative to the folder that was passed in. */
  path: string;
  files: FileSystem;
}

/** `git`: git is missing, or this is no repository. */
export type RevisionFault = { fault: 'git'; reason: string } | { fault: 'revision' } | { fault: 'file' };

/** Finds a file such as `rules/beauty.group` at a revision such as `HEAD~1`. The path is tried relative to the folder, then, as git does, to the repository root. */
export function fileOfRevision(revision: string, path: string, from: string): FileOfRevision | RevisionFault {
  const folder = realpathSync(from);
  const top = git(['rev-parse', '--show-toplevel'], folder);
  if (top.status !== 0) return { fault: 'git', reason: top.reason };
  const root = realpathSync(top.stdout.replace(/\r?\n$/, ''));
  const commit = git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`], root);
  if (commit.status !== 0) return { fault: 'revision' };
  const files = filesOf(commit.stdout.trim(), root, folder);
  const candidates = [path, relative(folder, join(root, path))].map((one) => one.replaceAll('\\', '/'));
  const found = candidates.find((candidate) => files.look(candidate).kind === 'file');
  return found === undefined ? { fault: 'file' } : { path: found, files };
}

function filesOf(commit: string, root: string, folder: string): FileSystem {
  const contents = new Map<string, FileContent>();
  const read = (path: string): FileContent => {
    const inside = relative(root, isAbsolute(path) ? path : join(folder, path)).replaceAll('\\', '/');
    const known = contents.get(inside) ?? contentOf(commit, inside, root);
    contents.set(inside, known);
    return known;
  };
  return { read, look: (path) => (read(path).kind === 'missing' ? { kind: 'missing' } : { kind: 'file' }) };
}

function contentOf(commit: string, inside: string, root: string): FileContent {
  // Paths outside the repository have no history.
  if (inside.startsWith('../') || isAbsolute(inside)) return { kind: 'missing' };
  const answer = git(['cat-file', 'blob', `${commit}:${inside}`], root);
  return answer.status === 0 ? { kind: 'text', text: answer.stdout } : { kind: 'missing' };
}
