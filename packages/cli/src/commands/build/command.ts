import { OUTPUT } from '../../arguments/shared-options.ts';
import type { CommandSpecification } from '../../arguments/specification.ts';

export const command: CommandSpecification = {
  section: 'output',
  name: 'build',
  operands: '<file>',
  least: 1,
  most: 1,
  about: { en: 'Print the checked rules as data (the Policy, JSON)', zh: '把检查过的规则输出为数据（Policy，JSON）' },
  options: [OUTPUT],
  examples: ['steward build beauty.group -o policy.json'],
};
