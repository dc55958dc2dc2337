/** Findings as JUnit XML, for servers that only know tests: a file is a suite, a finding is a case, which failed if it fails the run. */
import type { Locale } from '@steward/text';
import { type JunitCase, type JunitSuite, junitXml } from '../scenarios/junit.ts';
import type { ReportedFinding } from './finding.ts';
import { reportedPath } from './finding.ts';

/**
 * @param files every file that was checked: one without findings is a suite with one case that passed, because a report without
 *   cases is taken for a run that did not happen
 * @param fails severities that fail the run; a finding of another is a case that passed, with its text as output
 */
export function findingsJunit(
  findings: readonly ReportedFinding[],
  files: readonly string[],
  fails: readonly ReportedFinding['severity'][],
  locale: Locale,
): string {
  const byFile = Map.groupBy(findings, ({ file }) => reportedPath(file));
  const names = new Set([...files.map(reportedPath), ...byFile.keys()]);
  const suites: JunitSuite[] = [...names].map((name) => ({
    name,
    cases: casesOf(name, byFile.get(name) ?? [], fails, locale),
  }));
  return junitXml(suites);
}

function casesOf(
  file: string,
  findings: readonly ReportedFinding[],
  fails: readonly ReportedFinding['severity'][],
  locale: Locale,
): JunitCase[] {
  if (findings.length === 0) return [passed(file)];
  return findings.map(({ code, severity, message, range }) => {
    const place = `${file}:${range.startLine}:${range.startColumn}`;
    const text = message[locale];
    const name = `${code} ${range.startLine}:${range.startColumn}`;
    const body = `${place}\n${text}`;
    return fails.includes(severity)
      ? { name, className: file, seconds: 0, failures: [{ message: `${severity}: ${text}`, text: body }], error: null }
      : { name, className: file, seconds: 0, failures: [], error: null, output: `${severity}: ${body}` };
  });
}

function passed(file: string): JunitCase {
  return { name: 'check', className: file, seconds: 0, failures: [], error: null };
}
