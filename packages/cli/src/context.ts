/** What every command gets beside its arguments. */
import type { Rule } from '@steward/language';
import { type Bilingual, type Locale, sentencesIn } from '@steward/text';
import type { Config } from './config/config.ts';
import type { Environment } from './environment.ts';
import type { TextStream } from './output/stream.ts';
import type { OwnFaults } from './own-faults.ts';
import type { Words } from './words.ts';

export interface Context {
  words: Words;
  locale: Locale;
  environment: Environment;
  version: string;
  config: Config;
  /** Folders, besides their own, whose files the rules may refer to: given by the user or the config. */
  allowedFolders: readonly string[];
  /** Results. */
  stdout: TextStream;
  /** Notes, problems and progress. */
  stderr: TextStream;
  /** Bugs of Steward that were survived. */
  faults: OwnFaults;
  /** Left out: every rule of the language. */
  rules?: readonly Rule[];
  /** URL of the entry file: workers and data files are located relative to it. */
  program: string;
}

/** Sentences in the reader's language. */
export function wordsOf<Said extends object>({ locale }: Pick<Context, 'locale'>, said: Bilingual<Said>): Said {
  return sentencesIn(said, locale);
}

/** Prints a note to standard error, so that it never mixes with a result. */
export async function note(context: Context, text: string): Promise<void> {
  const { palette } = context.stderr;
  await context.stderr.write(`${palette.yellow('!')} ${text}\n`);
}
