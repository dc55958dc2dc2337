/** The commands of a folder of rules as a whole. Data alone, as in `specifications.ts`. */
import type { CommandSpecification } from '../arguments/specification.ts';

export const INIT: CommandSpecification = {
  name: 'init',
  operands: '[folder]',
  least: 0,
  most: 1,
  onlySaid: true,
  describe: (words) => words.project.init,
  options: [
    {
      name: 'kind',
      kind: 'value',
      value: 'KIND',
      choices: ['service', 'interest', 'knowledge', 'conversion'],
      describe: (words) => words.project.optionKind,
    },
    {
      name: 'language',
      kind: 'value',
      value: 'zh|en',
      choices: ['zh', 'en'],
      describe: (words) => words.project.optionLanguage,
    },
    {
      name: 'ci',
      kind: 'value',
      value: 'github|gitlab',
      choices: ['github', 'gitlab'],
      describe: (words) => words.project.optionCi,
    },
    { name: 'yes', short: 'y', kind: 'flag', describe: (words) => words.project.optionYes },
  ],
  examples: ['steward init', 'steward init rules --kind knowledge --ci github', 'steward init --language zh --yes'],
};

export const DOCS: CommandSpecification = {
  name: 'docs',
  operands: '[paths...]',
  least: 0,
  most: Number.POSITIVE_INFINITY,
  describe: (words) => words.project.docs,
  options: [
    { name: 'group', short: 'g', kind: 'list', value: 'NAME', describe: (words) => words.project.optionCardGroup },
    {
      name: 'language',
      kind: 'value',
      value: 'zh|en|both',
      choices: ['zh', 'en', 'both'],
      describe: (words) => words.project.optionCardLanguage,
    },
    { name: 'out', kind: 'value', value: 'FOLDER', writes: true, describe: (words) => words.project.optionOut },
    { name: 'check', kind: 'flag', describe: (words) => words.project.optionCardCheck },
  ],
  examples: [
    'steward docs beauty.group',
    'steward docs --out cards --language both',
    'steward docs --out cards --language both --check',
  ],
};
