/**
 * Tests of the extension, packed and installed as users get it, in VS Code's own workbench and extension host.
 *
 *   npm run test:vscode                               all of them
 *   npm run test:vscode -- --window language         only those of a window (windows.ts)
 *   npm run test:vscode -- --only "quick fix"         only those whose full name contains the words
 *   npm run test:vscode -- --report FILE              writes the results as vitest's JSON report
 *
 * A failed test leaves a screenshot of the window and VS Code's logs in `test/vscode/dist/output`. Without a browser, the tests are
 * skipped with a message, and fail in CI.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { VitestReport } from '../../scripts/test/tally.ts';
import { findChromium, NO_CHROMIUM } from './harness/chromium.ts';
import type { TestResult } from './harness/controls.ts';
import { type Prepared, prepare } from './harness/prepare.ts';
import { runWindow } from './harness/run-window.ts';
import { type TestWindow, WINDOWS } from './windows.ts';

const HERE = import.meta.dirname;
const OUTPUT = join(HERE, 'dist', 'output');

const { values } = parseArgs({
  options: { window: { type: 'string' }, only: { type: 'string' }, report: { type: 'string' } },
});
const ci = (process.env['CI'] ?? '') !== '';

const chromium = findChromium();
const results = chromium === null ? [notRun(NO_CHROMIUM)] : await runAll(chromium);
if (values.report !== undefined) writeFileSync(values.report, JSON.stringify(reportOf(results)));
const failed = results.filter(({ state }) => state === 'failed');
console.log(`\n${results.filter(({ state }) => state === 'passed').length} passed, ${failed.length} failed in VS Code`);
if (failed.length > 0) console.log(`Pictures and logs: ${OUTPUT}`);
process.exitCode = failed.length > 0 ? 1 : 0;

async function runAll(executable: string): Promise<TestResult[]> {
  const windows = WINDOWS.filter(({ name }) => values.window === undefined || name === values.window);
  if (windows.length === 0)
    throw new Error(`no window ${values.window}: ${WINDOWS.map(({ name }) => name).join(', ')}`);
  for (const { name } of windows) rmSync(join(OUTPUT, name), { recursive: true, force: true });
  const prepared = await prepare(executable);
  try {
    const all: TestResult[] = [];
    for (const window of windows) all.push(...(await resultsOf(window, prepared)));
    return all;
  } finally {
    await prepared.close();
  }
}

async function resultsOf(window: TestWindow, prepared: Prepared): Promise<TestResult[]> {
  const started = Date.now();
  const { results: ended, broken } = await runWindow(window, {
    ...prepared,
    filter: values.only ?? null,
    pictures: join(OUTPUT, window.name),
    output: join(OUTPUT, window.name),
    onResult: print,
  });
  console.log(`window ${window.name}: ${ended.length} tests in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  const own = ended.map((result) => ({ ...result, name: `${window.name}: ${result.name}` }));
  if (broken !== null) return [...own, brokenWindow(window, broken)];
  if (ended.length === 0 && values.only === undefined) return [brokenWindow(window, 'no test was run')];
  return own;
}

function brokenWindow(window: TestWindow, message: string): TestResult {
  console.log(`FAILED  window ${window.name}\n${indented(message)}`);
  return { name: `${window.name}: the window`, file: window.name, state: 'failed', milliseconds: 0, message };
}

/** One result for all: without a browser, a machine skips them and says so; CI fails. */
function notRun(message: string): TestResult {
  console.log(`NOT RUN: tests in VS Code: ${message}`);
  const state = ci ? 'failed' : 'skipped';
  return { name: `tests in VS Code (${message})`, file: 'test/vscode', state, milliseconds: 0, message };
}

function print(result: TestResult): void {
  const mark = { passed: 'ok     ', failed: 'FAILED ', skipped: 'skipped' }[result.state];
  console.log(`${mark} ${result.name} (${(result.milliseconds / 1000).toFixed(1)} s)`);
  if (result.state === 'failed') console.log(indented(result.message ?? ''));
}

function indented(text: string): string {
  return text.replaceAll(/^/gm, '        ');
}

function reportOf(all: readonly TestResult[]): VitestReport {
  const files = Map.groupBy(all, ({ file }) => `test/vscode/suite/${basename(file, '.cjs')}`);
  return {
    success: all.every(({ state }) => state !== 'failed'),
    testResults: [...files].map(([name, tests]) => ({
      name,
      status: tests.some(({ state }) => state === 'failed') ? 'failed' : 'passed',
      message: '',
      assertionResults: tests.map((test) => ({ fullName: test.name, status: test.state })),
    })),
  };
}
