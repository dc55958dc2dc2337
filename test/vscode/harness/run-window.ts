/** Runs the tests of one window and returns their results. */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { TestWindow } from '../windows.ts';
import { serveControls } from './control-server.ts';
import { CONTROL_VARIABLE, SUITE_VARIABLE, type SuiteOrder, type TestResult } from './controls.ts';
import { hostileFolder } from './hostile.ts';
import { pageControls, screenshot } from './page-controls.ts';
import type { Prepared } from './prepare.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

export interface WindowRun extends Prepared {
  /** Only tests whose full name contains it. */
  filter: string | null;
  /** Where tests put their screenshots. */
  pictures: string;
  /** Where screenshots and logs of failures go. */
  output: string;
  onResult: (result: TestResult) => void;
}

/** Milliseconds for all tests of a window. */
const WINDOW_LIMIT = 900_000;
const ROOT = dirname(dirname(dirname(import.meta.dirname)));
const SIZE = { width: 1360, height: 850 };

/** Results of the tests that ended, and why the window ended early; null if it didn't. */
export interface WindowResults {
  results: TestResult[];
  broken: string | null;
}

export async function runWindow(window: TestWindow, run: WindowRun): Promise<WindowResults> {
  const folder = folderOf(window, run);
  if (folder !== null && window.largeLog !== undefined) await writeLargeLog(folder, window.largeLog);
  const { output } = run;
  const order: SuiteOrder = { files: window.files.map((name) => join(run.suite, `${name}.cjs`)), filter: run.filter };
  const results: TestResult[] = [];
  const finished = Promise.withResolvers<null>();
  let workbench: Workbench | null = null;
  const opened = (): Workbench => {
    if (workbench === null) throw new Error('the window is not open yet');
    return workbench;
  };
  const page = pageControls(() => opened().page, run.pictures);
  const control = await serveControls({
    ...page,
    policyViolations: async () => [...opened().policyViolations()],
    ended: async (result) => {
      results.push(result);
      run.onResult(result);
      if (result.state === 'failed') await screenshot(opened().page, join(output, `${fileName(result.name)}.png`));
      return null;
    },
    finished: async () => {
      finished.resolve(null);
      return null;
    },
  });
  const limit = setTimeout(() => finished.reject(new Error(`no end after ${WINDOW_LIMIT / 1000} s`)), WINDOW_LIMIT);
  try {
    workbench = await openWorkbench({
      ...run,
      folder,
      tests: join(run.suite, 'runner.cjs'),
      settings: window.settings,
      trusted: window.trusted,
      language: window.language,
      environment: { [CONTROL_VARIABLE]: control.address, [SUITE_VARIABLE]: JSON.stringify(order) },
      port: 0,
      size: SIZE,
    });
    const early = workbench.ended.then((why): never => {
      throw new Error(why);
    });
    await Promise.race([finished.promise, early]);
    return { results, broken: null };
  } catch (error) {
    if (workbench !== null) await screenshot(workbench.page, join(output, 'end.png')).catch(() => null);
    return { results, broken: error instanceof Error ? error.message : String(error) };
  } finally {
    clearTimeout(limit);
    if (workbench !== null && results.some(({ state }) => state === 'failed')) keepLogs(workbench, output);
    control.close();
    await workbench?.close();
    if (folder !== null) rmSync(dirname(folder), { recursive: true, force: true });
  }
}

function folderOf({ folder }: TestWindow, { examples }: WindowRun): string | null {
  switch (folder) {
    case 'examples':
      return copied(examples);
    case 'hostile':
      return hostileFolder();
    case 'none':
      return null;
  }
}

function copied(source: string): string {
  const folder = join(mkdtempSync(join(realpathSync(tmpdir()), 'steward-')), basename(source));
  cpSync(source, folder, { recursive: true });
  return folder;
}

/** Uses the command line, which has the same library. */
async function writeLargeLog(folder: string, events: number): Promise<void> {
  const steward = join(ROOT, 'scripts', 'steward.mjs');
  const rules = join(folder, 'service-beauty', 'beauty.group');
  const args = ['generate', join(folder, 'large.parquet'), '--for', rules, '--events', String(events), '--days', '90'];
  // Run in the folder itself: outside a repository, rules reach no further than the working folder.
  await promisify(execFile)(process.execPath, [steward, ...args], { cwd: folder });
}

function keepLogs(workbench: Workbench, folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'page.txt'), workbench.output());
  writeFileSync(join(folder, 'server.txt'), workbench.server.output());
  const logs = join(workbench.server.profile, 'u', 'logs');
  cpSync(logs, join(folder, 'logs'), { recursive: true });
}

function fileName(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 100);
}
