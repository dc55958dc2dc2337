/** Diagnostics as a person reads them in a terminal: place, what is wrong, the lines around it, what would settle it. */
import type { Diagnostic, Severity } from '@steward/language';
import { type Palette, wrap } from '@steward/report';
import type { Locale } from '../environment.ts';
import type { Messages } from '../locale/messages.ts';
import { frame } from './frame.ts';

export interface RenderOptions {
  locale: Locale;
  words: Messages;
  palette: Palette;
  width: number;
  /** Text of a file as it was checked; null where it could not be read. */
  textOf: (file: string) => string | null;
}

export function renderDiagnostic(diagnostic: Diagnostic, options: RenderOptions): string {
  const { locale, words, palette, width, textOf } = options;
  const { file, range, severity, code, message } = diagnostic;
  const paint = severityPaint(severity, palette);
  const head = `${palette.bold(`${file}:${range.startLine}:${range.startColumn}`)} ${paint(words.severity[severity])} ${palette.dim(code)}`;
  const text = textOf(file);
  const lines = [
    head,
    ...wrap(message[locale], width - 2).map((line) => `  ${line}`),
    ...(text === null ? [] : frame(text, range, palette, width)),
    ...diagnostic.related.map((related) =>
      palette.dim(
        `  ${related.file}:${related.range.startLine}:${related.range.startColumn} ${related.message[locale]}`,
      ),
    ),
    ...diagnostic.fixes.map((fix) => `  ${palette.green(`${words.fix}:`)} ${fix.title[locale]}`),
  ];
  return `${lines.join('\n')}\n`;
}

function severityPaint(severity: Severity, palette: Palette): (text: string) => string {
  if (severity === 'error') return palette.red;
  return severity === 'warning' ? palette.yellow : palette.cyan;
}
