/** Findings as workflow commands of GitHub Actions: each becomes an annotation at its line. */
import { type Locale, visible, visibleLines } from '@steward/text';
import type { ReportedFinding } from './finding.ts';
import { reportedPath } from './finding.ts';

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const;

export function githubAnnotations(findings: readonly ReportedFinding[], locale: Locale): string {
  return findings.map((finding) => `${annotation(finding, locale)}\n`).join('');
}

/** Columns are given for a place within one line only: GitHub takes them for no other. */
function annotation({ code, severity, message, file, range }: ReportedFinding, locale: Locale): string {
  const { startLine, endLine, startColumn, endColumn } = range;
  const columns =
    startLine === endLine ? [`col=${startColumn}`, `endColumn=${Math.max(startColumn, endColumn - 1)}`] : [];
  const properties = [
    `file=${property(reportedPath(file))}`,
    `line=${startLine}`,
    `endLine=${endLine}`,
    ...columns,
    `title=${property(code)}`,
  ];
  return `::${COMMANDS[severity]} ${properties.join(',')}::${data(message[locale])}`;
}

/** A line feed would end the command; `%` escapes. */
function data(text: string): string {
  return visibleLines(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(visible(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
