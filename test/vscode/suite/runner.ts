/** Called by the extension host: runs the test files of one window and reports each test to the harness. */
import Mocha from 'mocha';
import { CONTROL_VARIABLE, SUITE_VARIABLE, type SuiteOrder, type TestResult } from '../harness/controls.ts';
import { controls } from './support/page.ts';

/** Milliseconds; a test takes seconds, and many times that on a busy machine. */
const TEST_LIMIT = 180_000;

export async function run(): Promise<void> {
  const order: SuiteOrder = JSON.parse(variable(SUITE_VARIABLE));
  variable(CONTROL_VARIABLE);
  const mocha = new Mocha({ ui: 'bdd', timeout: TEST_LIMIT, slow: TEST_LIMIT, reporter: Quiet });
  if (order.filter !== null) mocha.fgrep(order.filter);
  mocha.rootHooks({
    // The harness takes a screenshot of a failure, before the next test changes the window.
    async afterEach(this: Mocha.Context) {
      if (this.currentTest !== undefined) await controls.ended(resultOf(this.currentTest));
    },
  });
  for (const file of order.files) mocha.addFile(file);
  await mocha.loadFilesAsync();

  const outside: Promise<unknown>[] = [];
  await new Promise<void>((resolve) => {
    const runner = mocha.run(() => resolve());
    runner.on('fail', (failed: Mocha.Runnable, error: Error) => {
      if (!(failed instanceof Mocha.Test)) outside.push(controls.ended(failureOf(failed, error)));
    });
    runner.on('pending', (test: Mocha.Test) => outside.push(controls.ended({ ...resultOf(test), state: 'skipped' })));
  });
  await Promise.all(outside);
  await controls.finished();
}

/** The harness prints. */
class Quiet extends Mocha.reporters.Base {}

function variable(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: these tests are started by test/vscode/run.ts`);
  return value;
}

function resultOf(test: Mocha.Test): TestResult {
  return {
    name: test.fullTitle(),
    file: test.file ?? '',
    state: test.state === 'passed' ? 'passed' : 'failed',
    milliseconds: test.duration ?? 0,
    message: test.err === undefined ? null : describeError(test.err),
  };
}

function failureOf(hook: Mocha.Runnable, error: Error): TestResult {
  const name = `${hook.parent?.fullTitle() ?? ''} ${hook.title}`.trim();
  return {
    name,
    file: hook.file ?? '',
    state: 'failed',
    milliseconds: hook.duration ?? 0,
    message: describeError(error),
  };
}

function describeError(error: Error): string {
  return error.stack ?? error.message;
}
