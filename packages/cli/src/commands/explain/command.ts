import { LOG, TEXT_OR_JSON } from '../../arguments/shared-options.ts';
import type { CommandSpecification } from '../../arguments/specification.ts';

export const command: CommandSpecification = {
  section: 'rules',
  readsLogs: true,
  name: 'explain',
  operands: '<code|file>',
  least: 1,
  most: 1,
  about: {
    en: 'Explain a code of the checker, or why a member is in a tier',
    zh: '解释检查器的一个代码，或成员为何属于某个层级',
  },
  options: [
    {
      name: 'member',
      kind: 'value',
      value: 'MEMBER',
      about: {
        en: 'explain why this member (id or name) is in a tier, and what would change it',
        zh: '这名成员（编号或名字）在日志上为什么属于某个等级，怎样会不同',
      },
    },
    {
      name: 'at',
      kind: 'value',
      value: 'DATE',
      about: { en: 'on this day, YYYY-MM-DD (the last one)', zh: '哪一天，YYYY-MM-DD（默认最后一天）' },
    },
    ...LOG,
    TEXT_OR_JSON,
  ],
  examples: [
    'steward explain mix-not-100',
    'steward explain beauty.group --member u_1024 --at 2025-03-31 --log export.jsonl',
  ],
};
