/** Runs the tests of one window, and gives what became of each. */
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { TestWindow } from '../windows.ts';
import { serveControls } from './control-server.ts';
import { CONTROL_VARIABLE, SUITE_VARIABLE, type SuiteOrder, type TestResult } from './controls.ts';
import { pageControls } from './page-controls.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

export interface WindowRun {
  browser: Browser;
  /** Folder of the installed `code-server`. */
  program: string;
  extensions: string;
  /** Folder of the extension under development. */
  development: string;
  /** The bundled module with `run()`. */
  runner: string;
  order: SuiteOrder;
  /** Where pictures and logs of failures go, in a folder of the window's name. */
  output: string;
  /** What is copied as the window's folder. */
  examples: string;
  onResult: (result: TestResult) => void;
}

/** Milliseconds for all tests of a window. */
const WINDOW_LIMIT = 900_000;
const SIZE = { width: 1360, height: 850 };

/** Results of the tests that ended, and why the window ended before they did; null: it did not. */
export interface WindowResults {
  results: TestResult[];
  broken: string | null;
}

export async function runWindow(window: TestWindow, run: WindowRun): Promise<WindowResults> {
  const folder = window.folder === 'none' ? null : copied(run.examples);
  const output = join(run.output, window.name);
  rmSync(output, { recursive: true, force: true });
  const results: TestResult[] = [];
  const finished = Promise.withResolvers<null>();
  let workbench: Workbench | null = null;
  const opened = (): Workbench => {
    if (workbench === null) throw new Error('the window is not open yet');
    return workbench;
  };
  const page = pageControls(() => opened().page, output);
  const control = await serveControls({
    ...page,
    policyViolations: async () => [...opened().policyViolations()],
    ended: async (result) => {
      results.push(result);
      run.onResult(result);
      if (result.state === 'failed') await page.screenshot(fileName(result.name));
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
      tests: run.runner,
      settings: window.settings,
      trusted: window.trusted,
      language: window.language,
      environment: { [CONTROL_VARIABLE]: control.address, [SUITE_VARIABLE]: JSON.stringify(run.order) },
      port: 0,
      size: SIZE,
    });
    const early = workbench.ended.then((why): never => {
      throw new Error(why);
    });
    await Promise.race([finished.promise, early]);
    return { results, broken: null };
  } catch (error) {
    await page.screenshot('end').catch(() => null);
    return { results, broken: error instanceof Error ? error.message : String(error) };
  } finally {
    clearTimeout(limit);
    if (workbench !== null && results.some(({ state }) => state === 'failed')) keepLogs(workbench, output);
    control.close();
    await workbench?.close();
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
  }
}

function copied(source: string): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'steward-rules-'));
  cpSync(source, folder, { recursive: true });
  return folder;
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
