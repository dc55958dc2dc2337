import { LOG, OUTPUT, TEXT_OR_JSON } from '../../arguments/shared-options.ts';
import type { CommandSpecification } from '../../arguments/specification.ts';

export const command: CommandSpecification = {
  section: 'trial',
  readsLogs: true,
  name: 'sweep',
  operands: '<file> [bound]',
  least: 1,
  most: 2,
  about: {
    en: 'Show the result of each value of a bound on a log; --list names the bounds',
    zh: '显示一个界限取各个值时在日志上的结果；界限的名字见 --list',
  },
  options: [
    { name: 'list', kind: 'flag', about: { en: 'list the bounds of the rules', zh: '列出规则中的界限' } },
    {
      name: 'values',
      kind: 'value',
      value: 'VALUES',
      about: {
        en: 'only these, like 3d,5d,7d or 10%,20% (all that matter; of times, round ones)',
        zh: '只试这些值，如 3d,5d,7d 或 10%,20%（默认试所有会有区别的值，时长取整）',
      },
    },
    ...LOG,
    {
      name: 'most',
      kind: 'value',
      value: 'N',
      about: {
        en: 'at most this many steps, nearest to the bound as it stands (200)',
        zh: '最多多少步，取离现值最近的（默认 200）',
      },
    },
    TEXT_OR_JSON,
    OUTPUT,
  ],
  examples: [
    'steward sweep beauty.group --list',
    "steward sweep beauty.group 'Active.when[0]' --log export.jsonl",
    "steward sweep beauty.group 'Churned.when[0]' --values 14d,30d,60d --log export.jsonl",
  ],
};
