import { LOG, OUTPUT, TEXT_OR_JSON } from '../../arguments/shared-options.ts';
import type { CommandSpecification } from '../../arguments/specification.ts';

export const command: CommandSpecification = {
  section: 'trial',
  readsLogs: true,
  name: 'score',
  operands: '<file>',
  least: 1,
  most: 1,
  about: {
    en: 'Compare what rules find with the `label` column of a log: precision and recall, rule by rule',
    zh: '把规则找到的与日志 `label` 列的标注对比：每条规则的准确率和召回率',
  },
  options: [
    ...LOG,
    {
      name: 'min-precision',
      kind: 'list',
      value: '[RULE=]N',
      about: {
        en: 'exit with 1 where less of what a rule finds is right, in percent; RULE=N for one rule',
        zh: '规则找到的内容中正确的比例低于此百分比时退出码为 1；只针对一条规则写 规则=N',
      },
    },
    {
      name: 'min-recall',
      kind: 'list',
      value: '[RULE=]N',
      about: {
        en: 'exit with 1 where less of what is labelled is found, in percent; RULE=N for one rule',
        zh: '有标注的内容中被找到的比例低于此百分比时退出码为 1；只针对一条规则写 规则=N',
      },
    },
    TEXT_OR_JSON,
    OUTPUT,
  ],
  examples: [
    'steward score beauty.group --log labelled.csv',
    'steward score beauty.group --log labelled.csv --min-precision 90 --min-recall flood=80',
  ],
};
