/** What every window under test needs: VS Code, the extension installed as users get it, the bundled tests, and a browser. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { bundleExtension } from '../../../scripts/bundle/extension.ts';
import { ownTarget } from '../../../scripts/package/targets.ts';
import { writeVsix } from '../../../scripts/package/vsix.ts';
import { bundleSuite } from './bundle.ts';
import { launch } from './chromium.ts';
import { install } from './install.ts';
import { installExtensions } from './server.ts';

const TESTS = dirname(import.meta.dirname);
const ROOT = dirname(dirname(TESTS));

export interface Installed {
  /** Folder of the installed `code-server`. */
  program: string;
  /** Folder with the extension, unpacked from its VSIX. */
  extensions: string;
  close(): void;
}

export interface Prepared extends Installed {
  browser: Browser;
  /** Folder of the bundled tests. */
  suite: string;
  /** Folder of the extension under development, which is empty. */
  development: string;
  examples: string;
  close(): Promise<void>;
}

export const EXAMPLES = join(ROOT, 'examples');

/** Packages the extension for this platform and installs it into its own folder. */
export async function installExtension(): Promise<Installed> {
  const temporary = mkdtempSync(join(tmpdir(), 'steward-vscode-'));
  const bundle = join(temporary, 'bundle');
  const extensions = join(temporary, 'extensions');
  const [program] = await Promise.all([install(), bundleExtension(ROOT, bundle)]);
  installExtensions(program, extensions, [writeVsix(ROOT, ownTarget(), temporary, bundle)]);
  const close = (): void => rmSync(temporary, { recursive: true, force: true });
  return { program, extensions, close };
}

/** @param chromium path of a browser */
export async function prepare(chromium: string): Promise<Prepared> {
  const [installed, suite] = await Promise.all([installExtension(), bundleSuite()]);
  const browser = await launch(chromium);
  // Stopping the tests stops everything they started: a window closes with its browser.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void browser.close());
  return {
    ...installed,
    browser,
    suite,
    development: join(TESTS, 'empty-extension'),
    examples: EXAMPLES,
    async close() {
      await browser.close();
      rmSync(suite, { recursive: true, force: true });
      installed.close();
    },
  };
}
