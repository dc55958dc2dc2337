/**
 * Tests of the extension, packed and installed as users get it, in VS Code's own workbench and extension host.
 *
 *   npm run test:vscode                               all of them
 *   npm run test:vscode -- --window rules             only those of a window (windows.ts)
 *   npm run test:vscode -- --only "quick fix"         only those whose full name contains the words
 *   npm run test:vscode -- --report FILE              writes the results as vitest's JSON report
 *
 * A failed test leaves a picture of the window and VS Code's logs in `test/vscode/dist/output`. Without a browser nothing can be
 * tested: that is said, and is a failure in CI.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleExtension } from '../../scripts/bundle/extension.ts';
import { ownTarget } from '../../scripts/package/targets.ts';
import { writeVsix } from '../../scripts/package/vsix.ts';
import type { VitestReport } from '../../scripts/test/tally.ts';
import { bundleSuite } from './harness/bundle.ts';
import { findChromium, launch, NO_CHROMIUM } from './harness/chromium.ts';
import type { TestResult } from './harness/controls.ts';
import { install } from './harness/install.ts';
import { runWindow, type WindowRun } from './harness/run-window.ts';
import { installExtensions } from './harness/server.ts';
import { type TestWindow, WINDOWS } from './windows.ts';

const HERE = import.meta.dirname;
const ROOT = dirname(dirname(HERE));
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
  const temporary = mkdtempSync(join(tmpdir(), 'steward-vscode-'));
  const extensions = join(temporary, 'extensions');
  const [program, suite, vsix] = await Promise.all([install(), bundleSuite(), packExtension(temporary)]);
  installExtensions(program, extensions, [vsix]);
  const browser = await launch(executable);
  // Whoever stops the tests stops what they started: the window closes when its browser does.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void browser.close());
  try {
    const all: TestResult[] = [];
    for (const window of windows) {
      const files = window.files.map((name) => join(suite, `${name}.cjs`));
      all.push(
        ...(await resultsOf(window, {
          browser,
          program,
          extensions,
          development: join(HERE, 'empty-extension'),
          runner: join(suite, 'runner.cjs'),
          order: { files, filter: values.only ?? null },
          output: OUTPUT,
          examples: join(ROOT, 'examples'),
          onResult: print,
        })),
      );
    }
    return all;
  } finally {
    await browser.close();
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** What users of this platform install. */
async function packExtension(folder: string): Promise<string> {
  const bundle = join(folder, 'bundle');
  await bundleExtension(ROOT, bundle);
  return writeVsix(ROOT, ownTarget(), folder, bundle);
}

async function resultsOf(window: TestWindow, run: WindowRun): Promise<TestResult[]> {
  const started = Date.now();
  const { results: ended, broken } = await runWindow(window, run);
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

/** One result for all: a machine without a browser skips them aloud, CI does not. */
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
