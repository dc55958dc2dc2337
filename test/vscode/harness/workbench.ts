/** A VS Code window in a browser page. */
import { resolve } from 'node:path';
import { format } from 'node:util';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type Server, type ServerOptions, startServer } from './server.ts';

export interface WorkbenchOptions extends ServerOptions {
  browser: Browser;
  /** Absolute path of a folder or a `.code-workspace` file; null: an empty window. */
  folder: string | null;
  /** Folder of an extension under development; tests need one, even if it is empty. */
  development: string | null;
  /** Module whose `run()` the extension host calls. */
  tests: string | null;
  /** Of the page, in pixels. */
  size: { width: number; height: number };
}

export interface Workbench {
  server: Server;
  page: Page;
  /** The end of the page's and the extension host's output. */
  output(): string;
  /** Violations of content security policies on the page's consoles. */
  policyViolations(): readonly string[];
  /** Resolves with a sentence if the window or its server ended by itself. */
  ended: Promise<string>;
  close(): Promise<void>;
}

/** Milliseconds. */
const PAGE_LIMIT = 180_000;

export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const server = await startServer(options);
  let context: BrowserContext | null = null;
  const close = async (): Promise<void> => {
    // Already gone if the browser was closed from outside.
    await context?.close().catch(() => {});
    await server.close();
  };
  try {
    context = await options.browser.newContext({ viewport: options.size, locale: localeOf(options.language) });
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.origin });
    const page = await context.newPage();
    page.setDefaultTimeout(PAGE_LIMIT);
    const heard = await listen(page);
    if (options.language !== 'en') await speak(page, options.language);
    const ended = Promise.race([server.ended, heard.ended]);
    const answer = await page.goto(addressOf(server.origin, options), { timeout: PAGE_LIMIT });
    if (answer?.ok() !== true) throw new Error(`the workbench's page answered ${answer?.status()}\n${server.output()}`);
    return { server, page, close, ...heard, ended };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The address that opens a folder (or none) in a server's workbench. */
export function addressOf(origin: string, options: Pick<WorkbenchOptions, 'folder' | 'development' | 'tests'>): string {
  const remote = (path: string): string => `vscode-remote://${new URL(origin).host}${encodeURI(resolve(path))}`;
  const payload = [
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
    ...(options.development === null ? [] : [['extensionDevelopmentPath', remote(options.development)]]),
    ...(options.tests === null ? [] : [['extensionTestsPath', remote(options.tests)]]),
  ];
  return `${origin}/?${placeOf(options.folder)}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}

function placeOf(folder: string | null): string {
  if (folder === null) return 'ew=true';
  const kind = folder.endsWith('.code-workspace') ? 'workspace' : 'folder';
  return `${kind}=${encodeURIComponent(resolve(folder))}`;
}

function localeOf(language: string): string {
  return language === 'zh-cn' ? 'zh-CN' : 'en-US';
}

/**
 * VS Code takes its language from a language pack, which is only available from its marketplace. Its own words stay English;
 * this sets the language that extensions are told and that the workbench uses for their texts.
 */
async function speak(page: Page, language: string): Promise<void> {
  await page.route('**/nls.messages.js', async (route) => {
    const answer = await route.fetch();
    const body = `${await answer.text()}\nglobalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(language)};\n`;
    await route.fulfill({ response: answer, body });
  });
}

type Heard = Pick<Workbench, 'output' | 'policyViolations' | 'ended'>;

async function listen(page: Page): Promise<Heard> {
  let output = '';
  const violations: string[] = [];
  page.on('console', (message) => {
    output = `${output}[page] ${message.text()}\n`.slice(-50_000);
    if (/Content Security Policy/i.test(message.text())) violations.push(message.text());
  });
  await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => {
    output = `${output}${format(...args)}\n`.slice(-50_000);
  });
  const { promise: ended, resolve: end } = Promise.withResolvers<string>();
  page.on('crash', () => end('the page crashed'));
  page.on('close', () => end('the page was closed'));
  // The page reports the end of the extension host, whatever its reason.
  await page.exposeFunction('codeAutomationExit', (code: number) => end(`the extension host ended with ${code}`));
  return { output: () => output, policyViolations: () => violations, ended };
}
