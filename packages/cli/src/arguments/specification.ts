/** The command line as data: parsing, help, the manual, completions and the tests read the same tables. */
import type { Bilingual } from '@steward/text';

export interface OptionSpecification {
  name: string;
  short?: string;
  /** `flag` takes no value. `list` may be repeated. */
  kind: 'flag' | 'value' | 'list';
  /** The value's name in the help: `FILE`. */
  value?: string;
  /** The only values allowed. */
  choices?: readonly string[];
  /** Names a file to write, or allows files to be changed. Only the command line may do that: anyone may have written the config. */
  writes?: true;
  /** Names a file that this flag writes; with the flag, only the command line may name it. */
  writtenBy?: string;
  about: Bilingual;
}

/** Where help and manual list a command. */
export const SECTIONS = ['rules', 'trial', 'output', 'setup'] as const;

export interface CommandSpecification {
  /** Also the name of its folder in `commands/`. */
  name: string;
  section: (typeof SECTIONS)[number];
  /** It reads logs: whatever is wrong with one is the user's to fix. */
  readsLogs?: true;
  /** Operands as the help shows them: `<file>`, `[paths...]`. */
  operands: string;
  least: number;
  most: number;
  options: readonly OptionSpecification[];
  about: Bilingual;
  examples: readonly string[];
  /** Its options cannot be set in the config: they are about one run. */
  onlySaid?: true;
}

/** The arguments of a command: only what its tables declare. */
export interface ParsedArguments {
  operands: readonly string[];
  flag: (name: string) => boolean;
  value: (name: string) => string | null;
  list: (name: string) => readonly string[];
}

export const GLOBAL_OPTIONS: readonly OptionSpecification[] = [
  {
    name: 'lang',
    kind: 'value',
    value: 'en|zh',
    choices: ['en', 'zh'],
    about: { en: 'language of the output (default: from LC_ALL or LANG)', zh: '输出语言（默认取自 LC_ALL 或 LANG）' },
  },
  {
    name: 'color',
    kind: 'flag',
    about: { en: 'use colours even when the output is not a terminal', zh: '输出不是终端时也使用颜色' },
  },
  {
    name: 'no-color',
    kind: 'flag',
    about: { en: 'no colours (same as NO_COLOR=1)', zh: '不使用颜色（同 NO_COLOR=1）' },
  },
  {
    name: 'allow-folder',
    kind: 'list',
    value: 'FOLDER',
    about: {
      en: 'let rules refer to files in this folder too (repeatable)',
      zh: '规则还可以引用此文件夹里的文件（可多次使用）',
    },
  },
  { name: 'help', short: 'h', kind: 'flag', about: { en: 'show this help', zh: '显示帮助' } },
  { name: 'version', short: 'v', kind: 'flag', about: { en: 'show the version', zh: '显示版本' } },
];
