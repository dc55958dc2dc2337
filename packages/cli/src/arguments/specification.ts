/** The command line as data: parsing, help and the tests read the same tables. */
import type { Messages } from '../locale/messages.ts';

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
  describe: (words: Messages) => string;
}

export interface CommandSpecification {
  name: string;
  /** Operands as the help shows them: `<file>`, `[paths...]`. */
  operands: string;
  least: number;
  most: number;
  options: readonly OptionSpecification[];
  describe: (words: Messages) => string;
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
  { name: 'lang', kind: 'value', value: 'en|zh', choices: ['en', 'zh'], describe: (words) => words.option.lang },
  { name: 'color', kind: 'flag', describe: (words) => words.option.color },
  { name: 'no-color', kind: 'flag', describe: (words) => words.option.noColor },
  { name: 'allow-folder', kind: 'list', value: 'FOLDER', describe: (words) => words.option.allowFolder },
  { name: 'help', short: 'h', kind: 'flag', describe: (words) => words.option.help },
  { name: 'version', short: 'v', kind: 'flag', describe: (words) => words.option.version },
];
