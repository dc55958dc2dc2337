/**
 * Runs git as a program, only where a command needs it. It may be missing.
 *
 * A repository can name programs in its configuration, and the repository may be anyone's. So every call goes through {@link git}, which
 * turns off everything git would start or fetch by itself, and only plumbing that reads the index and objects is allowed: `diff`,
 * `status` and even `diff-index` would run filters on working tree files, and the names of those filters cannot be known in advance.
 */
import { lstatSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

export interface GitAnswer {
  /** null if git could not be started. */
  status: number | null;
  stdout: string;
  /** git's own explanation of a failure. */
  reason: string;
}

const QUIET = [
  ['core.quotePath', 'false'],
  // Programs that git would start by itself.
  ['core.fsmonitor', 'false'],
  ['core.hooksPath', process.platform === 'win32' ? 'NUL' : '/dev/null'],
  // Folders in the working tree that look like bare repositories.
  ['safe.bareRepository', 'explicit'],
].flatMap(([name, value]) => ['-c', `${name}=${value}`]);

/** In a partial clone, missing objects stay missing: no remote is contacted, and no remote helper is started. */
const ALONE = { GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1', GIT_ALLOW_PROTOCOL: 'none', GIT_TERMINAL_PROMPT: '0' };

/** The plumbing commands that may be run. */
type Plumbing = 'cat-file' | 'check-ignore' | 'ls-files' | 'ls-tree' | 'merge-base' | 'rev-parse';

const LARGEST_ANSWER = 256 * 1024 * 1024;

export function git(args: readonly [Plumbing, ...string[]], folder: string, input = ''): GitAnswer {
  // Taken from the process, so that it also works in a start-up snapshot, which cannot load modules.
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

/** Splits output of `-z`, where every item ends with a NUL. */
export function zeroed(text: string): string[] {
  return text.split('\0').filter((part) => part !== '');
}

/** Which of these paths, relative to `folder`, git ignores; empty without git or a repository. */
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

/** git refuses paths beyond a symbolic link, and one such path would fail the whole query. So ask about the link itself, and about its target. */
function beyondLink(link: string, paths: readonly string[], folder: string): string[] {
  if (checkIgnore([link], folder).length > 0) return [...paths];
  const target = realpathSync(join(folder, link));
  const within = new Map(paths.map((path) => [path.slice(link.length + 1), path]));
  return [...ignoredByGit([...within.keys()], target)].flatMap((path) => within.get(path) ?? []);
}

/** The first part of a path that is a link, or null. */
function firstLink(path: string, folder: string): string | null {
  const parts = path.split('/');
  for (let length = 1; length < parts.length; length++) {
    const part = parts.slice(0, length).join('/');
    if (lstatSync(join(folder, part), { throwIfNoEntry: false })?.isSymbolicLink() === true) return part;
  }
  return null;
}
