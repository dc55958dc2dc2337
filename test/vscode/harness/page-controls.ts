/** The controls that act on a page, over Playwright. */
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Frame, Locator, Page } from 'playwright-core';
import type { AccessibilityProblem, Controls, Focus, Where } from './controls.ts';
import { ACCESSIBILITY, FOCUS, factsOf } from './in-page.ts';

export type PageControls = Omit<Controls, 'ended' | 'finished' | 'policyViolations'>;

/** Milliseconds. Generous, because test machines are busy. */
const LIMIT = 60_000;
const POLL = 50;

/** `page` is requested on every call: it opens after the tests know where to call. */
export function pageControls(page: () => Page, pictures: string): PageControls {
  return {
    wait: async (where, state, limit = LIMIT) => {
      const locator = await locate(page(), where, limit);
      await locator.first().waitFor({ state, timeout: limit });
      return null;
    },
    elements: async (where) => {
      const locator = await locate(page(), where, LIMIT);
      return locator.evaluateAll(factsOf);
    },
    click: async (where, modifiers = []) => {
      const locator = await locate(page(), where, LIMIT);
      await locator.first().click({ timeout: LIMIT, modifiers });
      return null;
    },
    hover: async (where) => {
      const locator = await locate(page(), where, LIMIT);
      await locator.first().hover({ timeout: LIMIT });
      return null;
    },
    focus: async (where) => {
      const locator = await locate(page(), where, LIMIT);
      await locator.first().focus({ timeout: LIMIT });
      return null;
    },
    fill: async (where, text) => {
      const locator = await locate(page(), where, LIMIT);
      await locator.first().fill(text, { timeout: LIMIT });
      return null;
    },
    press: async (keys) => {
      for (const key of keys) await page().keyboard.press(key);
      return null;
    },
    type: async (text, delay = 15) => {
      await page().keyboard.type(text, { delay });
      return null;
    },
    focused: async (webview) => {
      const frame = webview === undefined ? page().mainFrame() : await webviewFrame(page(), webview, LIMIT);
      return frame.evaluate<Focus>(FOCUS);
    },
    screenshot: (name) => screenshot(page(), join(pictures, `${name}.png`)),
    accessibility: async (webview) => accessibilityOf(await webviewFrame(page(), webview, LIMIT)),
  };
}

/** @returns its path */
export async function screenshot(page: Page, path: string): Promise<string> {
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot({ path, animations: 'disabled', timeout: LIMIT });
  return path;
}

async function locate(page: Page, where: Where, limit: number): Promise<Locator> {
  const frame = where.webview === undefined ? page.mainFrame() : await webviewFrame(page, where.webview, limit);
  const named = { ...(where.name === undefined ? {} : { name: where.name, exact: where.exact === true }) };
  const base =
    where.role === undefined ? frame.locator(where.css ?? '*') : frame.getByRole(where.role as 'button', named);
  const scoped = where.role !== undefined && where.css !== undefined ? base.and(frame.locator(where.css)) : base;
  return where.text === undefined ? scoped : scoped.filter({ hasText: where.text });
}

/** A webview's document is two frames deep under a meaningless name, so it is found by its content. */
async function webviewFrame(page: Page, selector: string, limit: number): Promise<Frame> {
  const end = Date.now() + limit;
  for (;;) {
    for (const frame of page.frames()) {
      if (frame === page.mainFrame()) continue;
      // A frame may disappear while it is being asked.
      const count = await frame
        .locator(selector)
        .count()
        .catch(() => 0);
      if (count > 0) return frame;
    }
    if (Date.now() > end) throw new Error(`no webview with ${selector} within ${limit} ms`);
    await page.waitForTimeout(POLL);
  }
}

async function accessibilityOf(frame: Frame): Promise<AccessibilityProblem[]> {
  const path = fileURLToPath(import.meta.resolve('axe-core/axe.min.js'));
  // Through the debugger, not a script element: the webview's content security policy would block that.
  await frame.evaluate(readFileSync(path, 'utf8'));
  return frame.evaluate<AccessibilityProblem[]>(ACCESSIBILITY);
}
