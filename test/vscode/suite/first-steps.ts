/** A newcomer's path, using only the keyboard and the palette: each step starts where the previous one ended. */
import { doesNotMatch, match, notStrictEqual, ok, strictEqual } from 'node:assert';
import { before, describe, it } from 'mocha';
import { languages, type Position, type TextDocument, window } from 'vscode';
import { drawn } from './support/drawn.ts';
import { closeAll, codeOf, fileUri, findings, newFolder, positionIn } from './support/editors.ts';
import { eventually } from './support/eventually.ts';
import { controls } from './support/page.ts';
import { answer, palette, pick } from './support/palette.ts';
import { results, textOf } from './support/steward.ts';
import { summon } from './support/summon.ts';

const CLAUSE = 'Customers/tier/Loyal';

/** With the editor's own "go to line". */
async function goTo(place: Position): Promise<void> {
  await summon(['Control+G'], { css: '.quick-input-widget input' });
  await controls.type(`${place.line + 1}:${place.character + 1}`, 0);
  await controls.press(['Enter']);
  await eventually('the cursor is there', () =>
    ok(window.activeTextEditor?.selection.active.isEqual(place), JSON.stringify(window.activeTextEditor?.selection)),
  );
}

/** Accepts a suggestion once it is offered. */
async function take(label: string): Promise<void> {
  const row = { css: '.suggest-widget.visible .monaco-list-row', text: label };
  await controls.wait(row, 'visible');
  await controls.click(row);
  await controls.wait({ css: '.suggest-widget.visible' }, 'hidden');
}

describe('first steps', () => {
  const path = `${newFolder()}.group`;
  let document: TextDocument;

  before(closeAll);

  it('a new file, from one of the kinds', async () => {
    await palette('Steward: New Group File');
    await pick('Service');
    await pick('English');
    await answer('Name of the new file', path);
    document = await eventually('the file is open', () => {
      const open = window.activeTextEditor?.document;
      strictEqual(open?.uri.toString(), fileUri(path).toString());
      return open;
    });
  });

  it('completion writes a tier', async () => {
    await goTo(positionIn(document, '  tier Active', 0));
    await controls.press(['Enter', 'ArrowUp']);
    await controls.type('  tier', 60);
    await take('tier …');
    await eventually('a tier is written', () =>
      match(document.getText(), /tier \w+[^{]*\{\s+when [^}]*\}\s+tier Active/),
    );
    await controls.type('Loyal', 60);
    await controls.press(['Tab']);
    await controls.type('Loyal members', 30);
    await controls.press(['Tab']);
    // Contains a mistake.
    await controls.type('mesages in 30d >= 40', 30);
    await controls.press(['Escape', 'Escape']);
    await eventually('it is as typed', () =>
      match(document.getText(), /tier Loyal "Loyal members" \{\s+when mesages in 30d >= 40\s/),
    );
  });

  it('an error is fixed by its quick fix', async () => {
    await findings(document.uri, 'a name is unknown', (codes) => codes.includes('unknown-name'));
    await goTo(positionIn(document, 'mesages', 2));
    await summon(['Control+.'], { css: '.action-widget .monaco-list-row', text: 'messages' });
    await controls.press(['Enter']);
    await eventually('the text is mended', () => match(document.getText(), /when messages in 30d >= 40/));
    await eventually('and nothing is wrong', () =>
      doesNotMatch(languages.getDiagnostics(document.uri).map(codeOf).join(' '), /unknown-name/),
    );
    await controls.press(['Control+S']);
    await eventually('it is saved', () => strictEqual(document.isDirty, false));
  });

  it('a simulation, on one’s own log', async () => {
    await palette('Steward: Simulate');
    await pick('Files…');
    await controls.wait({ css: '.quick-input-widget', text: 'The log to simulate on' }, 'visible');
    // It shows the window's folder.
    for (const name of ['service-beauty', 'logs', 'vip.csv']) await pick(name);
    const found = await results(document.uri, 'fresh', ({ state }) => state === 'fresh');
    match(textOf(found, CLAUSE), /members? \(|never/);
    match(found.run?.log ?? '', /vip\.csv/);
  });

  it('a threshold is edited, and the number beside it changes', async () => {
    const before = await results(document.uri, 'fresh', ({ state }) => state === 'fresh');
    const place = positionIn(document, 'in 30d >= 40', 'in 30d >= 40'.length);
    await goTo(place);
    await controls.press(['Backspace', 'Backspace']);
    await controls.type('4', 30);
    const after = await results(
      document.uri,
      'fresh, of the new text',
      ({ state, version }) => state === 'fresh' && version === document.version,
    );
    match(document.getText(), /when messages in 30d >= 4\s/);
    notStrictEqual(textOf(after, CLAUSE), textOf(before, CLAUSE));
    const shown = /\d+ members? \([^)]*\)/.exec(textOf(after, CLAUSE))?.[0];
    ok(shown !== undefined, textOf(after, CLAUSE));
    await drawn(shown);
  });

  it('the evidence is opened', async () => {
    await goTo(positionIn(document, 'risk Complaints', 'risk '.length + 2));
    const link = { css: '.monaco-hover a', text: 'vip.csv' };
    await summon(['Control+K', 'Control+I'], link);
    await controls.click(link);
    await eventually('the log is open', () => {
      const open = window.activeTextEditor?.document;
      strictEqual(open?.uri.toString(), fileUri('service-beauty/logs/vip.csv').toString());
      match(open?.lineAt(window.activeTextEditor?.selection.active.line ?? 0).text ?? '', /complaint/);
    });
  });

  it('the dashboard is opened', async () => {
    await window.showTextDocument(document);
    await palette('Steward: Show Dashboard');
    await controls.wait({ webview: '#steward', role: 'heading', name: 'Tiers' }, 'visible');
    await controls.wait({ webview: '#steward', css: 'body', text: 'Loyal members' }, 'visible');
  });
});
