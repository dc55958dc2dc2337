/** Short, distinct names for the files of a log. */

/** The shortest distinct suffix of a log file's path; `?` if there is no such file. */
export function fileName(files: readonly string[], file: number): string {
  const path = files[file] ?? '?';
  const parts = path.split(/[\\/]/);
  for (let count = 1; count < parts.length; count++) {
    const end = parts.slice(-count).join('/');
    if (files.filter((other) => other === end || other.replaceAll('\\', '/').endsWith(`/${end}`)).length === 1)
      return end;
  }
  return path;
}
