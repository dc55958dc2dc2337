/** Scenarios as JUnit XML, as Jenkins, GitLab and others read it. */

export interface JunitSuite {
  /** The file. */
  name: string;
  cases: JunitCase[];
}

export interface JunitCase {
  name: string;
  /** The group. */
  className: string;
  seconds: number;
  /** One for each expectation that failed. */
  failures: { message: string; text: string }[];
  /** Why it could not run. */
  error: string | null;
  /** Output of a passed case. */
  output?: string;
}

export function junitXml(suites: readonly JunitSuite[]): string {
  const cases = suites.flatMap((suite) => suite.cases);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="steward" ${totals(cases)} time="${seconds(cases)}">`,
    ...suites.flatMap((suite) => suiteLines(suite)),
    '</testsuites>',
  ];
  return `${lines.join('\n')}\n`;
}

function suiteLines({ name, cases }: JunitSuite): string[] {
  return [
    `  <testsuite name="${escaped(name)}" ${totals(cases)} time="${seconds(cases)}">`,
    ...cases.flatMap((one) => caseLines(one)),
    '  </testsuite>',
  ];
}

function caseLines({ name, className, seconds: time, failures, error, output }: JunitCase): string[] {
  const open = `    <testcase name="${escaped(name)}" classname="${escaped(className)}" time="${time.toFixed(3)}"`;
  if (failures.length === 0 && error === null && output === undefined) return [`${open}/>`];
  return [
    `${open}>`,
    ...(error === null ? [] : [`      <error message="${escaped(error)}" type="error"/>`]),
    ...failures.map(
      ({ message, text }) =>
        `      <failure message="${escaped(message)}" type="expectation">${escaped(text)}</failure>`,
    ),
    ...(output === undefined ? [] : [`      <system-out>${escaped(output)}</system-out>`]),
    '    </testcase>',
  ];
}

function totals(cases: readonly JunitCase[]): string {
  const errors = cases.filter(({ error }) => error !== null).length;
  const failures = cases.filter(({ error, failures: failed }) => error === null && failed.length > 0).length;
  return `tests="${cases.length}" failures="${failures}" errors="${errors}"`;
}

function seconds(cases: readonly JunitCase[]): string {
  return cases.reduce((sum, { seconds: time }) => sum + time, 0).toFixed(3);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
};

/** Characters not allowed in XML 1.0 become the replacement character. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"\n]/g, (character) => ENTITIES[character] ?? character);
}
