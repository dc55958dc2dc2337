/**
 * Everything that CI checks, in one run.
 *
 *   npm test                    all of it
 *   npm test -- --ci            as in CI: a skipped test is a failure (the same as CI=true)
 *   npm test -- packages/logs   only the tests whose path contains the words given
 *
 * Without words, also runs the extension's tests in VS Code itself (`npm run test:vscode` runs only those).
 * The last line is `N passed, N failed`; a step that is not a test suite counts as one test. Exit code 1 if anything failed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import {
  add,
  closingLines,
  NOTHING,
  strict,
  type Tally,
  tallyOfStep,
  tallyOfTests,
  type VitestReport,
} from './test/tally.ts';

interface Step {
  name: string;
  command: string;
  args: readonly string[];
}

const ROOT = dirname(import.meta.dirname);

const STEPS: readonly Step[] = [
  { name: 'generated files', command: 'node', args: ['scripts/generate.ts', '--check'] },
  { name: 'types', command: 'tsc', args: ['-p', 'tsconfig.json'] },
  { name: 'types without Node', command: 'tsc', args: ['-p', 'tsconfig.browser.json'] },
  { name: 'types of the page', command: 'tsc', args: ['-p', 'packages/report/src/dashboard/app'] },
  { name: 'lint and format', command: 'biome', args: ['check', '--error-on-warnings'] },
  { name: 'unused code', command: 'knip', args: [] },
  { name: 'bundle', command: 'node', args: ['scripts/bundle.ts'] },
  { name: 'bundle of the extension', command: 'node', args: ['scripts/bundle-vscode.ts'] },
];

const args = process.argv.slice(2);
const filters = args.filter((arg) => !arg.startsWith('--'));
const ci = args.includes('--ci') || (process.env['CI'] ?? '') !== '';
const environment = { ...process.env, ...(ci ? { CI: 'true' } : {}) };

const steps = filters.length > 0 ? [] : STEPS;
let total = NOTHING;
for (const step of steps) total = add(total, runStep(step));
total = add(total, runTests());
if (filters.length === 0) total = add(total, runTestsInVsCode());
if (ci) total = strict(total);
for (const line of ['', ...closingLines(total)]) console.log(line);
process.exitCode = total.failed.length > 0 ? 1 : 0;

/** Shows the output only if it fails, so that a passing step is one line. */
function runStep(step: Step): Tally {
  const started = Date.now();
  const result = spawnSync(step.command, [...step.args], {
    cwd: ROOT,
    env: environment,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${result.status === 0 ? 'ok    ' : 'FAILED'} ${step.name} (${seconds} s)`);
  if (result.status !== 0) console.log(`${result.stdout ?? ''}${result.stderr ?? ''}${result.error?.message ?? ''}`);
  return tallyOfStep(step.name, result.status);
}

function runTests(): Tally {
  return runSuite((output) => ({
    command: 'vitest',
    args: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${output}`, ...filters],
  }));
}

function runTestsInVsCode(): Tally {
  console.log('\nthe extension, in VS Code');
  return runSuite((output) => ({ command: 'node', args: ['test/vscode/run.ts', '--report', output] }));
}

/** Runs a command that writes vitest's report to the given file. */
function runSuite(suite: (output: string) => { command: string; args: readonly string[] }): Tally {
  const folder = mkdtempSync(join(tmpdir(), 'steward-test-'));
  const output = join(folder, 'report.json');
  const { command, args: given } = suite(output);
  const result = spawnSync(command, [...given], {
    cwd: ROOT,
    env: environment,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  const report = readReport(output);
  rmSync(folder, { recursive: true });
  return tallyOfTests(report, result.status);
}

/** A run that died before its report gives an empty one, which counts as a failure. */
function readReport(path: string): VitestReport {
  if (!existsSync(path)) return { success: false, testResults: [] };
  const report: VitestReport = JSON.parse(readFileSync(path, 'utf8'));
  const testResults = report.testResults.map((file) => ({ ...file, name: relative(ROOT, file.name) }));
  return { ...report, testResults };
}
