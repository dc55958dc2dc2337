/** A problem with a log, as data: where, what was found, what was expected, and what to do, in both languages. */
import type { Bilingual, Locale } from '@steward/text';

export interface Place {
  /** Path as given by the user, or as a glob expanded it. */
  file: string;
  /** 1-based line as editors show it (row, for Parquet); null for the whole file. */
  line: number | null;
  /** 1-based column in UTF-16 units, as editors count; null for the whole line (or row). */
  column: number | null;
}

export interface LogProblem extends Place {
  code: string;
  /** The offending text, shortened; null if there is none to quote. */
  found: string | null;
  /** What was expected instead; null if the message says it all. */
  expected: Bilingual | null;
  /** What is wrong: one sentence, without the place. */
  message: Bilingual;
  /** What to do about it. */
  advice: Bilingual;
}

/** The log cannot be read because of its content, never because of a bug. Problems are sorted by file and line; the first stopped the run. */
export class LogError extends Error {
  readonly problems: readonly LogProblem[];

  constructor(problems: readonly LogProblem[]) {
    super(problems.map((problem) => describeProblem(problem, 'en')).join('\n'));
    this.name = 'LogError';
    this.problems = problems;
  }
}

/** `file:line:column: what is wrong, what was found and expected. What to do.` */
export function describeProblem(problem: LogProblem, locale: Locale): string {
  const at = [problem.file, problem.line, problem.column].filter((part) => part !== null).join(':');
  const words = WORDS[locale];
  const facts = [
    problem.found === null ? null : `${words.found} ${problem.found}`,
    problem.expected === null ? null : `${words.expected} ${problem.expected[locale]}`,
  ].filter((fact) => fact !== null);
  const detail = facts.length === 0 ? '' : `${words.open}${facts.join(words.comma)}${words.close}`;
  return `${at}: ${problem.message[locale]}${detail}${words.stop}${problem.advice[locale]}`;
}

const WORDS = {
  en: { found: 'found', expected: 'expected', comma: '; ', open: ' (', close: ')', stop: '. ' },
  zh: { found: '实际为', expected: '应为', comma: '；', open: '（', close: '）', stop: '。' },
} as const;

const QUOTE_LIMIT = 80;

/** Quotes a value for a message: shortened, on one line, with invisible characters escaped. */
export function quoted(value: string): string {
  const short = value.length > QUOTE_LIMIT ? `${value.slice(0, QUOTE_LIMIT)}…` : value;
  return JSON.stringify(short);
}
