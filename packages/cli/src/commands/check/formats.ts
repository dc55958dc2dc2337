/** Findings in each output format. */
import type { Diagnostic, Severity } from '@steward/language';
import { findingsJunit, githubAnnotations, gitlabCodeQuality, PLAIN, sarif } from '@steward/report';
import type { Context } from '../../context.ts';
import { renderDiagnostic } from '../../diagnostics/render.ts';
import { rulePage } from '../../files/parts.ts';
import { languagePart } from '../explain/page.ts';
import { type CheckFormat, count, linesOf } from './kinds.ts';

export interface CheckReport {
  diagnostics: readonly Diagnostic[];
  /** Paths that were requested. */
  paths: readonly string[];
  textOf: (file: string) => string | null;
  /** Severities that fail the run. */
  fails: readonly Severity[];
  /** To a file: without colours. */
  toFile: boolean;
}

export function renderCheck(format: CheckFormat, report: CheckReport, context: Context): string {
  const { diagnostics, paths, textOf } = report;
  const { locale, words, version } = context;
  const lineOf = linesOf(textOf);
  const pageOf = (code: string): string | null => {
    const page = rulePage(context.program, code);
    return page === null ? null : languagePart(page, locale);
  };
  switch (format) {
    case 'pretty':
      return pretty(report, context);
    // One object per line, so that a program can stream it.
    case 'json':
      return diagnostics.map((diagnostic) => `${JSON.stringify(diagnostic)}\n`).join('');
    case 'sarif':
      return sarif(diagnostics, { locale, version, lineOf, helpOf: words.explainHint, pageOf });
    case 'github':
      return githubAnnotations(diagnostics, locale);
    case 'gitlab':
      return gitlabCodeQuality(diagnostics, locale, lineOf);
    case 'junit':
      return findingsJunit(diagnostics, paths, report.fails, locale);
  }
}

function pretty({ diagnostics, paths, textOf, toFile }: CheckReport, { words, locale, stdout }: Context): string {
  const palette = toFile ? PLAIN : stdout.palette;
  const options = { locale, words, palette, width: stdout.width, textOf };
  const errors = count(diagnostics, 'error');
  const tally = words.counts(errors, count(diagnostics, 'warning'), count(diagnostics, 'info'), paths.length);
  const mark = errors > 0 ? palette.red('✗') : palette.yellow('!');
  const lines = [
    ...diagnostics.map((diagnostic) => renderDiagnostic(diagnostic, options)),
    `${mark} ${tally}`,
    palette.dim(words.explainHint(diagnostics[0]?.code ?? '')),
  ];
  return `${lines.join('\n')}\n`;
}
