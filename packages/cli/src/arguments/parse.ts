/**
 * Checks argv against the tables. Node's own parser splits it into tokens; anything the tables do not allow becomes a message that says
 * what they do.
 */
import { parseArgs } from 'node:util';
import { CannotRun } from '../faults.ts';
import type { Words } from '../words.ts';
import { nearest } from './nearest.ts';
import type { OptionSpecification, ParsedArguments } from './specification.ts';

interface Token {
  name: string;
  rawName: string;
  value: string | undefined;
  inline: boolean;
}

/** @throws CannotRun for an option that is unknown, repeated, lacks its value, or has a value it does not take */
export function parseArguments(
  argv: readonly string[],
  specifications: readonly OptionSpecification[],
  words: Words,
): ParsedArguments {
  const { tokens, positionals } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(
      specifications.map((option) => [
        option.name,
        {
          type: option.kind === 'flag' ? ('boolean' as const) : ('string' as const),
          ...(option.short === undefined ? {} : { short: option.short }),
        },
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    const read = readOption({ name, rawName, value, inline: token.inlineValue ?? false }, specifications, words);
    const known = values.get(read.name) ?? [];
    if (known.length > 0 && specifications.find((option) => option.name === read.name)?.kind === 'value') {
      throw new CannotRun(words.optionTwice(rawName));
    }
    values.set(read.name, [...known, read.value]);
  }
  return {
    operands: positionals,
    flag: (name) => values.has(name),
    value: (name) => values.get(name)?.at(-1) ?? null,
    list: (name) => values.get(name) ?? [],
  };
}

function readOption(
  token: Token,
  specifications: readonly OptionSpecification[],
  words: Words,
): { name: string; value: string } {
  const { name, rawName, value, inline } = token;
  const option = specifications.find((candidate) => candidate.name === name);
  if (option === undefined) {
    const suggestion = nearest(
      name,
      specifications.map((candidate) => candidate.name),
    );
    throw new CannotRun(words.optionUnknown(rawName, suggestion === null ? null : `--${suggestion}`));
  }
  if (option.kind === 'flag') {
    if (inline) throw new CannotRun(words.optionTakesNoValue(rawName));
    return { name, value: '' };
  }
  // `--log --format` is a forgotten value, not a file called `--format`; for that, write `--log=--format`.
  if (value === undefined || value === '' || (!inline && /^-./.test(value))) {
    throw new CannotRun(words.optionNeedsValue(rawName, option.value ?? ''));
  }
  if (option.choices !== undefined && !option.choices.includes(value)) {
    throw new CannotRun(words.optionChoice(rawName, value, words.series(option.choices)));
  }
  return { name, value };
}

/** @throws CannotRun if the option's value is not a whole number from `least` to `most` */
export function wholeNumber(
  parsed: ParsedArguments,
  name: string,
  least: number,
  most: number,
  words: Words,
): number | null {
  const text = parsed.value(name);
  if (text === null) return null;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most) {
    throw new CannotRun(words.optionNumber(`--${name}`, text, least, most));
  }
  return value;
}
