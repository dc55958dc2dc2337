/** The commands: what each accepts, and how its code is loaded when it is the one that runs. */
import type { CommandSpecification, OptionSpecification, ParsedArguments } from '../arguments/specification.ts';
import type { Context } from '../context.ts';

export interface Command extends CommandSpecification {
  /** @returns the exit code; throws CannotRun for what the user must settle */
  load: () => Promise<{ run: (context: Context, given: ParsedArguments) => Promise<number> }>;
}

const KINDS = ['service', 'interest', 'knowledge', 'conversion'];

const OUTPUT: OptionSpecification = {
  name: 'output',
  short: 'o',
  kind: 'value',
  value: 'FILE',
  describe: (words) => words.option.output,
};

export const COMMANDS: readonly Command[] = [
  {
    name: 'check',
    operands: '[paths...]',
    least: 0,
    most: Number.POSITIVE_INFINITY,
    describe: (words) => words.command.check,
    options: [
      {
        name: 'format',
        kind: 'value',
        value: 'text|json',
        choices: ['text', 'json'],
        describe: (words) => words.option.checkFormat,
      },
    ],
    examples: ['steward check', 'steward check rules/ "shared/**/*.group"', 'steward check beauty.group --lang zh'],
    load: () => import('./check.ts'),
  },
  {
    name: 'simulate',
    operands: '<file>',
    least: 1,
    most: 1,
    describe: (words) => words.command.simulate,
    options: [
      { name: 'log', short: 'l', kind: 'list', value: 'FILE', describe: (words) => words.option.log },
      { name: 'from', kind: 'value', value: 'FORMAT', describe: (words) => words.option.from },
      { name: 'group', short: 'g', kind: 'list', value: 'NAME', describe: (words) => words.option.group },
      {
        name: 'format',
        kind: 'value',
        value: 'text|json',
        choices: ['text', 'json'],
        describe: (words) => words.option.format,
      },
      { name: 'members', kind: 'flag', describe: (words) => words.option.members },
      { name: 'roster', kind: 'value', value: 'FILE', describe: (words) => words.option.roster },
      { name: 'lenient', kind: 'flag', describe: (words) => words.option.lenient },
      { name: 'shows', kind: 'value', value: 'SIGNALS', describe: (words) => words.option.shows },
      { name: 'timezone', kind: 'value', value: 'ZONE', describe: (words) => words.option.timezone },
      { name: 'jobs', short: 'j', kind: 'value', value: 'N', describe: (words) => words.option.jobs },
      { name: 'evidence', kind: 'value', value: 'N', describe: (words) => words.option.evidence },
      { name: 'full', kind: 'value', value: 'N', describe: (words) => words.option.full },
      OUTPUT,
    ],
    examples: [
      'steward simulate beauty.group',
      'steward simulate beauty.group --log export.jsonl --group vip-001',
      'steward simulate interest.group --log "rooms/*.tsv" --from gitter --format json -o outcome.json',
    ],
    load: () => import('./simulate.ts'),
  },
  {
    name: 'build',
    operands: '<file>',
    least: 1,
    most: 1,
    describe: (words) => words.command.build,
    options: [OUTPUT],
    examples: ['steward build beauty.group -o policy.json'],
    load: () => import('./build.ts'),
  },
  {
    name: 'generate',
    operands: '<log>',
    least: 1,
    most: 1,
    describe: (words) => words.command.generate,
    options: [
      { name: 'for', kind: 'value', value: 'FILE', describe: (words) => words.option.for },
      { name: 'group', short: 'g', kind: 'value', value: 'NAME', describe: (words) => words.option.forGroup },
      { name: 'kind', kind: 'value', value: 'KIND', choices: KINDS, describe: (words) => words.option.kind },
      { name: 'seed', kind: 'value', value: 'N', describe: (words) => words.option.seed },
      { name: 'start', kind: 'value', value: 'DATE', describe: (words) => words.option.start },
      { name: 'days', kind: 'value', value: 'N', describe: (words) => words.option.days },
      { name: 'groups', kind: 'value', value: 'N', describe: (words) => words.option.groups },
      { name: 'members', kind: 'value', value: 'N', describe: (words) => words.option.membersPerGroup },
      { name: 'events', kind: 'value', value: 'N', describe: (words) => words.option.events },
      { name: 'timezone', kind: 'value', value: 'ZONE', describe: (words) => words.option.logTimezone },
      { name: 'shows', kind: 'value', value: 'SIGNALS', describe: (words) => words.option.shows },
      {
        name: 'language',
        kind: 'value',
        value: 'zh|en',
        choices: ['zh', 'en'],
        describe: (words) => words.option.language,
      },
    ],
    examples: [
      'steward generate log.jsonl --days 30',
      'steward generate vip.csv.gz --for beauty.group --seed 7',
      'steward generate big.parquet --groups 1000 --events 10000000',
    ],
    load: () => import('./generate.ts'),
  },
  {
    name: 'translate',
    operands: '<file>',
    least: 1,
    most: 1,
    describe: (words) => words.command.translate,
    options: [
      { name: 'to', kind: 'value', value: 'zh|en', choices: ['zh', 'en'], describe: (words) => words.option.to },
      OUTPUT,
    ],
    examples: ['steward translate beauty.group --to zh -o 美妆.group'],
    load: () => import('./translate.ts'),
  },
  {
    name: 'schema',
    operands: '<policy|outcome|events>',
    least: 1,
    most: 1,
    describe: (words) => words.command.schema,
    options: [OUTPUT],
    examples: ['steward schema outcome'],
    load: () => import('./schema.ts'),
  },
  {
    name: 'explain',
    operands: '<code>',
    least: 1,
    most: 1,
    describe: (words) => words.command.explain,
    options: [],
    examples: ['steward explain mix-total'],
    load: () => import('./explain.ts'),
  },
];
