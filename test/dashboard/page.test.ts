/** The page in a real browser, as in an editor's panel. */
import type { RunStatus } from '@steward/report';
import type { Browser } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { violationsOf } from './axe.ts';
import { useBrowser } from './browser.ts';
import { dashboard, NAMES } from './examples.ts';
import { openPanel, type Panel, type PanelOptions } from './panel.ts';

const FRESH: RunStatus = { state: 'fresh', message: null, log: 'vip.csv', took: 12, notes: [] };
const DARK = {
  classes: 'vscode-dark',
  colors: {
    '--vscode-foreground': '#cccccc',
    '--vscode-descriptionForeground': '#a8a8a8',
    '--vscode-editor-background': '#1f1f1f',
    '--vscode-editorWidget-background': '#202020',
    '--vscode-panel-border': '#2b2b2b',
    '--vscode-textLink-foreground': '#4daafc',
    '--vscode-focusBorder': '#0078d4',
    '--vscode-button-background': '#0078d4',
    '--vscode-button-foreground': '#ffffff',
    '--vscode-font-family': 'sans-serif',
    '--vscode-editor-font-family': 'monospace',
  },
};
const CONTRAST = {
  classes: 'vscode-high-contrast',
  colors: {
    '--vscode-foreground': '#ffffff',
    '--vscode-editor-background': '#000000',
    '--vscode-editorWidget-background': '#0c141f',
    '--vscode-contrastBorder': '#6fc3df',
    '--vscode-textLink-foreground': '#21a6ff',
    '--vscode-focusBorder': '#f38518',
    '--vscode-button-foreground': '#ffffff',
    '--vscode-button-background': '#000000',
    '--vscode-button-border': '#6fc3df',
    '--vscode-font-family': 'sans-serif',
    '--vscode-editor-font-family': 'monospace',
  },
};

/** One after another, each once the page has settled. */
const PRESS_EVERY_TABLE = `(async () => {
  for (const button of document.querySelectorAll('figure button[aria-pressed=false]')) {
    button.click();
    await new Promise((done) => requestAnimationFrame(done));
  }
})()`;

const browser = useBrowser();
const open: Panel[] = [];
afterEach(async () => {
  for (const panel of open.splice(0)) await panel.close();
});

/** Runs if there is a browser; {@link useBrowser} says so if there isn't. */
function inBrowser(name: string, run: (browser: Browser) => Promise<void>): void {
  test(name, { timeout: 120_000 }, async () => {
    const found = browser();
    if (found !== null) await run(found);
  });
}

async function panelWith(found: Browser, options: PanelOptions = {}, status = FRESH): Promise<Panel> {
  const panel = await openPanel(found, options);
  open.push(panel);
  await panel.take('ready');
  const locale = options.language?.startsWith('zh') ? 'zh' : 'en';
  await panel.send({ kind: 'show', dashboard: dashboard('service-beauty', locale), status });
  await panel.page.getByRole('heading', { level: 1 }).waitFor();
  return panel;
}

/** Members as a host holds them: requested in batches. */
async function answerMembers(
  panel: Panel,
  total: number,
): Promise<{ offset: number; search: string; tier: string | null }> {
  const { request, ask } = await panel.take('members');
  const members = Array.from({ length: Math.min(ask.limit, total - ask.offset) }, (_, at) => ({
    id: `u${ask.offset + at}`,
    name: `member ${ask.offset + at}`,
    role: 'member',
    tier: 'Core',
    since: '2025-03-07',
  }));
  await panel.send({ kind: 'members', request, page: { total, members } });
  return ask;
}

describe('what is shown', () => {
  inBrowser(
    'a page for whoever sees nothing: landmarks, headings in order, every chart with a sentence',
    async (found) => {
      const { page, complaints } = await panelWith(found);
      await page.getByRole('banner').getByRole('heading', { level: 1, name: '美妆品牌VIP客户群' }).waitFor();
      expect(await page.getByRole('navigation', { name: 'Sections' }).getByRole('link').allTextContents()).toEqual([
        'Tiers',
        'Health',
        'Content',
        'Risks',
        'Campaigns and lifecycle',
        'Actions',
        'Members',
        'Undecided',
      ]);
      const headings = await page.getByRole('main').getByRole('heading', { level: 2 }).allTextContents();
      expect(headings).toEqual([
        'Tiers',
        'Health',
        'Content',
        'Risks',
        'Campaigns and lifecycle',
        'Actions the rules would have taken',
        'Members',
        'Could not be decided',
      ]);
      const charts = page.locator('figure [role=img]');
      expect(await charts.count()).toBeGreaterThan(10);
      for (const chart of await charts.all()) expect(await chart.getAttribute('aria-label')).toMatch(/\S{3}/);
      expect(complaints).toEqual([]);
    },
  );

  inBrowser('in Chinese where the editor is', async (found) => {
    const { page } = await panelWith(found, { language: 'zh-cn' });
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    await page.getByRole('heading', { level: 2, name: '用户分层' }).waitFor();
    expect(await page.getByRole('main').textContent()).not.toMatch(
      /\b(breach|healthy|incidents?|undecided|kept|planned)\b/i,
    );
  });

  inBrowser('a chart is drawn, and its numbers are behind a button as a table', async (found) => {
    const { page } = await panelWith(found);
    const figure = page.getByRole('figure', { name: 'Members by tier' });
    await figure.locator('canvas').waitFor();
    const button = figure.getByRole('button', { name: 'Table: Members by tier' });
    await button.click();
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    const rows = figure.getByRole('row');
    expect(await rows.nth(0).getByRole('columnheader').allTextContents()).toEqual([
      'day',
      '核心用户',
      '活跃用户',
      '流失用户',
      '沉默用户',
      '普通用户',
      'Members',
    ]);
    expect(await rows.nth(7).getByRole('cell').allTextContents()).toEqual(['7', '4', '0', '0', '8', '19']);
    await button.click();
    await figure.locator('canvas').waitFor();
  });

  inBrowser('before a run it says so, and starts one', async (found) => {
    const panel = await openPanel(found);
    open.push(panel);
    await panel.take('ready');
    await panel.send({ kind: 'show', dashboard: null, status: { ...FRESH, state: 'none', took: null } });
    await panel.page.getByText('Nothing has been simulated yet.').waitFor();
    await panel.page.getByRole('button', { name: 'Simulate' }).click();
    await panel.take('simulate');
  });

  inBrowser(
    'a run that goes on, rules that are broken, a run that failed: the last results stay and say so',
    async (found) => {
      const panel = await panelWith(found);
      const { page } = panel;
      const state = page.getByRole('banner').getByRole('status');
      expect(await state.textContent()).toBe('Up to date · 12 ms');
      const shown = dashboard('service-beauty', 'en');
      await panel.send({ kind: 'show', dashboard: shown, status: { ...FRESH, state: 'running' } });
      await page.getByText('The log is being simulated.').waitFor();
      expect(await page.getByRole('button', { name: 'Simulate' }).isDisabled()).toBe(true);
      await panel.send({ kind: 'show', dashboard: shown, status: { ...FRESH, state: 'stale' } });
      await page.getByText('The rules have changed since, and have errors.').waitFor();
      await panel.send({
        kind: 'show',
        dashboard: shown,
        status: { ...FRESH, state: 'failed', message: 'vip.csv:3: no date' },
      });
      await page.getByText('vip.csv:3: no date').waitFor();
      await page.getByRole('heading', { level: 2, name: 'Tiers' }).waitFor();
    },
  );
});

describe('from the dashboard to the rule, and back', () => {
  inBrowser('a name leads to its rule, an event to the log', async (found) => {
    const panel = await panelWith(found);
    const { page } = panel;
    await page.getByRole('table', { name: 'Tiers' }).getByRole('button', { name: '核心用户' }).click();
    expect((await panel.take('rule')).clause).toBe('BeautyVIP/tier/Core');
    await page
      .getByRole('region', { name: 'Details of Critical#1' })
      .getByRole('button', { name: /vip\.csv:\d+/ })
      .first()
      .click();
    const place = await panel.take('evidence');
    expect(place).toMatchObject({
      uri: 'file:///examples/service-beauty/logs/vip.csv',
      at: expect.stringMatching(/Z$/),
    });
    expect(place.line).toBeGreaterThan(1);
  });

  inBrowser('an incident of the list, and of one risk alone', async (found) => {
    const { page } = await panelWith(found);
    await page.getByRole('button', { name: '常规风险 #1' }).click();
    const details = page.getByRole('region', { name: 'Details of Routine#1' });
    await details.getByText('Serious').first().waitFor();
    await page.getByRole('combobox', { name: 'risk' }).selectOption({ label: '重大风险' });
    expect(await page.getByRole('list', { name: 'Incidents' }).getByRole('listitem').count()).toBe(1);
    await page.getByRole('region', { name: 'Details of Critical#1' }).waitFor();
  });

  inBrowser('a bar of a chart leads to its rule', async (found) => {
    const panel = await panelWith(found);
    const canvas = panel.page.getByRole('figure', { name: 'Members by tier' }).locator('canvas');
    await canvas.waitFor();
    const box = await canvas.boundingBox();
    if (box === null) throw new Error('the chart has no box');
    await panel.page.mouse.click(box.x + box.width * 0.6, box.y + box.height * 0.82);
    expect((await panel.take('rule')).clause).toBe('BeautyVIP/tier/Core');
  });

  inBrowser('a rule is found in the dashboard: in sight, marked, with the focus', async (found) => {
    const panel = await panelWith(found);
    await panel.send({ kind: 'reveal', clause: 'BeautyVIP/health/service' });
    const shown = panel.page.locator('[data-clause="BeautyVIP/health/service"]');
    await panel.page.waitForFunction(
      `document.querySelector('[data-clause="BeautyVIP/health/service"]')?.classList.contains('revealed')`,
    );
    const box = await shown.boundingBox();
    expect(box?.y).toBeGreaterThan(-200);
    expect(box?.y).toBeLessThan(900);
    expect(await panel.page.evaluate(`document.activeElement?.textContent`)).toBe('服务响应');
  });

  inBrowser('a rule asked for before there is anything to show is found when there is', async (found) => {
    const panel = await openPanel(found);
    open.push(panel);
    await panel.take('ready');
    await panel.send({ kind: 'reveal', clause: 'BeautyVIP/risk/Critical' });
    await panel.send({ kind: 'show', dashboard: dashboard('service-beauty', 'en'), status: FRESH });
    await panel.page.waitForFunction(
      `document.querySelector('[data-clause="BeautyVIP/risk/Critical"]')?.classList.contains('revealed')`,
    );
  });
});

describe('members', () => {
  inBrowser('fifty thousand of them are a page at a time', async (found) => {
    const panel = await panelWith(found);
    const { page } = panel;
    expect(await answerMembers(panel, 50_000)).toMatchObject({ offset: 0, limit: 25, search: '', tier: null });
    const table = page.getByRole('table', { name: 'Members' });
    await table.waitFor();
    expect(await table.getByRole('row').count()).toBe(26);
    await page.getByText('1–25 of 50,000').waitFor();
    await page.getByRole('button', { name: 'Next' }).click();
    expect(await answerMembers(panel, 50_000)).toMatchObject({ offset: 25 });
    await page.getByText('26–50 of 50,000').waitFor();
  });

  inBrowser('searched by name, by tier, and asked why', async (found) => {
    const panel = await panelWith(found);
    const { page } = panel;
    await answerMembers(panel, 40);
    await page.getByRole('searchbox', { name: 'Search' }).fill('小陈');
    expect(await answerMembers(panel, 3)).toMatchObject({ search: '小陈', offset: 0 });
    await page.getByRole('combobox', { name: 'Tier' }).selectOption({ label: '核心用户' });
    expect(await answerMembers(panel, 1)).toMatchObject({ search: '小陈', tier: 'Core' });
    await page.getByRole('button', { name: 'Why is member 0 in this tier?' }).click();
    const { request, group, member } = await panel.take('why');
    expect({ group, member }).toEqual({ group: 'vip-01', member: 'u0' });
    await panel.send({ kind: 'why', request, text: 'Core\n  ✓ top 20% <b>' });
    await page.getByText('✓ top 20% <b>').waitFor();
  });
});

describe('state', () => {
  inBrowser('what was looked at is there again after a reload', async (found) => {
    const panel = await panelWith(found);
    const { page } = panel;
    await page.getByRole('button', { name: 'Table: Members by tier' }).click();
    await page.getByRole('button', { name: '中级风险 #1' }).click();
    await page.reload();
    expect((await panel.take('ready')).group).toBe('vip-01');
    await panel.send({ kind: 'show', dashboard: dashboard('service-beauty', 'en'), status: FRESH });
    await page.getByRole('figure', { name: 'Members by tier' }).getByRole('table').waitFor();
    await page.getByRole('region', { name: 'Details of Serious#1' }).waitFor();
    expect(await page.evaluate(`JSON.parse(sessionStorage.getItem('state')).file`)).toBe('file:///rules/vip.group');
  });

  inBrowser('another group of the log', async (found) => {
    const panel = await panelWith(found);
    const shown = dashboard('service-beauty', 'en');
    const groups = [...shown.groups, { group: 'vip-02', name: '二群', policy: 'BeautyVIP' }];
    await panel.send({ kind: 'show', dashboard: { ...shown, groups }, status: FRESH });
    await panel.page.getByRole('combobox', { name: 'Group' }).selectOption({ label: '二群 (vip-02)' });
    expect((await panel.take('group')).group).toBe('vip-02');
  });

  inBrowser('a keyboard reaches everything, in the order of the page, and moves to a section', async (found) => {
    const { page } = await panelWith(found);
    const stops: string[] = [];
    for (let step = 0; step < 18; step++) {
      await page.keyboard.press('Tab');
      stops.push(
        String(
          await page.evaluate(
            `document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent`,
          ),
        ),
      );
    }
    expect(stops[0]).toBe('Simulate');
    expect(stops.slice(1, 9).map((text) => text.trim())).toEqual([
      'Tiers',
      'Health',
      'Content',
      'Risks',
      'Campaigns and lifecycle',
      'Actions',
      'Members',
      'Undecided',
    ]);
    expect(stops[15]).toBe('Table: Members by tier');
    await page.getByRole('navigation').getByRole('link', { name: 'Risks' }).press('Enter');
    expect(await page.evaluate('document.activeElement?.id')).toBe('title-risks');
  });
});

describe('no violation that axe-core knows', () => {
  const looks: [name: string, options: PanelOptions][] = [
    ['light', { colorScheme: 'light' }],
    ['dark', { colorScheme: 'dark' }],
    ['a dark theme of the editor', { theme: DARK }],
    ['high contrast', { theme: CONTRAST }],
    ['colours that the system insists on', { colorScheme: 'dark', forcedColors: 'active' }],
    ['narrow, in Chinese', { viewport: { width: 420, height: 900 }, language: 'zh-cn' }],
  ];
  for (const [name, options] of looks) {
    inBrowser(name, async (found) => {
      const panel = await panelWith(found, options);
      await answerMembers(panel, 40);
      await panel.page.getByRole('table', { name: /Members|成员/ }).waitFor();
      expect(await violationsOf(panel.page)).toEqual([]);
      expect(panel.complaints).toEqual([]);
      expect(await panel.page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    });
  }

  inBrowser('each example, with every chart as a table', async (found) => {
    for (const example of NAMES) {
      const panel = await openPanel(found, { colorScheme: 'light' });
      await panel.take('ready');
      await panel.send({ kind: 'show', dashboard: dashboard(example, 'en'), status: FRESH });
      await panel.page.getByRole('heading', { level: 1 }).waitFor();
      await panel.page.evaluate(PRESS_EVERY_TABLE);
      expect(await panel.page.locator('canvas').count()).toBe(0);
      expect(await violationsOf(panel.page), example).toEqual([]);
      expect(panel.complaints, example).toEqual([]);
      await panel.close();
    }
  });
});
