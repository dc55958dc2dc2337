/** A real browser for the tests of the page: said aloud where there is none, and a failure in CI. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { findChromium, launch, NO_CHROMIUM } from '../vscode/harness/chromium.ts';

/** @returns the browser once tests run; null where there is none */
export function useBrowser(): () => Browser | null {
  let browser: Browser | null = null;
  beforeAll(async () => {
    const path = findChromium();
    if (path !== null) {
      browser = await launch(path);
      return;
    }
    // In CI the machine is ours, and Chromium is on the list of what it must have.
    expect(process.env['CI'] ?? '', NO_CHROMIUM).toBe('');
    console.warn(`NOT TESTED: the dashboard's page, because there is ${NO_CHROMIUM}`);
  }, 120_000);
  afterAll(async () => browser?.close());
  return () => browser;
}

/** What must never come up in a page: errors, warnings, refusals by its policy, requests to anywhere. */
export function complaintsOf(page: Page, allowed: (url: string) => boolean): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (!allowed(request.url())) complaints.push(`request: ${request.url()}`);
  });
  return complaints;
}
