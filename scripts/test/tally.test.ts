import { expect, test } from 'vitest';
import { add, closingLines, strict, type Tally, tallyOfStep, tallyOfTests, type VitestReport } from './tally.ts';

function report(
  statuses: Record<string, string>,
  file: Partial<VitestReport['testResults'][number]> = {},
): VitestReport {
  const assertionResults = Object.entries(statuses).map(([fullName, status]) => ({ fullName, status }));
  const failed = assertionResults.some((test) => test.status === 'failed') || file.status === 'failed';
  return {
    success: !failed,
    testResults: [{ name: 'a.test.ts', status: failed ? 'failed' : 'passed', message: '', assertionResults, ...file }],
  };
}

test('counts each test once', () => {
  expect(tallyOfTests(report({ one: 'passed', two: 'failed', three: 'skipped', four: 'todo' }), 1)).toEqual({
    passed: 1,
    failed: ['a.test.ts > two'],
    skipped: ['a.test.ts > three', 'a.test.ts > four'],
  });
});

test('a file that does not load is a failure', () => {
  expect(tallyOfTests(report({}, { status: 'failed' }), 1).failed).toContain('a.test.ts (outside its tests)');
});

test('a failing hook after passing tests is a failure', () => {
  expect(tallyOfTests(report({ one: 'passed' }, { status: 'failed' }), 1)).toMatchObject({
    passed: 1,
    failed: ['a.test.ts (outside its tests)'],
  });
});

test('an exit code without a failing test is a failure', () => {
  expect(tallyOfTests(report({ one: 'passed' }), 1).failed).toEqual(['an error outside every test']);
  expect(tallyOfTests(report({ one: 'passed' }), null).failed).toEqual(['an error outside every test']);
});

test('a run without a test is a failure', () => {
  expect(tallyOfTests({ success: true, testResults: [] }, 0).failed).toEqual(['no test was run']);
});

test('steps and tests add up, and the last line is plain', () => {
  const tally = add(add(tallyOfStep('types', 0), tallyOfStep('lint', 1)), tallyOfTests(report({ one: 'passed' }), 0));
  expect(closingLines(tally)).toEqual(['FAILED   lint', '2 passed, 1 failed']);
});

test('a step ended by a signal failed', () => {
  expect(tallyOfStep('types', null).failed).toEqual(['types']);
});

test('skips are reported, and fail in CI', () => {
  const tally: Tally = { passed: 3, failed: [], skipped: ['a.test.ts > rooms'] };
  expect(closingLines(tally)).toEqual([
    'SKIPPED  a.test.ts > rooms',
    '1 tests were skipped here; in CI that is a failure.',
    '3 passed, 0 failed',
  ]);
  expect(closingLines(strict(tally))).toEqual(['FAILED   a.test.ts > rooms (skipped)', '3 passed, 1 failed']);
});
