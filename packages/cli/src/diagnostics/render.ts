/** Renders diagnostics for a terminal: the place, what is wrong, the lines around it, and how to fix it. */
import type { Diagnostic, Severity } from '@steward/language';
import { type Palette, wrap } from '@steward/report';
import { type Locale, visible, visibleIn } from '@steward/text';
import type { Words } from '../words.ts';
import { frame } from './frame.ts';

export interface RenderOptions {
  locale: Locale;
  words: Words;
  palette: Palette;
  width: number;
  /** Text of a file as it was checked; null if it could not be read. */
  textOf: (file: string) => string | null;
}

export function renderDiagnostic(found: Diagnostic, options: RenderOptions): string {
  const { locale, words, palette, width, textOf } = options;
  const { range, severity, code, message } = found;
  const related = visibleIn(found.related);
  const file = visible(found.file);
  const paint = severityPaint(severity, palette);
  const head = `${palette.bold(`${file}:${range.startLine}:${range.startColumn}`)} ${paint(words.severity[severity])} ${palette.dim(code)}`;
  // Shows lines of rules only: other files that a finding is in may be private.
  const text = found.file.endsWith('.group') ? textOf(found.file) : null;
  const lines = [
    head,
    ...wrap(visible(message[locale]), width - 2).map((line) => `  ${line}`),
    ...(text === null ? [] : frame(text, range, palette, width)),
    ...related.map((one) =>
      palette.dim(`  ${one.file}:${one.range.startLine}:${one.range.startColumn} ${one.message[locale]}`),
    ),
    ...found.fixes.map((fix) => `  ${palette.green(`${words.fix}:`)} ${visible(fix.title[locale])}`),
  ];
  return `${lines.join('\n')}\n`;
}

function severityPaint(severity: Severity, palette: Palette): (text: string) => string {
  if (severity === 'error') return palette.red;
  return severity === 'warning' ? palette.yellow : palette.cyan;
}
