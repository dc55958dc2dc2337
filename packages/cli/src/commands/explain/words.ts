import { sentences } from '@steward/text';

export const EXPLAIN = sentences({
  memberMissing: {
    en: '--at needs --member.',
    zh: '--at 要与 --member 同用。',
  },
  whoseTier: {
    en: (file: string) =>
      `Name the member to explain: steward explain ${file} --log FILE --member NAME. For the whole log: steward simulate ${file} --log FILE`,
    zh: (file) =>
      `请指明要解释哪位成员的等级：steward explain ${file} --log 文件 --member 名字。要看整份日志的结果：steward simulate ${file} --log 文件`,
  },
  badDate: {
    en: (date: string) => `--at cannot be ${date}. Write a date like 2025-03-31.`,
    zh: (date) => `--at 不能是 ${date}。请写成 2025-03-31 这样的日期。`,
  },
  chooseGroup: {
    en: (groups: string) => `The rules declare several groups: ${groups}. Choose one with --group.`,
    zh: (groups) => `规则声明了几个群：${groups}。请用 --group 选一个。`,
  },
  noMember: {
    en: (member: string, at: string | null) =>
      `Nobody called ${member} is in the log${at === null ? ' on its last day' : ` on ${at}`}. Give an id or a full name, and a day within the log.`,
    zh: (member, at) =>
      `日志里${at === null ? '最后一天' : ` ${at} 这一天`}没有叫 ${member} 的成员。请给出编号或完整的名字，以及日志里的日期。`,
  },
  explainUnknown: {
    en: (code: string, suggestion: string | null) =>
      `There is no page for ${code}.${suggestion === null ? ' Each finding of steward check shows its code.' : ` Did you mean ${suggestion}?`}`,
    zh: (code, suggestion) =>
      `没有 ${code} 的说明。${suggestion === null ? 'steward check 的每条结果后面都有代码。' : `是不是想看 ${suggestion}？`}`,
  },
});
