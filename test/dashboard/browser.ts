/** A real browser for the page's tests. Without one, the tests say so; in CI, they fail. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { findChromium, launch, NO_CHROMIUM } from '../vscode/harness/chromium.ts';

/** @returns the browser once tests run; null if there is none */
export function useBrowser(): () => Browser | null {
  let browser: Browser | null = null;
  beforeAll(async () => {
    const path = findChromium();
    if (path !== null) {
      browser = await launch(path);
      return;
    }
    // The CI machine is ours, and Chromium is among what it must have.
    expect(process.env['CI'] ?? '', NO_CHROMIUM).toBe('');
    console.warn(`NOT TESTED: the dashboard's page, because there is ${NO_CHROMIUM}`);
  }, 120_000);
  afterAll(async () => browser?.close());
  return () => browser;
}

/** What a page must never cause: errors, warnings, policy violations, network requests. */
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
