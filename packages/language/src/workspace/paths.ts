/** Paths as text with `/`, without file access, so this also works in a browser. */

/** Turns `\` into `/` and resolves `.` and `..` as far as possible. */
export function normalizePath(path: string): string {
  const slashed = path.replaceAll('\\', '/');
  const root = /^([A-Za-z]:)?\//.exec(slashed)?.[0] ?? '';
  const parts: string[] = [];
  for (const part of slashed.slice(root.length).split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '..' || root === '') parts.push(part);
  }
  return root + parts.join('/') || '.';
}

function isAbsolutePath(path: string): boolean {
  return /^(?:[A-Za-z]:)?[\\/]/.test(path);
}

/** The folder of a file: `a/b.group` → `a`, `b.group` → `.`. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  if (slash < 0) return '.';
  return slash === 0 ? '/' : path.slice(0, slash);
}

/** Resolves a path written in a file of `folder`. */
export function resolvePath(folder: string, written: string): string {
  return isAbsolutePath(written) || folder === '.' ? normalizePath(written) : normalizePath(`${folder}/${written}`);
}

/** `path` relative to `folder`; unchanged if only one of them is absolute. */
export function relativePath(folder: string, path: string): string {
  if (isAbsolutePath(folder) !== isAbsolutePath(path)) return path;
  const from = folder === '.' ? [] : folder.split('/').filter((part) => part !== '');
  const to = path.split('/').filter((part) => part !== '');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  if (from.slice(shared).includes('..')) return path;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}
