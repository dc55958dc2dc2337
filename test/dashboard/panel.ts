/**
 * The page as in an editor's panel: its own document and policy, and a host that records what the page sends.
 *
 * The transport is an editor's: messages both ways, and state that survives a reload.
 */

import type { FromPage, ToPage } from '@steward/report';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { panelDocument } from '../../packages/vscode/src/dashboard/document.ts';
import { buildDashboard } from '../../scripts/dashboard/build.ts';
import { complaintsOf } from './browser.ts';

const ORIGIN = 'https://panel.test';
const built = buildDashboard();

export interface PanelOptions extends BrowserContextOptions {
  language?: string;
  /** Classes of an editor's theme on the body, with their colours. */
  theme?: { classes: string; colors: Readonly<Record<string, string>> };
}

export interface Panel {
  page: Page;
  sent: FromPage[];
  complaints: string[];
  send: (message: ToPage) => Promise<void>;
  /** Waits for a message of a kind that hasn't been taken yet. */
  take: <Kind extends FromPage['kind']>(kind: Kind) => Promise<Extract<FromPage, { kind: Kind }>>;
  close: () => Promise<void>;
}

export async function openPanel(browser: Browser, options: PanelOptions = {}): Promise<Panel> {
  const { language = 'en', theme, ...rest } = options;
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
    ...rest,
  });
  const page = await context.newPage();
  const complaints = complaintsOf(page, (url) => url.startsWith(ORIGIN));
  const { script, style } = await built;
  const served: Record<string, [type: string, body: string]> = {
    '/': [
      'text/html',
      panelDocument({
        script: `${ORIGIN}/dashboard.js`,
        style: `${ORIGIN}/style.css`,
        source: ORIGIN,
        nonce: 'test',
        language,
        title: 'Dashboard',
        file: 'file:///rules/vip.group',
      }),
    ],
    '/dashboard.js': ['text/javascript', script],
    '/style.css': ['text/css', style],
  };
  await page.route(`${ORIGIN}/**`, async (route) => {
    const found = served[new URL(route.request().url()).pathname];
    if (found === undefined) await route.fulfill({ status: 404 });
    else await route.fulfill({ contentType: `${found[0]}; charset=utf-8`, body: found[1] });
  });
  const sent: FromPage[] = [];
  await page.exposeBinding('stewardSent', (_, message: FromPage) => {
    sent.push(message);
  });
  await page.addInitScript(editorApi(theme ?? null));
  await page.goto(ORIGIN);
  let taken = 0;
  return {
    page,
    sent,
    complaints,
    send: (message) => page.evaluate(`postMessage(${JSON.stringify(message)}, '*')`),
    async take<Kind extends FromPage['kind']>(kind: Kind) {
      for (let waited = 0; waited < 5_000; waited += 20) {
        const index = sent.findIndex((message, at) => at >= taken && message.kind === kind);
        const found = sent[index];
        if (found !== undefined) {
          taken = index + 1;
          return found as Extract<FromPage, { kind: Kind }>;
        }
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      throw new Error(`the page sent no ${kind}: ${JSON.stringify(sent.slice(taken))}`);
    },
    close: () => context.close(),
  };
}

/** What an editor injects into a page, as a script: DOM types have no place in the rest of the tests. */
function editorApi(theme: PanelOptions['theme'] | null): string {
  return `
    globalThis.acquireVsCodeApi = () => ({
      postMessage: (message) => stewardSent(message),
      getState: () => JSON.parse(sessionStorage.getItem('state') ?? 'null') ?? undefined,
      setState: (state) => sessionStorage.setItem('state', JSON.stringify(state)),
    });
    const theme = ${JSON.stringify(theme)};
    if (theme !== null) addEventListener('DOMContentLoaded', () => {
      document.body.className = theme.classes;
      for (const [name, value] of Object.entries(theme.colors)) document.documentElement.style.setProperty(name, value);
    });
  `;
}
