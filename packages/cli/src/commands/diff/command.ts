import { LOG, OUTPUT } from '../../arguments/shared-options.ts';
import type { CommandSpecification } from '../../arguments/specification.ts';

export const command: CommandSpecification = {
  section: 'trial',
  readsLogs: true,
  name: 'diff',
  operands: '<before> <after>',
  least: 2,
  most: 2,
  about: {
    en: 'Show what an edit of the rules changes on a log; a side is a file or REVISION:FILE',
    zh: '显示规则的修改在日志上带来的变化；每一侧是文件或 REVISION:FILE（某个版本的文件）',
  },
  options: [
    ...LOG,
    {
      name: 'format',
      kind: 'value',
      value: 'text|markdown|json',
      choices: ['text', 'markdown', 'json'],
      about: {
        en: 'text for people (default), Markdown for a pull request, or JSON',
        zh: 'text 给人看（默认），markdown 用于合并请求，json 给程序用',
      },
    },
    { name: 'exit-code', kind: 'flag', about: { en: 'exit with 1 if anything changes', zh: '有变化时退出码为 1' } },
    OUTPUT,
  ],
  examples: [
    'steward diff old.group new.group --log export.jsonl',
    'steward diff HEAD:beauty.group beauty.group --log export.jsonl',
    'steward diff origin/main:rules/beauty.group rules/beauty.group --format markdown -o comment.md',
  ],
};
