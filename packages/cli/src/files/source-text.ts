/** Rules as written. */

import type { Policy, SourceRange } from '@steward/policy';
import { besideFile } from '@steward/sessions/sources';
import type { Checked } from '../checking.ts';

/**
 * The files of a policy are relative to the entry file's folder, those that were checked are as they were opened.
 * @param file the entry file
 */
export function sourceReader(policy: Policy, checked: Checked, file: string): (range: SourceRange) => string | null {
  return (range) => {
    const path = policy.files[range.file]?.path;
    if (path === undefined) return null;
    const text = checked.textOf(besideFile(file, path).replaceAll('\\', '/'));
    return text === null ? null : text.slice(range.startOffset, range.endOffset);
  };
}
