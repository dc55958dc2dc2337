import { FROM, OUTPUT } from '../../arguments/shared-options.ts';
import type { CommandSpecification } from '../../arguments/specification.ts';

export const command: CommandSpecification = {
  section: 'trial',
  readsLogs: true,
  name: 'test',
  operands: '[paths...]',
  least: 0,
  most: Number.POSITIVE_INFINITY,
  about: {
    en: 'Run the scenarios in .group files: the outcome that a small log must have',
    zh: '运行 .group 文件里的场景：一小段日志必须得到什么结果',
  },
  options: [
    {
      name: 'run',
      kind: 'value',
      value: 'PATTERN',
      about: {
        en: 'only scenarios whose title matches this regular expression',
        zh: '只运行标题符合此模式（正则表达式）的场景',
      },
    },
    {
      name: 'format',
      kind: 'value',
      value: 'pretty|json|junit',
      choices: ['pretty', 'json', 'junit'],
      about: {
        en: 'pretty for people (default); json (one scenario per line) or junit XML for programs',
        zh: 'pretty 给人看（默认），json（每行一个场景）或 junit（XML）给程序用',
      },
    },
    {
      name: 'coverage',
      kind: 'flag',
      about: {
        en: 'show which rules no scenario exercised, and what in the logs no rule looked at',
        zh: '显示哪些规则没有被场景试到，日志里的哪些内容没有规则看过',
      },
    },
    {
      name: 'coverage-min',
      kind: 'value',
      value: 'N',
      about: {
        en: 'exit with 1 if less than this percentage of the rules is covered',
        zh: '规则的覆盖率低于此百分比时失败（退出码 1）',
      },
    },
    {
      name: 'lcov',
      kind: 'value',
      value: 'FILE',
      writes: true,
      about: { en: 'write the coverage to this file, in lcov format', zh: '把覆盖率写成 lcov 文件' },
    },
    {
      name: 'log',
      short: 'l',
      kind: 'list',
      value: 'FILE',
      about: {
        en: 'count what this log exercises towards the coverage too (repeatable)',
        zh: '这份日志试到的内容也计入覆盖率，可重复',
      },
    },
    FROM,
    { name: 'watch', kind: 'flag', about: { en: 'run again whenever a file changes', zh: '文件一改就重新运行' } },
    {
      name: 'update',
      short: 'u',
      kind: 'flag',
      writes: true,
      about: {
        en: 'write the `expect outcome` files that are missing or differ',
        zh: '写入缺少或不同的“期望 结果”文件',
      },
    },
    OUTPUT,
  ],
  examples: [
    'steward test',
    'steward test rules/ --run "投诉|complaint"',
    'steward test --format junit -o scenarios.xml',
    'steward test --coverage --log export.jsonl',
  ],
};
