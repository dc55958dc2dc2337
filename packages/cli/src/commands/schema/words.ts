import { sentences } from '@steward/text';

export const SCHEMA = sentences({
  schemaUnknown: {
    en: (name: string, suggestion: string | null, known: string) =>
      `There is no schema ${name}. ${suggestion === null ? `There are: ${known}.` : `Did you mean ${suggestion}?`}`,
    zh: (name, suggestion, known) =>
      `没有名为 ${name} 的 schema。${suggestion === null ? `可用的有：${known}。` : `是不是想用 ${suggestion}？`}`,
  },
});
