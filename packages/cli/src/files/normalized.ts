/** A path as the checker names it: with slashes, without `.` and needless `..`. */
import { posix } from 'node:path';

export function normalizedPath(path: string): string {
  return posix.normalize(path.replaceAll('\\', '/'));
}
