/**
 * What is new since a git revision: today's findings without those that the files had at the merge base.
 * So a change is blamed for whatever it breaks, even in files it did not touch, and never for what was there before.
 */
import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import type { FileContent, FileSystem } from '@steward/language';
import { git, zeroed } from '@steward/language/git';
import { nodeFileSystem } from '@steward/language/node';
import { type Context, wordsOf } from '../../context.ts';
import { CannotRun } from '../../faults.ts';
import { CHECK } from './words.ts';

/**
 * The files as they were at the merge base with `revision`.
 * @throws CannotRun without git, outside a repository, and for an unknown revision
 */
export function filesAt(revision: string, context: Context): FileSystem {
  const folder = realpathSync('.');
  const top = git(['rev-parse', '--show-toplevel'], folder);
  if (top.status !== 0) throw new CannotRun(wordsOf(context, CHECK).noGit(top.reason));
  const root = realpathSync(top.stdout.replace(/\r?\n$/, ''));
  const base = baseOf(revision, root, context);
  const isChanged = changesSince(base, root, context);
  const contents = new Map<string, FileContent>();
  const read: FileSystem['read'] = (path, use) => {
    const full = isAbsolute(path) ? path : join(folder, path);
    if (!isChanged(full)) return nodeFileSystem.read(path, use);
    const known = contents.get(full) ?? contentAt(base, full.slice(root.length + 1), root);
    contents.set(full, known);
    return known;
  };
  return {
    read,
    look: (path) => {
      const full = isAbsolute(path) ? path : join(folder, path);
      if (!isChanged(full)) return nodeFileSystem.look(path);
      return read(path).kind === 'missing' ? { kind: 'missing' } : { kind: 'file' };
    },
  };
}

interface Entry {
  mode: string;
  /** The object id of its content. */
  id: string;
}

/**
 * Whether a file differs from its version at `base`.
 *
 * Compares working-tree files here rather than with git: when timestamps are inconclusive, even git's plumbing reads the files through
 * whatever filter the repository configures.
 */
function changesSince(base: string, root: string, context: Context): (path: string) => boolean {
  const before = new Map<string, Entry>();
  for (const line of zeroed(ask(['ls-tree', '-r', '-z', '--full-tree', base], root, context))) {
    const end = line.indexOf('\t');
    const [mode = '', , id = ''] = line.slice(0, end).split(' ');
    before.set(join(root, line.slice(end + 1)), { mode, id });
  }
  const now = [
    ...zeroed(ask(['ls-files', '--cached', '-z'], root, context)),
    ...zeroed(ask(['ls-files', '--others', '--exclude-standard', '-z'], root, context)),
  ].map((path) => join(root, path));
  const added = new Set(now.filter((path) => !before.has(path)));
  const known = new Map<string, boolean>();
  return (path) => {
    const entry = before.get(path);
    if (entry === undefined) return added.has(path);
    const changed = known.get(path) ?? (entry.mode.startsWith('100') && idOf(path, entry.id.length) !== entry.id);
    known.set(path, changed);
    return changed;
  };
}

const SHA1_DIGITS = 40;

/** The object id of the file as it is now; null if there is none. */
function idOf(path: string, digits: number): string | null {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined || !found.isFile()) return null;
  const bytes = readFileSync(path);
  // Through `process`: a start-up snapshot cannot load other modules.
  const { createHash } = process.getBuiltinModule('node:crypto');
  const hash = createHash(digits === SHA1_DIGITS ? 'sha1' : 'sha256');
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

/** The merge base of HEAD, so that other people's later work counts for neither side. */
function baseOf(revision: string, root: string, context: Context): string {
  const commit = git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`], root);
  if (commit.status !== 0) throw new CannotRun(wordsOf(context, CHECK).unknownRevision(revision));
  const named = commit.stdout.trim();
  const base = git(['merge-base', named, 'HEAD'], root);
  return base.status === 0 ? base.stdout.trim() : named;
}

function ask(args: Parameters<typeof git>[0], root: string, context: Context): string {
  const answer = git(args, root);
  if (answer.status !== 0) throw new CannotRun(wordsOf(context, CHECK).noGit(answer.reason));
  return answer.stdout;
}

function contentAt(base: string, path: string, root: string): FileContent {
  const answer = git(['cat-file', 'blob', `${base}:${path.replaceAll('\\', '/')}`], root);
  return answer.status === 0 ? { kind: 'text', text: answer.stdout } : { kind: 'missing' };
}
