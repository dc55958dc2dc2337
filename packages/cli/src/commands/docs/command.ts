import type { CommandSpecification } from '../../arguments/specification.ts';

export const command: CommandSpecification = {
  section: 'output',
  name: 'docs',
  operands: '[paths...]',
  least: 0,
  most: Number.POSITIVE_INFINITY,
  about: {
    en: "Write a card of each group's rules for its members, as Markdown to pin in the group",
    zh: '把群成员应当知道的规则写成 Markdown，可以置顶在群里',
  },
  options: [
    {
      name: 'group',
      short: 'g',
      kind: 'list',
      value: 'NAME',
      about: { en: 'only this group of the rules (repeatable)', zh: '只要规则里的这个群，可重复' },
    },
    {
      name: 'language',
      kind: 'value',
      value: 'zh|en|both',
      choices: ['zh', 'en', 'both'],
      about: { en: 'language of the cards (that of the messages)', zh: '卡片的语言（默认与消息相同）' },
    },
    {
      name: 'out',
      kind: 'value',
      value: 'FOLDER',
      writes: true,
      about: {
        en: 'write the cards there, as GROUP.LANGUAGE.md (standard output)',
        zh: '把卡片写到这里，文件名为 群名.语言.md（默认输出到终端）',
      },
    },
    {
      name: 'check',
      kind: 'flag',
      about: {
        en: 'write nothing; exit with 1 if a card in --out is out of date',
        zh: '不写入；--out 里的卡片过时的话退出码为 1',
      },
    },
  ],
  examples: [
    'steward docs beauty.group',
    'steward docs --out cards --language both',
    'steward docs --out cards --language both --check',
  ],
};
