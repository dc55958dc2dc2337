import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import { before, beforeEach, describe, it } from 'mocha';
import { commands, Position, Selection, type TextEditor, ViewColumn, window } from 'vscode';
import { closeAll, open, positionIn, replace } from './support/editors.ts';
import { eventually } from './support/eventually.ts';
import { controls } from './support/page.ts';
import { palette } from './support/palette.ts';
import { results, steward, textOf } from './support/steward.ts';

const RULES = 'service-beauty/beauty.group';
const VIP = 'BeautyVIP';
const PAGE = '#steward';
const TIERS = `${PAGE} [data-clause="${VIP}/tier/Core"]`;

/** The example, simulated over its sample, with its dashboard open. */
async function withDashboard(): Promise<TextEditor> {
  const editor = await open(RULES);
  await commands.executeCommand('steward.simulate', editor.document.uri.toString(), null, { kind: 'sample' });
  await results(editor.document.uri, 'fresh', ({ state }) => state === 'fresh');
  await palette('Steward: Show Dashboard');
  await controls.wait({ webview: PAGE, role: 'heading', name: 'Tiers', exact: true }, 'visible');
  return editor;
}

async function dashboardText(css: string): Promise<string> {
  const [found] = await controls.elements({ webview: PAGE, css });
  ok(found !== undefined, `nothing in the dashboard for ${css}`);
  return found.text;
}

describe('dashboard', () => {
  before(closeAll);
  beforeEach(closeAll);

  it('opens beside the rules, and shows the same results as the line of a rule', async () => {
    const { document } = await withDashboard();
    await controls.wait({ webview: PAGE, css: 'canvas' }, 'visible');
    strictEqual(await dashboardText(`${PAGE} h1`), '美妆品牌VIP客户群');
    const line = textOf(await results(document.uri, 'fresh', ({ state }) => state === 'fresh'), `${VIP}/tier/Core`);
    const members = /(\d+) members?/.exec(line)?.[1];
    strictEqual(await dashboardText(`${TIERS} strong`), members);
    await controls.screenshot('dashboard');
  });

  it('has no axe-core violations, and breaks no content security policy', async () => {
    await withDashboard();
    deepStrictEqual(await controls.accessibility(PAGE), []);
    deepStrictEqual(await controls.policyViolations(), []);
  });

  it('leads to the rule in the editor that shows it', async () => {
    const { document } = await withDashboard();
    await controls.click({ webview: PAGE, css: `${TIERS} .rule` });
    await eventually('the rule in its editor', () => {
      const editor = window.activeTextEditor;
      strictEqual(editor?.document, document);
      strictEqual(editor?.selection.active.line, positionIn(document, 'override tier Core').line);
      strictEqual(editor?.viewColumn, ViewColumn.One);
    });
  });

  it('opens from a rule, which is marked there', async () => {
    const editor = await withDashboard();
    const back = await window.showTextDocument(editor.document, ViewColumn.One);
    const { line } = positionIn(back.document, 'distinct(complaint.member) in 2h >= 6');
    back.selection = new Selection(new Position(line, 4), new Position(line, 4));
    await palette('Steward: Find Rule in Dashboard');
    await controls.wait({ webview: PAGE, css: `[data-clause="${VIP}/risk/Critical"].revealed` }, 'visible');
  });

  it('opens the log at the event behind an incident', async () => {
    await withDashboard();
    await controls.click({ webview: PAGE, css: '.incident-details .evidence button' });
    await eventually('the log at its line', () => {
      const editor = window.activeTextEditor;
      match(editor?.document.uri.path ?? '', /vip\.csv$/);
      ok((editor?.selection.active.line ?? 0) > 0);
    });
  });

  it('searches members and says why one is in a tier', async () => {
    await withDashboard();
    await controls.fill({ webview: PAGE, css: 'input[type=search]' }, '柚子');
    await controls.wait({ webview: PAGE, css: 'output', text: '1–1 of 1' }, 'visible');
    await controls.click({ webview: PAGE, role: 'button', name: 'Why is' });
    await controls.wait({ webview: PAGE, css: '.why pre', text: 'engaged_days in 7d' }, 'visible');
  });

  it('follows an edit of a threshold', async () => {
    const editor = await withDashboard();
    const before = await dashboardText(`[data-clause="${VIP}/risk/Critical"] .pill`);
    await replace(editor, 'distinct(complaint.member) in 2h >= 6', 'distinct(complaint.member) in 2h >= 1');
    await eventually('another count of incidents', async () => {
      const now = await dashboardText(`[data-clause="${VIP}/risk/Critical"] .pill`);
      ok(now !== before, now);
    });
    strictEqual(steward().resultsOf(editor.document.uri)?.state, 'fresh');
  });

  it('is empty once the simulation has been stopped, and starts another', async () => {
    const { document } = await withDashboard();
    await commands.executeCommand('steward.stop', document.uri);
    await controls.wait({ webview: PAGE, css: '.empty', text: 'Nothing has been simulated yet.' }, 'visible');
    await controls.click({ webview: PAGE, role: 'button', name: 'Simulate' });
    await controls.wait({ webview: PAGE, role: 'heading', name: 'Tiers', exact: true }, 'visible');
  });

  it('keeps its state while hidden', async () => {
    const editor = await withDashboard();
    await controls.click({ webview: PAGE, role: 'button', name: 'Table: Members by tier' });
    await controls.wait({ webview: PAGE, css: 'figure table' }, 'visible');
    await window.showTextDocument(editor.document, ViewColumn.Two);
    await eventually('the dashboard hidden', async () => {
      strictEqual(window.tabGroups.all[1]?.activeTab?.label, 'beauty.group');
    });
    await commands.executeCommand('steward.showDashboard', { uri: editor.document.uri.toString(), group: null });
    await controls.wait({ webview: PAGE, css: 'figure table' }, 'visible');
  });
});
