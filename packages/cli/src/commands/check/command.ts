import { OUTPUT } from '../../arguments/shared-options.ts';
import type { CommandSpecification } from '../../arguments/specification.ts';

export const command: CommandSpecification = {
  section: 'rules',
  name: 'check',
  operands: '[paths...]',
  least: 0,
  most: Number.POSITIVE_INFINITY,
  about: { en: 'Check .group files: what is wrong, where, and what to do', zh: '检查 .group 文件：哪里有问题、怎么改' },
  options: [
    {
      name: 'format',
      kind: 'value',
      value: 'FORMAT',
      choices: ['pretty', 'json', 'sarif', 'github', 'gitlab', 'junit'],
      about: {
        en: 'pretty for people (default); json (one finding per line), sarif, github annotations, gitlab code quality or junit for programs',
        zh: 'pretty 给人看（默认）；json（每行一条）、sarif、github（注解）、gitlab（代码质量）、junit 给程序用',
      },
    },
    {
      name: 'max-warnings',
      kind: 'value',
      value: 'N',
      about: { en: 'exit with 1 if there are more warnings than this', zh: '警告多于此数时以 1 退出' },
    },
    {
      name: 'fix',
      kind: 'flag',
      writes: true,
      about: {
        en: 'apply unambiguous fixes; no file ends up with more errors than before',
        zh: '应用没有选择余地的修正；绝不会让文件的错误变多',
      },
    },
    {
      name: 'dry-run',
      kind: 'flag',
      about: { en: 'with --fix: show the changes without writing them', zh: '与 --fix 同用：只显示改动，不写文件' },
    },
    {
      name: 'since',
      kind: 'value',
      value: 'REVISION',
      about: {
        en: 'report only findings that are new since this git revision; everything is still checked',
        zh: '只报告这个 git 版本里还没有的问题；检查仍覆盖全部',
      },
    },
    {
      name: 'baseline',
      kind: 'value',
      value: 'FILE',
      writtenBy: 'update-baseline',
      about: { en: 'do not report warnings and notes recorded in this file', zh: '不报告此文件里已登记的警告和提示' },
    },
    {
      name: 'update-baseline',
      kind: 'flag',
      writes: true,
      about: {
        en: 'with --baseline: record the current warnings and notes in it',
        zh: '与 --baseline 同用：把当前的警告和提示写进去',
      },
    },
    {
      name: 'stdin-name',
      kind: 'value',
      value: 'FILE',
      about: {
        en: 'file name for the text on standard input (-); imports are resolved from its folder',
        zh: '标准输入（-）的文本叫什么名字；引入的文件从它所在的文件夹找',
      },
    },
    OUTPUT,
  ],
  examples: [
    'steward check',
    'steward check rules/ "shared/**/*.group" --max-warnings 0',
    'steward check --fix --dry-run',
    'steward check --since origin/main --format github',
    'steward check --format sarif -o steward.sarif',
    'steward check - --stdin-name rules/beauty.group < beauty.group',
  ],
};
