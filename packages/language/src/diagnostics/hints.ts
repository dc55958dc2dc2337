/** Advice that several findings give. */

/** Of a file that is not there, where nothing is known that may be meant. */
export const CHECK_PATH = {
  en: 'Check the path: it is relative to this file.',
  zh: '请检查路径:它相对于当前文件。',
} as const;
