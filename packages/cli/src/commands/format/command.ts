import type { CommandSpecification } from '../../arguments/specification.ts';

export const command: CommandSpecification = {
  section: 'rules',
  name: 'format',
  operands: '[paths...]',
  least: 0,
  most: Number.POSITIVE_INFINITY,
  about: {
    en: 'Format .group files: spaces, line breaks, indentation',
    zh: '整理 .group 文件的排版：空格、换行、缩进',
  },
  options: [
    {
      name: 'check',
      kind: 'flag',
      about: {
        en: 'write nothing; exit with 1 if a file is not formatted',
        zh: '不写文件；有文件排版不符时以 1 退出',
      },
    },
  ],
  examples: ['steward format', 'steward format --check rules/'],
};
