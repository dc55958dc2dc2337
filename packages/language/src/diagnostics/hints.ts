/** Hints shared by several findings. */

/** For a missing file without a likely alternative. */
export const CHECK_PATH = {
  en: 'Check the path: it is relative to this file.',
  zh: '请检查路径：它相对于当前文件。',
} as const;
