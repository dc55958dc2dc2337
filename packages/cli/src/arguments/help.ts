/** `--help`, generated from the tables that the parser uses. */
import { wrap } from '@steward/report';
import type { Locale } from '@steward/text';
import { COMMANDS } from '../commands/registry.generated.ts';
import type { Context } from '../context.ts';
import type { TextStream } from '../output/stream.ts';
import { type CommandSpecification, GLOBAL_OPTIONS, type OptionSpecification } from './specification.ts';

type Reader = Pick<Context, 'words' | 'locale'>;

const GAP = 2;
const LEAST_TEXT = 30;

/** The whole program's help. */
export function programHelp({ words, locale }: Reader, stream: TextStream): string {
  const { palette } = stream;
  const lines = [
    words.tagline,
    '',
    `${palette.bold(words.usage)}  steward <command> [options]`,
    '',
    palette.bold(words.commands),
    ...pairs(
      stream,
      COMMANDS.map((command) => [`${command.name} ${command.operands}`, command.about[locale]]),
    ),
    '',
    palette.bold(words.globalOptions),
    ...pairs(
      stream,
      GLOBAL_OPTIONS.map((option) => optionPair(option, locale)),
    ),
    '',
    palette.bold(words.exitCodes),
    ...pairs(stream, Object.entries(words.exitCodeTable)),
    '',
    words.moreHelp,
  ];
  return `${lines.join('\n')}\n`;
}

export function commandHelp(command: CommandSpecification, { words, locale }: Reader, stream: TextStream): string {
  const { palette } = stream;
  const options = [...command.options, ...GLOBAL_OPTIONS];
  const lines = [
    command.about[locale],
    '',
    `${palette.bold(words.usage)}  steward ${command.name} ${command.operands}`,
    '',
    palette.bold(words.options),
    ...pairs(
      stream,
      options.map((option) => optionPair(option, locale)),
    ),
    '',
    palette.bold(words.examples),
    ...command.examples.map((example) => `  ${example}`),
    '',
    palette.bold(words.exitCodes),
    ...pairs(stream, Object.entries(words.exitCodeTable)),
  ];
  return `${lines.join('\n')}\n`;
}

function optionPair(option: OptionSpecification, locale: Locale): readonly [string, string] {
  const short = option.short === undefined ? '    ' : `-${option.short}, `;
  const value = option.value === undefined ? '' : ` ${option.value}`;
  return [`${short}--${option.name}${value}`, option.about[locale]];
}

/** Names are ASCII, so their length is their width. */
function pairs(stream: TextStream, entries: readonly (readonly [string, string])[]): string[] {
  const width = entries.reduce((most, [name]) => Math.max(most, name.length), 0);
  const indent = ' '.repeat(2 + width + GAP);
  return entries.flatMap(([name, text]) => {
    const lines = wrap(text, Math.max(LEAST_TEXT, stream.width - indent.length));
    return lines.map((line, index) => (index === 0 ? `  ${name.padEnd(width + GAP)}${line}` : indent + line));
  });
}
