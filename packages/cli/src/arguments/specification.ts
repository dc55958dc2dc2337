/** The command line as data: parsing, help, the manual, completions and the tests read the same tables. */
import type { Bilingual } from '@steward/text';

export interface OptionSpecification {
  name: string;
  short?: string;
  /** `flag` takes no value. `list` may be given again and again. */
  kind: 'flag' | 'value' | 'list';
  /** How the value is called in the help: `FILE`. */
  value?: string;
  /** The only values allowed. */
  choices?: readonly string[];
  /** Says where something is written, or that a file may be changed. Only the command line says so: a config may be anybody's. */
  writes?: true;
  /** Names a file that this flag writes: together with it, only the command line says so, too. */
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
  /** Its options have no defaults in the config: it is about one run. */
  onlySaid?: true;
}

/** What a command gets: only what its tables declare. */
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
