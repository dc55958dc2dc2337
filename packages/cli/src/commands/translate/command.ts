import { OUTPUT } from '../../arguments/shared-options.ts';
import type { CommandSpecification } from '../../arguments/specification.ts';

export const command: CommandSpecification = {
  section: 'rules',
  name: 'translate',
  operands: '<file>',
  least: 1,
  most: 1,
  about: {
    en: 'Translate the keywords of a file; everything else stays the same',
    zh: '把文件的关键字换成另一种语言，其余不变',
  },
  options: [
    {
      name: 'to',
      kind: 'value',
      value: 'zh|en',
      choices: ['zh', 'en'],
      about: { en: 'language of the keywords', zh: '关键字的语言' },
    },
    OUTPUT,
  ],
  examples: ['steward translate beauty.group --to zh -o 美妆.group'],
};
