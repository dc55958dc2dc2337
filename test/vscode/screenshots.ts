/**
 * Takes the documentation's screenshots of the extension in VS Code.
 *
 *   npm run screenshots                  all, into docs/images
 *   npm run screenshots -- --only dark   one window's
 */
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { findChromium, NO_CHROMIUM } from './harness/chromium.ts';
import type { TestResult } from './harness/controls.ts';
import { prepare } from './harness/prepare.ts';
import { runWindow } from './harness/run-window.ts';
import { PICTURES } from './windows.ts';

const PICTURE_FOLDER = join(dirname(dirname(import.meta.dirname)), 'docs', 'images');
/** What a failed screenshot leaves behind. */
const OUTPUT = join(import.meta.dirname, 'dist', 'output');

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const chromium = findChromium();
if (chromium === null) {
  console.error(NO_CHROMIUM);
  process.exitCode = 2;
} else process.exitCode = (await draw(chromium)) ? 0 : 1;

/** @returns whether all of them were drawn. */
async function draw(executable: string): Promise<boolean> {
  const prepared = await prepare(executable);
  let complete = true;
  const onResult = (result: TestResult): void => {
    console.log(`${result.state} ${result.name}${result.message === null ? '' : `\n${result.message}`}`);
    if (result.state !== 'passed') complete = false;
  };
  try {
    for (const window of PICTURES.filter(({ name }) => values.only === undefined || name === values.only)) {
      const folders = { pictures: PICTURE_FOLDER, output: join(OUTPUT, window.name) };
      const { broken } = await runWindow(window, { ...prepared, ...folders, filter: null, onResult });
      if (broken === null) continue;
      console.error(broken);
      complete = false;
    }
    return complete;
  } finally {
    await prepared.close();
  }
}
