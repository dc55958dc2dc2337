/** The saved report: written by the real command and opened from disk in a real browser that must make no request. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { folderWith, ROOT, steward } from '../cli/steward.ts';
import { violationsOf } from './axe.ts';
import { complaintsOf, useBrowser } from './browser.ts';

const BEAUTY = join(ROOT, 'examples/service-beauty/beauty.group');
const browser = useBrowser();

async function report(...options: string[]): Promise<{ path: string; stdout: string; stderr: string }> {
  const path = join(folderWith({}), 'report.html');
  const { code, stdout, stderr } = await steward(['simulate', BEAUTY, '--html', path, ...options]);
  expect(code, stderr).toBe(0);
  return { path, stdout, stderr };
}

async function open(found: Browser, path: string): Promise<{ page: Page; complaints: string[] }> {
  const page = await found.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  const address = pathToFileURL(path).href;
  const complaints = complaintsOf(page, (url) => url === address);
  await page.goto(address);
  await page.getByRole('heading', { level: 1, name: '美妆品牌VIP客户群' }).waitFor();
  return { page, complaints };
}

test('the normal output is the same as without a report, and the report is mentioned', async () => {
  const plain = await steward(['simulate', BEAUTY, '--format', 'json']);
  const { path, stdout, stderr } = await report('--format', 'json');
  expect(stdout).toBe(plain.stdout);
  expect(stderr).toContain(`The report is in ${path}`);
  const text = readFileSync(path, 'utf8');
  expect(text.startsWith('<!doctype html>')).toBe(true);
  expect(text).toContain('Apache ECharts (Apache-2.0');
  expect(statSync(path).size).toBeLessThan(1_200_000);
});

test('one self-contained file that loads nothing else, opened from disk', { timeout: 120_000 }, async () => {
  const found = browser();
  if (found === null) return;
  const { path } = await report();
  const { page, complaints } = await open(found, path);
  await page.getByRole('figure', { name: 'Members by tier' }).locator('canvas').waitFor();
  expect(await violationsOf(page)).toEqual([]);
  expect(complaints).toEqual([]);
  const refused: unknown = await page.evaluate(`new Promise((done) => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective }) => done(effectiveDirective));
    const script = document.createElement('script');
    script.textContent = 'globalThis.foreign = true';
    document.body.append(script);
    setTimeout(() => done('ran'), 1000);
  })`);
  expect(refused).toBe('script-src-elem');
  await page.close();
});

test('members with their tiers, and their way there; a rule as written', { timeout: 120_000 }, async () => {
  const found = browser();
  if (found === null) return;
  const { path } = await report('--lang', 'en');
  const { page } = await open(found, path);
  await page.getByText('1–17 of 17').waitFor();
  await page.getByRole('searchbox', { name: 'Search' }).fill('陈总');
  await page.getByText('1–1 of 1').waitFor();
  await page.getByRole('button', { name: 'Why is 陈总 in this tier?' }).click();
  const why = page.getByRole('region', { name: 'Why is 陈总 in this tier?' });
  await why.getByText(/2025-\d\d-\d\d → 2025-04-09/).waitFor();
  await why.getByText(/steward explain .*beauty\.group --group vip-01 --member \S+/).waitFor();
  await page.getByRole('table', { name: 'Tiers' }).getByRole('button', { name: '核心用户' }).click();
  const rule = page.getByRole('dialog', { name: '核心用户' });
  await rule.getByText('when top 20% by engaged_days in 7d and offerings in 30d >= 4').waitFor();
  await page.keyboard.press('Escape');
  await rule.waitFor({ state: 'hidden' });
  await page.close();
});

test('in Chinese', { timeout: 120_000 }, async () => {
  const { path, stderr } = await report('--lang', 'zh');
  expect(stderr).toContain('报告已写入');
  const found = browser();
  if (found === null) return;
  const { page, complaints } = await open(found, path);
  await page.getByRole('heading', { level: 2, name: '健康度' }).waitFor();
  expect(complaints).toEqual([]);
  await page.close();
});

test('nothing is left behind if the log cannot be read', async () => {
  const folder = folderWith({ 'bad.jsonl': 'no json\n' });
  const path = join(folder, 'report.html');
  const { code } = await steward(['simulate', BEAUTY, '--log', join(folder, 'bad.jsonl'), '--html', path]);
  expect(code).toBe(2);
  expect(existsSync(path)).toBe(false);
});

test('members beyond the limit of a report are counted and mentioned', { timeout: 120_000 }, async () => {
  const folder = folderWith({
    'big.group': 'group Big : interest {\n  tier Rest { otherwise }\n}\n',
    'big.jsonl': Array.from(
      { length: 20_050 },
      (_, at) => `{"ts":"2025-03-01T10:00:00Z","group":"big","member":"m${at}","kind":"message"}\n`,
    ).join(''),
  });
  const path = join(folder, 'report.html');
  const { code, stderr } = await steward(
    ['simulate', 'big.group', '--log', 'big.jsonl', '--html', path, '--lang', 'en'],
    { cwd: folder },
  );
  expect(code, stderr).toBe(0);
  expect(stderr).toContain('The report lists 20000 of 20050 members; the numbers count everybody.');
  const found = browser();
  if (found === null) return;
  const page = await found.newPage();
  await page.goto(pathToFileURL(path).href);
  await page.getByText('1–25 of 20,000').waitFor();
  await page.getByText('The report lists 20000 of 20050 members').waitFor();
  await page.getByRole('searchbox', { name: 'Search' }).fill('m19999');
  await page.getByText('1–1 of 1').waitFor();
  await page.close();
});

test('groups of several samples can all be chosen, even if they share a name', { timeout: 120_000 }, async () => {
  const line = (member: string, name: string) =>
    `{"ts":"2025-03-01T10:00:00Z","group":"g","group_name":"${name}","member":"${member}","kind":"message"}\n`;
  const group = (name: string, sample: string) =>
    `group ${name} : interest {\n  match "${sample}"\n  sample "./${sample}.jsonl"\n  tier Rest { otherwise }\n}\n`;
  const folder = folderWith({
    'two.group': group('One', 'one') + group('Two', 'two'),
    'one.jsonl': line('a', 'one'),
    'two.jsonl': line('a', 'two') + line('b', 'two'),
  });
  const path = join(folder, 'report.html');
  const { code, stderr } = await steward(['simulate', 'two.group', '--html', path], { cwd: folder });
  expect(code, stderr).toBe(0);
  const found = browser();
  if (found === null) return;
  const page = await found.newPage();
  await page.goto(pathToFileURL(path).href);
  await page.getByRole('heading', { level: 1, name: 'One' }).waitFor();
  await page.getByText('1–1 of 1').waitFor();
  await page.getByRole('combobox', { name: 'Group' }).selectOption({ label: 'two (g (2))' });
  await page.getByRole('heading', { level: 1, name: 'Two' }).waitFor();
  await page.getByText('1–2 of 2').waitFor();
  await page.close();
});
