/** The manual page, generated from the tables that the parser uses. Pure: equal tables give equal bytes. */
import { type Locale, sentencesIn } from '@steward/text';
import { WORDS, type Words } from '../words.ts';
import { MANUAL } from './manual-words.ts';
import { type CommandSpecification, GLOBAL_OPTIONS, type OptionSpecification } from './specification.ts';

/** @returns a page of section 1 in `man`'s own macros */
export function manualPage(commands: readonly CommandSpecification[], version: string, locale: Locale): string {
  const words = sentencesIn(WORDS, locale);
  const manual = sentencesIn(MANUAL, locale);
  const lines = [
    `.TH STEWARD 1 "" "steward ${version}" "${text(manual.section)}"`,
    // No hyphenation: Chinese has no hyphens to break at.
    '.nh',
    '.ad l',
    `.SH ${heading(manual.name)}`,
    `steward \\- ${text(words.tagline)}`,
    `.SH ${heading(manual.synopsis)}`,
    '.B steward',
    '\\fIcommand\\fR [\\fIoptions\\fR]',
    `.SH ${heading(manual.description)}`,
    ...manual.about.flatMap((paragraph) => ['.PP', text(paragraph)]),
    `.SH ${heading(words.commands)}`,
    ...commands.flatMap((command) => commandPart(command, words, locale)),
    `.SH ${heading(words.globalOptions)}`,
    ...GLOBAL_OPTIONS.flatMap((option) => optionPart(option, locale)),
    `.SH ${heading(words.exitCodes)}`,
    ...Object.entries(words.exitCodeTable).flatMap(([code, meaning]) => tagged(`\\fB${code}\\fR`, meaning)),
    `.SH ${heading(manual.environment)}`,
    ...Object.entries(manual.variables).flatMap(([name, meaning]) => tagged(`\\fB${text(name)}\\fR`, meaning)),
    `.SH ${heading(manual.files)}`,
    ...tagged('\\fIsteward.config.json\\fR', manual.config),
  ];
  return `${lines.join('\n')}\n`;
}

function commandPart(command: CommandSpecification, words: Words, locale: Locale): string[] {
  const { name, operands, options, examples } = command;
  return [
    `.SS "steward ${text(name)}${operands === '' ? '' : ` ${text(operands)}`}"`,
    text(command.about[locale]),
    ...options.flatMap((option) => optionPart(option, locale)),
    '.PP',
    `${text(words.examples)}:`,
    '.PP',
    '.RS',
    '.nf',
    ...examples.map(text),
    '.fi',
    '.RE',
  ];
}

function optionPart(option: OptionSpecification, locale: Locale): string[] {
  const short = option.short === undefined ? '' : `\\fB\\-${option.short}\\fR, `;
  const value = option.value === undefined ? '' : ` \\fI${text(option.value)}\\fR`;
  const again = option.kind === 'list' ? ' ...' : '';
  return tagged(`${short}\\fB${text(`--${option.name}`)}\\fR${value}${again}`, option.about[locale]);
}

function tagged(term: string, meaning: string): string[] {
  return ['.TP', term, text(meaning)];
}

/** One argument of its macro, in capitals: `whatis` looks for NAME. */
function heading(title: string): string {
  return `"${text(title.toUpperCase()).replaceAll('"', '\\(dq')}"`;
}

/** Chinese lines may break between any two of these, but not before closing punctuation; `man` has to be shown where. */
const BREAK = /([\u3000-\u9FFF\uFF00-\uFFEF])(?=[\u4E00-\u9FFF“「（])|([、，；])(?=\w)/gu;

/** Keeps hyphens as hyphens, so that options can be copied; escapes a leading dot or quote, which would be a macro. */
function text(plain: string): string {
  const escaped = plain
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/\s*\n\s*/g, ' ')
    .replace(BREAK, '$1$2\\:');
  return /^[.']/.test(escaped) ? `\\&${escaped}` : escaped;
}
