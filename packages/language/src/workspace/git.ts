/**
 * git as a program. It is asked only where a command needs it, and may be missing.
 *
 * A repository can name programs in its configuration, and it may be anybody's. So every question goes through {@link git}, which
 * turns off what git would start or fetch by itself; and only plumbing is asked that reads the index and objects as they are:
 * `diff`, `status`, even `diff-index` would run filters over files of the working tree, whose names nobody knows beforehand.
 */
import { lstatSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

export interface GitAnswer {
  /** null where git could not be started. */
  status: number | null;
  stdout: string;
  /** Why not, in git's own words. */
  reason: string;
}

const QUIET = [
  ['core.quotePath', 'false'],
  // Programs that git starts by itself.
  ['core.fsmonitor', 'false'],
  ['core.hooksPath', process.platform === 'win32' ? 'NUL' : '/dev/null'],
  // A folder of the working tree that looks like a repository without one.
  ['safe.bareRepository', 'explicit'],
].flatMap(([name, value]) => ['-c', `${name}=${value}`]);

/** Of an incomplete clone, what is missing stays missing: no remote is asked, and none of its helpers started. */
const ALONE = { GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1', GIT_ALLOW_PROTOCOL: 'none', GIT_TERMINAL_PROMPT: '0' };

/** What is asked of git: plumbing alone. */
type Plumbing = 'cat-file' | 'check-ignore' | 'ls-files' | 'ls-tree' | 'merge-base' | 'rev-parse';

const LARGEST_ANSWER = 256 * 1024 * 1024;

export function git(args: readonly [Plumbing, ...string[]], folder: string, input = ''): GitAnswer {
  // From the process, so that a start-up snapshot, which knows no other modules, can do it too.
  const { spawnSync } = process.getBuiltinModule('node:child_process');
  const { status, stdout, stderr, error } = spawnSync('git', ['--no-pager', ...QUIET, ...args], {
    cwd: folder,
    env: { ...process.env, ...ALONE },
    input,
    encoding: 'utf8',
    maxBuffer: LARGEST_ANSWER,
    windowsHide: true,
  });
  const reason = error?.message ?? (stderr.trim().split('\n')[0] || `git ${args[0]}`);
  return { status: error === undefined ? status : null, stdout: stdout ?? '', reason };
}

/** Answers with `-z` are ended by a zero each. */
export function zeroed(text: string): string[] {
  return text.split('\0').filter((part) => part !== '');
}

/** Which of these paths, relative to `folder`, git ignores; none where there is no git or no repository. */
export function ignoredByGit(paths: readonly string[], folder: string): ReadonlySet<string> {
  const byLink = Map.groupBy(paths, (path) => firstLink(path, folder));
  const ignored = [...byLink].flatMap(([link, own]) =>
    link === null ? checkIgnore(own, folder) : beyondLink(link, own, folder),
  );
  return new Set(ignored);
}

function checkIgnore(paths: readonly string[], folder: string): string[] {
  if (paths.length === 0) return [];
  const answer = git(['check-ignore', '--stdin', '-z'], folder, `${paths.join('\0')}\0`);
  return answer.status === 0 ? zeroed(answer.stdout) : [];
}

/** git knows nothing beyond a link, and one such path would end its answer for all: it is asked of the link, and where that leads. */
function beyondLink(link: string, paths: readonly string[], folder: string): string[] {
  if (checkIgnore([link], folder).length > 0) return [...paths];
  const target = realpathSync(join(folder, link));
  const within = new Map(paths.map((path) => [path.slice(link.length + 1), path]));
  return [...ignoredByGit([...within.keys()], target)].flatMap((path) => within.get(path) ?? []);
}

/** The first folder of a path that is a link; null where none is. */
function firstLink(path: string, folder: string): string | null {
  const parts = path.split('/');
  for (let length = 1; length < parts.length; length++) {
    const part = parts.slice(0, length).join('/');
    if (lstatSync(join(folder, part), { throwIfNoEntry: false })?.isSymbolicLink() === true) return part;
  }
  return null;
}
