/** Hints shared by several findings. */

import type { Bilingual } from '@steward/text';

/** For a missing file without a likely alternative. */
export const CHECK_PATH = {
  en: 'Check the path: it is relative to this file.',
  zh: '请检查路径：它相对于当前文件。',
} as const;

export function didYouMean(meant: string): Bilingual {
  return { en: `Did you mean \`${meant}\`?`, zh: `是不是想写 \`${meant}\`？` };
}
