/** Names of tokens in messages. */
import type { Bilingual } from '@steward/text';
import { KEYWORDS, keywordIn } from './keywords.ts';

const TERMINAL_NAMES: Readonly<Record<string, Bilingual>> = {
  ID: { en: 'a name', zh: '一个名称' },
  STRING: { en: 'a text in quotes, like "…"', zh: '引号里的文字，例如 "…"' },
  NUMBER: { en: 'a number', zh: '一个数' },
  PERCENT: { en: 'a share, like 40%', zh: '一个比例，例如 40%' },
  DURATION: { en: 'a duration, like 7d or 2h', zh: '一段时间，例如 7天、2小时' },
  TIME: { en: 'a time of day, like 08:00', zh: '一个时刻，例如 08:00' },
  DATE: { en: 'a date, like 2025-03-01', zh: '一个日期，例如 2025-03-01' },
  TIMESTAMP: { en: 'a date with a time, like 2025-03-01T20:00', zh: '日期加时刻，例如 2025-03-01T20:00' },
  REGEX: { en: 'a pattern between slashes, like /…/', zh: '斜杠之间的表达式，例如 /…/' },
  COLOR: { en: 'a colour, like #C8102E', zh: '一个颜色，例如 #C8102E' },
  EOF: { en: 'the end of the file', zh: '文件结尾' },
};
const WORDS = new Set(KEYWORDS);

export function tokenName(type: string): Bilingual {
  const terminal = TERMINAL_NAMES[type];
  if (terminal) return terminal;
  if (!WORDS.has(type)) return { en: `\`${type}\``, zh: `\`${type}\`` };
  return { en: `\`${type}\``, zh: `\`${keywordIn(type, 'zh')}\`` };
}
