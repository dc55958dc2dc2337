/** axe-core's findings about a page, as lines. It runs outside the page's own policy, which blocks foreign scripts. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RUN = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
  violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => id + ': ' + help + ' at ' + target.join(' '))))`;

export async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(SOURCE);
  const found: unknown = await page.evaluate(RUN);
  if (!Array.isArray(found)) throw new Error('axe-core gave no list');
  return found.map(String);
}
