/** Adds up the results of the steps and tests of a full run, and formats its last line. */

export interface Tally {
  passed: number;
  /** One line per failure. */
  failed: readonly string[];
  skipped: readonly string[];
}

/** The fields of vitest's JSON report that we read. */
export interface VitestReport {
  success: boolean;
  testResults: readonly {
    name: string;
    status: string;
    message: string;
    assertionResults: readonly { fullName: string; status: string }[];
  }[];
}

export const NOTHING: Tally = { passed: 0, failed: [], skipped: [] };

/** A step that is not a test suite (a type check, a linter) counts as one test. */
export function tallyOfStep(name: string, exitCode: number | null): Tally {
  return exitCode === 0 ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: [name] };
}

/**
 * - A file that fails outside its tests (it does not load, a hook throws) counts as one failure.
 * - A run that failed outside of any test (an uncaught error) counts as one, and so does a run without tests.
 */
export function tallyOfTests(report: VitestReport, exitCode: number | null): Tally {
  const tests = report.testResults.flatMap((file) =>
    file.assertionResults.map((test) => ({ name: `${file.name} > ${test.fullName}`, status: test.status })),
  );
  const passed = tests.filter((test) => test.status === 'passed').length;
  const failed = tests.filter((test) => test.status === 'failed').map((test) => test.name);
  const skipped = tests.filter((test) => test.status !== 'passed' && test.status !== 'failed').map((test) => test.name);
  const brokenFiles = report.testResults
    .filter((file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'))
    .map((file) => `${file.name} (outside its tests)`);

  const allFailed = [...failed, ...brokenFiles];
  if (tests.length === 0) allFailed.push('no test was run');
  if (allFailed.length === 0 && (!report.success || exitCode !== 0)) allFailed.push('an error outside every test');
  return { passed, failed: allFailed, skipped };
}

export function add(a: Tally, b: Tally): Tally {
  return {
    passed: a.passed + b.passed,
    failed: [...a.failed, ...b.failed],
    skipped: [...a.skipped, ...b.skipped],
  };
}

/** In CI nothing may be left out: skipped tests count as failed. */
export function strict(tally: Tally): Tally {
  const failed = [...tally.failed, ...tally.skipped.map((name) => `${name} (skipped)`)];
  return { passed: tally.passed, failed, skipped: [] };
}

/** The lines that close a run. The last is exactly `N passed, N failed`. */
export function closingLines(tally: Tally): string[] {
  return [
    ...tally.skipped.map((name) => `SKIPPED  ${name}`),
    ...(tally.skipped.length > 0 ? [`${tally.skipped.length} tests were skipped here; in CI that is a failure.`] : []),
    ...tally.failed.map((name) => `FAILED   ${name}`),
    `${tally.passed} passed, ${tally.failed.length} failed`,
  ];
}
