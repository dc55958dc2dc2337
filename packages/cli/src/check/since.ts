/**
 * What is new since a git revision: the findings of now without those that the files had there, where they branched off.
 * So a change is told whatever it breaks, also in a file that it did not touch, and what stood there before is nobody's surprise.
 */
import { realpathSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import type { FileContent, FileSystem } from '@steward/language';
import { git, zeroed } from '@steward/language/git';
import { nodeFileSystem } from '@steward/language/node';
import { CannotRun } from '../faults.ts';
import type { Messages } from '../locale/messages.ts';

/**
 * The files as they were where the work left `revision`.
 * @throws CannotRun without git, without a repository, and for a revision that it does not know
 */
export function filesAt(revision: string, words: Messages): FileSystem {
  const folder = realpathSync('.');
  const top = git(['rev-parse', '--show-toplevel'], folder);
  if (top.status !== 0) throw new CannotRun(words.checking.noGit(top.reason));
  const root = realpathSync(top.stdout.replace(/\r?\n$/, ''));
  const base = baseOf(revision, root, words);
  const changed = new Set(
    [
      ...zeroed(ask(['diff-index', '--name-only', '--no-renames', '--ignore-submodules=all', '-z', base], root, words)),
      ...zeroed(ask(['ls-files', '--others', '--exclude-standard', '-z'], root, words)),
    ].map((path) => join(root, path)),
  );
  const contents = new Map<string, FileContent>();
  const read: FileSystem['read'] = (path, use) => {
    const full = isAbsolute(path) ? path : join(folder, path);
    if (!changed.has(full)) return nodeFileSystem.read(path, use);
    const known = contents.get(full) ?? contentAt(base, full.slice(root.length + 1), root);
    contents.set(full, known);
    return known;
  };
  return {
    read,
    look: (path) => {
      const full = isAbsolute(path) ? path : join(folder, path);
      if (!changed.has(full)) return nodeFileSystem.look(path);
      return read(path).kind === 'missing' ? { kind: 'missing' } : { kind: 'file' };
    },
  };
}

/** Where HEAD branched off, so that what others have done since counts for neither side. */
function baseOf(revision: string, root: string, words: Messages): string {
  const commit = git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`], root);
  if (commit.status !== 0) throw new CannotRun(words.checking.unknownRevision(revision));
  const named = commit.stdout.trim();
  const base = git(['merge-base', named, 'HEAD'], root);
  return base.status === 0 ? base.stdout.trim() : named;
}

function ask(args: Parameters<typeof git>[0], root: string, words: Messages): string {
  const answer = git(args, root);
  if (answer.status !== 0) throw new CannotRun(words.checking.noGit(answer.reason));
  return answer.stdout;
}

function contentAt(base: string, path: string, root: string): FileContent {
  const answer = git(['cat-file', 'blob', `${base}:${path.replaceAll('\\', '/')}`], root);
  return answer.status === 0 ? { kind: 'text', text: answer.stdout } : { kind: 'missing' };
}
