/** Findings as GitLab's Code Quality report: an array that a merge request's widget reads. */
import type { Locale } from '@steward/text';
import type { ReportedFinding } from './finding.ts';
import { reportedPath } from './finding.ts';
import { digests, type LineOf } from './fingerprint.ts';

const SEVERITIES = { error: 'major', warning: 'minor', info: 'info' } as const;

export function gitlabCodeQuality(findings: readonly ReportedFinding[], locale: Locale, lineOf: LineOf): string {
  const prints = digests(findings, lineOf);
  const entries = findings.map(({ code, severity, message, file, range }, index) => ({
    description: message[locale],
    check_name: code,
    fingerprint: prints[index],
    severity: SEVERITIES[severity],
    location: { path: reportedPath(file), lines: { begin: range.startLine, end: range.endLine } },
  }));
  return `${JSON.stringify(entries, null, 2)}\n`;
}
