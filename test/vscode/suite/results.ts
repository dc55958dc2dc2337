import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import { after, before, beforeEach, describe, it } from 'mocha';
import { commands, type Hover, MarkdownString, type TextDocument, window, workspace } from 'vscode';
import { closeAll, open, positionIn, replace } from './support/editors.ts';
import { eventually } from './support/eventually.ts';
import { RULES, scrollTo, simulated, VIP } from './support/example.ts';
import { controls } from './support/page.ts';
import { results, steward, textOf } from './support/steward.ts';

const BASELINE = 'baseline/baseline.group';
const PYTHON = 'knowledge-python/python.group';

/** The hover over a line's result. */
async function hoverAfter(document: TextDocument, text: string): Promise<string> {
  const { end } = document.lineAt(positionIn(document, text).line).range;
  return eventually(`a hover at the end of ${text}`, async () => {
    const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, end);
    const contents = hovers.flatMap((hover) => hover.contents);
    const text = contents.map((each) => (each instanceof MarkdownString ? each.value : String(each))).join('\n');
    match(text, /steward simulate/);
    return text;
  });
}

describe('results beside the rules', () => {
  before(closeAll);
  beforeEach(closeAll);
  after(() => commands.executeCommand('workbench.view.explorer'));

  it('a rule that never fired is dimmed, and only that', async () => {
    const editor = await simulated();
    await replace(editor, 'distinct(complaint.member) in 2h >= 6', 'distinct(complaint.member) in 2h >= 600');
    const { document } = editor;
    await results(
      document.uri,
      'never',
      (found) => found.version === document.version && found.lines.some(({ tone }) => tone === 'idle'),
    );
    const { dimmed, lines } = steward().decorationsOf(document.uri);
    const { line } = positionIn(document, 'override risk Critical');
    strictEqual(lines.find(({ clause }) => clause === `${VIP}/risk/Critical`)?.pieces[0]?.text, '0 · never');
    ok(
      dimmed.some(({ startLine }) => startLine === line),
      'the risk is not dimmed',
    );
    const core = positionIn(document, 'override tier Core').line;
    ok(!dimmed.some(({ startLine, endLine }) => startLine <= core && core <= endLine), 'a tier with members is dimmed');
    scrollTo(editor, 'override risk Critical');
    await eventually('a person sees it dimmed', async () => {
      const faded = await controls.elements({ css: '.view-line span', text: 'Critical' });
      ok(faded.some(({ opacity }) => Number(opacity) < 1));
    });
    // A window may have saved it automatically.
    await replace(editor, 'in 2h >= 600', 'in 2h >= 6');
    await document.save();
  });

  it('a result explains itself: a picture, the events, the command', async () => {
    const { document } = await simulated();
    const text = await hoverAfter(document, 'override risk Critical');
    match(text, /!\[[^\]]*\]\(data:image\/svg\+xml;base64,/);
    match(text, /\[vip\.csv:\d+\]\(command:steward\.openEvidence\?/);
  });

  it('inherited rules show results in their own file, and the view leads there', async () => {
    await simulated();
    const { document } = await open(BASELINE);
    const found = await results(document.uri, 'of the groups that inherit', ({ state }) => state === 'fresh');
    match(textOf(found, `${VIP}/tier/Active`), /\d+ members? \(/);
    const active = steward()
      .decorationsOf(document.uri)
      .lines.find(({ clause }) => clause === `${VIP}/tier/Active`);
    strictEqual(active?.line, positionIn(document, 'tier Active').line);
    match(await hoverAfter(document, 'tier Active'), /Active/);
    await open(RULES);
    await commands.executeCommand('steward.rules.focus');
    await eventually('the rule is shown', async () => {
      // The view may be redrawn just then and lose the click.
      await controls.click({ css: '.monaco-list-row', text: 'Active' });
      strictEqual(window.activeTextEditor?.document.uri.toString(), document.uri.toString());
      strictEqual(window.activeTextEditor?.selection.active.line, positionIn(document, 'tier Active').line);
    });
  });

  it('an event in a log that the editor cannot open is shown among its neighbours', async () => {
    const { document } = await open(PYTHON);
    await commands.executeCommand('steward.simulate', document.uri.toString(), null, { kind: 'sample' });
    await results(document.uri, 'fresh', ({ state }) => state === 'fresh');
    const text = await hoverAfter(document, 'ban Cheating');
    const link = /\(command:steward\.openEvidence\?([^)]+)\)/.exec(text)?.[1] ?? '';
    const [place]: { line: number }[] = JSON.parse(decodeURIComponent(link));
    await commands.executeCommand('steward.openEvidence', place);
    await eventually('the excerpt', () => {
      const editor = window.activeTextEditor;
      strictEqual(editor?.document.uri.scheme, 'steward-log');
      ok(editor.document.uri.path.endsWith(`python.parquet:${place?.line}`), editor.document.uri.path);
      match(editor.document.lineAt(editor.selection.active.line).text, /message/);
      ok(editor.document.lineCount > 10);
    });
  });

  it('can be turned off', async () => {
    const { document } = await simulated();
    const decorated = async (): Promise<number> => (await controls.elements({ css: '[class*="ced-"]' })).length;
    const texts = steward().decorationsOf(document.uri).lines.length;
    ok(texts > 5);
    let drawn = 0;
    await eventually('something is drawn', async () => {
      drawn = await decorated();
      ok(drawn > 3);
    });
    const settings = workspace.getConfiguration('steward', document.uri);
    try {
      await settings.update('inline.enabled', false);
      // What remains are the colour swatches.
      await eventually('less is drawn', async () => ok((await decorated()) < drawn / 2));
    } finally {
      await settings.update('inline.enabled', undefined);
    }
    deepStrictEqual(steward().decorationsOf(document.uri).state, 'fresh');
  });
});
