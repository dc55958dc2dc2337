/** git as a program. It is asked only where a command needs it, and may be missing. */

export interface GitAnswer {
  /** null where git could not be started. */
  status: number | null;
  stdout: string;
  /** Why not, in git's own words. */
  reason: string;
}

const LARGEST_ANSWER = 256 * 1024 * 1024;

export function git(args: readonly string[], folder: string, input = ''): GitAnswer {
  // From the process, so that a start-up snapshot, which knows no other modules, can do it too.
  const { spawnSync } = process.getBuiltinModule('node:child_process');
  const { status, stdout, stderr, error } = spawnSync('git', ['-c', 'core.quotePath=false', ...args], {
    cwd: folder,
    input,
    encoding: 'utf8',
    maxBuffer: LARGEST_ANSWER,
    windowsHide: true,
  });
  const reason = error?.message ?? (stderr.trim().split('\n')[0] || `git ${args[0] ?? ''}`);
  return { status: error === undefined ? status : null, stdout: stdout ?? '', reason };
}

/** Answers with `-z` are ended by a zero each. */
export function zeroed(text: string): string[] {
  return text.split('\0').filter((part) => part !== '');
}

/** Which of these paths, relative to `folder`, git ignores; none where there is no git or no repository. */
export function ignoredByGit(paths: readonly string[], folder: string): ReadonlySet<string> {
  if (paths.length === 0) return new Set();
  const answer = git(['check-ignore', '--stdin', '-z'], folder, `${paths.join('\0')}\0`);
  return new Set(answer.status === 0 ? zeroed(answer.stdout) : []);
}
