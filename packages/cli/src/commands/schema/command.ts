import { OUTPUT } from '../../arguments/shared-options.ts';
import type { CommandSpecification } from '../../arguments/specification.ts';

export const command: CommandSpecification = {
  section: 'output',
  name: 'schema',
  operands: '<policy|outcome|diff|sweep|score|events|config>',
  least: 1,
  most: 1,
  about: { en: 'Print a JSON Schema', zh: '输出 JSON Schema' },
  options: [OUTPUT],
  examples: ['steward schema outcome'],
};
