import { sentences } from '@steward/text';

export const COMPLETIONS = sentences({
  shellUnknown: {
    en: (name: string, suggestion: string | null, known: string) =>
      `There are no completions for ${name}. ${suggestion === null ? `There are: ${known}.` : `Did you mean ${suggestion}?`}`,
    zh: (name, suggestion, known) =>
      `没有 ${name} 的补全脚本。${suggestion === null ? `可用的有：${known}。` : `是不是想写 ${suggestion}？`}`,
  },
});
