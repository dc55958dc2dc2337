import type { CommandSpecification } from '../../arguments/specification.ts';

export const command: CommandSpecification = {
  section: 'rules',
  name: 'init',
  operands: '[folder]',
  least: 0,
  most: 1,
  onlySaid: true,
  about: {
    en: 'Start a folder of rules: a first file with scenarios, and a config; nothing is overwritten',
    zh: '新建一个群规文件夹：带场景的第一份规则和配置；已有的文件不会被覆盖',
  },
  options: [
    {
      name: 'kind',
      kind: 'value',
      value: 'KIND',
      choices: ['service', 'interest', 'knowledge', 'conversion'],
      about: {
        en: 'kind of the group (asked at a terminal, else service)',
        zh: '群的类型（在终端里会询问，否则为 service）',
      },
    },
    {
      name: 'language',
      kind: 'value',
      value: 'zh|en',
      choices: ['zh', 'en'],
      about: { en: 'language of the rules (that of the messages)', zh: '规则用的语言（默认与消息相同）' },
    },
    {
      name: 'ci',
      kind: 'value',
      value: 'github|gitlab',
      choices: ['github', 'gitlab'],
      about: { en: 'a file for this pipeline too', zh: '同时生成这种流水线的文件' },
    },
    { name: 'yes', short: 'y', kind: 'flag', about: { en: 'ask nothing', zh: '不询问' } },
  ],
  examples: ['steward init', 'steward init rules --kind knowledge --ci github', 'steward init --language zh --yes'],
};
