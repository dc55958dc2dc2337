import { match, ok, strictEqual } from 'node:assert';
import { describe, it } from 'mocha';
import { commands, type Hover, window, workspace } from 'vscode';
import { findings, positionIn, replace } from './support/editors.ts';
import { eventually } from './support/eventually.ts';
import { palette, pick } from './support/palette.ts';
import { results } from './support/steward.ts';

describe('a window without a folder', () => {
  it('has none', () => strictEqual(workspace.workspaceFolders, undefined));

  it('creates an unsaved file, checks it, and simulates it on a synthetic log', async () => {
    await palette('Steward: New Group File');
    await pick('Interest');
    await pick('English');
    const editor = await eventually('the file', () => {
      const active = window.activeTextEditor;
      ok(active?.document.isUntitled === true && active.document.languageId === 'group');
      return active;
    });
    const { document } = editor;
    await eventually('a hover', async () => {
      const place = positionIn(document, 'tier ', 1);
      const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, place);
      ok(hovers.length > 0);
    });
    await commands.executeCommand('steward.simulate', document.uri.toString(), null, { kind: 'generated', days: 30 });
    const found = await results(document.uri, 'fresh', ({ state }) => state === 'fresh');
    strictEqual(found.run?.generated, true);
    match(found.lines.map(({ text }) => text).join('\n'), /members? \(/);
    await replace(editor, 'tier ', 'teir ');
    await findings(document.uri, 'the text does not parse', (codes) => codes.length > 0);
  });
});
