import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import { beforeEach, describe, it } from 'mocha';
import { commands, DiagnosticSeverity, extensions, languages, type TextDocument, window, workspace } from 'vscode';
import { closeAll, codeOf, fileUri, findings, newFolder, write } from './support/editors.ts';
import { eventually } from './support/eventually.ts';
import { controls } from './support/page.ts';
import { answer, offered, palette, pick } from './support/palette.ts';
import { ID } from './support/steward.ts';

const KINDS = ['Service', 'Interest', 'Knowledge', 'Conversion'];

/** Waits until the server has checked a document, and returns the findings that call for action. */
async function complaints(document: TextDocument): Promise<string[]> {
  await eventually('the server has looked', async () => {
    const found = await commands.executeCommand<unknown[]>('vscode.executeCodeLensProvider', document.uri);
    ok(found.length > 0, 'no lens yet');
  });
  const found = languages.getDiagnostics(document.uri);
  return found.filter(({ severity }) => severity <= DiagnosticSeverity.Warning).map(codeOf);
}

describe('commands', () => {
  beforeEach(closeAll);

  it('in the manifest all exist', async () => {
    const extension = extensions.getExtension(ID);
    await extension?.activate();
    const promised: { command: string }[] = extension?.packageJSON.contributes.commands ?? [];
    ok(promised.length >= 10);
    const there = new Set(await commands.getCommands());
    deepStrictEqual(
      promised.map(({ command }) => command).filter((command) => !there.has(command)),
      [],
    );
  });

  for (const kind of KINDS) {
    for (const language of ['English', '中文']) {
      it(`a new file for a group of the kind ${kind}, in ${language}, has nothing wrong`, async () => {
        await palette('Steward: New Group File');
        await pick(kind);
        await pick(language);
        const path = `${newFolder()}.group`;
        await answer('Name of the new file', path);
        const document = await eventually('the file is open', () => {
          const active = window.activeTextEditor?.document;
          strictEqual(active?.uri.toString(), fileUri(path).toString());
          return active;
        });
        match(document.getText(), language === 'English' ? /^group /m : /^群 /m);
        deepStrictEqual(await complaints(document), []);
      });
    }
  }

  it('a name that is taken is rejected while it is typed', async () => {
    const { document } = await write('role moderator\n');
    const path = workspace.asRelativePath(document.uri);
    await palette('Steward: New Group File');
    await pick('Service');
    await pick('English');
    await answer('Name of the new file', path);
    await controls.wait({ css: '.quick-input-widget', text: 'already exists' }, 'visible');
    await controls.press(['Escape']);
    strictEqual(document.getText(), 'role moderator\n');
  });

  it('translates a file, and back', async () => {
    const source = 'policy P {\n  risk R { when messages in 7d > 1 }\n}\n';
    const { document } = await write(source);
    await findings(document.uri, 'some', (codes) => codes.length > 0);
    await palette('Steward: Translate to Chinese');
    await eventually('Chinese', () => match(document.getText(), /^规范 P \{\n {2}风险 R \{ 当 发言数 近7天 > 1 \}/));
    await palette('Steward: Translate to English');
    await eventually('English', () => strictEqual(document.getText(), source));
  });

  it('restarts the server, which then knows the open files', async () => {
    const { document } = await write('group G : service extends Nobody { }\n');
    await findings(document.uri, 'a name is unknown', (codes) => codes.includes('unknown-name'));
    await palette('Steward: Restart Server');
    await eventually('its findings are gone with it', () =>
      deepStrictEqual(languages.getDiagnostics(document.uri), []),
    ).catch(() => null);
    await findings(document.uri, 'a name is unknown', (codes) => codes.includes('unknown-name'));
  });

  it('shows the server’s output', async () => {
    await palette('Steward: Show Output');
    await controls.wait({ css: '.panel .pane-body.output-view, .panel .output-view' }, 'visible');
    await commands.executeCommand('workbench.action.closePanel');
  });

  it('asks for the file if none is open', async () => {
    await palette('Steward: Simulate');
    await eventually('the files are offered', async () =>
      ok((await offered()).some((label) => label.endsWith('.group'))),
    );
    await controls.type('beauty', 0);
    await eventually('one of them is found', async () => match((await offered()).join('; '), /^[^;]*beauty\.group/));
    await controls.press(['Escape']);
  });
});
