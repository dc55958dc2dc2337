import { deepStrictEqual, match, notStrictEqual, ok, strictEqual } from 'node:assert';
import { before, beforeEach, describe, it } from 'mocha';
import { commands, type Hover, MarkdownString, type TextDocument, Uri, window } from 'vscode';
import { drawn as drawnTexts } from './support/drawn.ts';
import { closeAll, fileUri, open, positionIn, replace } from './support/editors.ts';
import { eventually } from './support/eventually.ts';
import { RULES, simulated, VIP } from './support/example.ts';
import { clearNotifications, notified } from './support/notifications.ts';
import { controls } from './support/page.ts';
import { palette, pick } from './support/palette.ts';
import { results, steward, textOf } from './support/steward.ts';

async function hoverAt(document: TextDocument, text: string): Promise<string> {
  const place = positionIn(document, text, text.length - 1);
  return eventually(`a result in the hover of ${text}`, async () => {
    const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, place);
    const contents = hovers.flatMap((hover) => hover.contents);
    const all = contents.map((each) => (each instanceof MarkdownString ? each.value : String(each))).join('\n');
    match(all, /steward simulate/);
    return all;
  });
}

describe('simulation', () => {
  before(closeAll);
  beforeEach(closeAll);

  it('by a lens: results appear at the ends of lines, as a person sees them', async () => {
    const { document } = await open(RULES);
    await controls.click({ css: '.codelens-decoration a', text: 'Simulate' });
    const found = await results(document.uri, 'fresh', ({ state }) => state === 'fresh');
    match(textOf(found, `${VIP}/tier/Core`), /\d+ members? \(\d/);
    strictEqual(found.version, document.version);
    const drawn = steward().decorationsOf(document.uri);
    strictEqual(drawn.state, 'fresh');
    const core = drawn.lines.find(({ clause }) => clause === `${VIP}/tier/Core`);
    strictEqual(core?.line, positionIn(document, 'override tier Core').line);
    strictEqual(core?.pieces[0]?.text, textOf(found, `${VIP}/tier/Core`));
    const texts = await drawnTexts('6 members (35.3%)');
    ok(
      texts.some((text) => text.includes('17 members · 1,769 messages')),
      texts.join(' | '),
    );
    ok(found.run !== null && found.run.events > 0 && !found.run.generated);
  });

  it('is shown in the status bar: the log, and how long it took', async () => {
    const editor = await simulated();
    await eventually('the log in the status bar', () => match(steward().status()[0] ?? '', /vip\.csv · /));
    await controls.wait({ css: '.statusbar-item', text: 'vip.csv' }, 'visible');
    strictEqual(window.activeTextEditor, editor);
  });

  it('gives each rule its last outcome in the view of rules', async () => {
    await simulated();
    await commands.executeCommand('steward.rules.focus');
    await eventually('outcomes in the view', async () => {
      const all = (await steward().rules()).flatMap(function flat(rule): (typeof rule)[] {
        return [rule, ...rule.children.flatMap(flat)];
      });
      ok(
        all.some(({ description }) => /members? \(/.test(description)),
        'no tier has members',
      );
    });
    await controls.wait({ css: '.monaco-list-row', text: 'Core' }, 'visible');
    await commands.executeCommand('workbench.view.explorer');
  });

  it('follows a threshold while it is typed, and marks stale results while the rules have errors', async () => {
    const editor = await simulated();
    const { document } = editor;
    const before = textOf(
      steward().resultsOf(document.uri) ?? (await results(document.uri, 'some', () => true)),
      `${VIP}/risk/Critical`,
    );
    await replace(editor, 'distinct(complaint.member) in 2h >= 6', 'distinct(complaint.member) in 2h >= 1');
    const lower = await results(
      document.uri,
      'fresh, of the new text',
      ({ state, version }) => state === 'fresh' && version === document.version,
    );
    notStrictEqual(textOf(lower, `${VIP}/risk/Critical`), before);
    await replace(editor, 'in 2h >= 1', 'in 2h >= ');
    await results(document.uri, 'stale', ({ state }) => state === 'stale');
    await eventually('drawn as old', () =>
      ok(
        steward()
          .decorationsOf(document.uri)
          .lines.every(({ italic }) => italic),
      ),
    );
    await replace(editor, 'in 2h >= ', 'in 2h >= 6');
    const again = await results(
      document.uri,
      'fresh again',
      ({ state, version }) => state === 'fresh' && version === document.version,
    );
    strictEqual(textOf(again, `${VIP}/risk/Critical`), before);
  });

  it('is explained by a hover: a table, evidence, and the equivalent command', async () => {
    const { document } = await simulated();
    const text = await hoverAt(document, 'override tier Core');
    match(text, /\|/);
    match(text, /steward\.openEvidence|steward simulate/);
  });

  it('evidence opens the log at its line', async () => {
    const { document } = await simulated();
    const text = await hoverAt(document, 'override risk Critical');
    const link = /\(command:steward\.openEvidence\?([^)]+)\)/.exec(text)?.[1];
    ok(link !== undefined, `no evidence in: ${text}`);
    const args: unknown[] = JSON.parse(decodeURIComponent(link));
    const [place] = [args].flat(2) as { uri: string; line: number }[];
    await commands.executeCommand('steward.openEvidence', place);
    await eventually('the log is open', () => {
      strictEqual(window.activeTextEditor?.document.uri.toString(), Uri.parse(place?.uri ?? '').toString());
      strictEqual(window.activeTextEditor?.selection.active.line, (place?.line ?? 0) - 1);
    });
    strictEqual(window.activeTextEditor?.document.uri.toString(), fileUri('service-beauty/logs/vip.csv').toString());
  });

  it('runs on a synthetic log if chosen in the palette', async () => {
    const { document } = await open(RULES);
    await palette('Steward: Simulate over Another Log');
    await pick('A made-up log');
    const found = await results(
      document.uri,
      'made up',
      ({ state, run }) => state === 'fresh' && run?.generated === true,
    );
    ok((found.run?.events ?? 0) > 100);
  });

  it('stops, and clears its results', async () => {
    const { document } = await simulated();
    await palette('Steward: Stop Simulating');
    await results(document.uri, 'none', ({ state }) => state === 'none');
    await eventually('nothing is drawn', () => deepStrictEqual(steward().decorationsOf(document.uri).lines, []));
  });

  it('reports a missing log, with what to do', async () => {
    const { document } = await open(RULES);
    const log = { kind: 'file', paths: [fileUri('nowhere.csv').fsPath] };
    // It ends once its message has been read.
    const ended = commands.executeCommand('steward.simulate', document.uri.toString(), null, log);
    const found = await results(document.uri, 'failed', ({ state }) => state === 'failed');
    match(found.message ?? '', /nowhere\.csv/);
    await notified('nowhere.csv');
    await clearNotifications();
    await ended;
  });
});
