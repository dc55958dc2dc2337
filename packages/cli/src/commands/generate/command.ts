import { KINDS } from '../../arguments/shared-options.ts';
import type { CommandSpecification } from '../../arguments/specification.ts';

export const command: CommandSpecification = {
  section: 'trial',
  name: 'generate',
  operands: '<log>',
  least: 1,
  most: 1,
  about: { en: 'Generate a log, to try rules without data', zh: '生成一份虚构日志，没有数据也能试规则' },
  options: [
    {
      name: 'for',
      kind: 'value',
      value: 'FILE',
      about: {
        en: 'rules to generate the log for: their categories, slots, campaigns, banned words',
        zh: '日志要配合的规则：类别、时段、活动、禁用词',
      },
    },
    {
      name: 'group',
      short: 'g',
      kind: 'list',
      value: 'NAME',
      about: { en: 'which group of those rules', zh: '规则里的哪个群' },
    },
    { name: 'kind', kind: 'value', value: 'KIND', choices: KINDS, about: { en: 'kind of group', zh: '群的类型' } },
    { name: 'seed', kind: 'value', value: 'N', about: { en: 'equal seeds give equal logs', zh: '种子相同，日志相同' } },
    { name: 'start', kind: 'value', value: 'DATE', about: { en: 'first day, YYYY-MM-DD', zh: '第一天，YYYY-MM-DD' } },
    { name: 'days', kind: 'value', value: 'N', about: { en: 'length', zh: '天数' } },
    { name: 'groups', kind: 'value', value: 'N', about: { en: 'number of groups', zh: '群数' } },
    { name: 'members', kind: 'value', value: 'N', about: { en: 'members in each group', zh: '每群人数' } },
    {
      name: 'events',
      kind: 'value',
      value: 'N',
      about: { en: 'about how many events in all', zh: '事件总数（大约）' },
    },
    { name: 'timezone', kind: 'value', value: 'ZONE', about: { en: 'time zone of the group', zh: '群的时区' } },
    {
      name: 'shows',
      kind: 'value',
      value: 'SIGNALS',
      about: { en: 'what the log can show: message,read,click,…', zh: '日志能显示哪些信号：message,read,click,…' },
    },
    {
      name: 'language',
      kind: 'value',
      value: 'zh|en',
      choices: ['zh', 'en'],
      about: { en: 'language that people write in', zh: '成员发言用的语言' },
    },
  ],
  examples: [
    'steward generate log.jsonl --days 30',
    'steward generate vip.csv.gz --for beauty.group --seed 7',
    'steward generate big.parquet --groups 1000 --events 10000000',
  ],
};
