import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import { beforeEach, describe, it } from 'mocha';
import { type CodeAction, CodeActionKind, commands, DiagnosticSeverity, languages, workspace } from 'vscode';
import { closeAll, codeOf, findings, newFolder, open, replace, write } from './support/editors.ts';
import { eventually } from './support/eventually.ts';
import { controls } from './support/page.ts';

const NAMELESS = 'group G : service extends Nobody {\n  tier T { otherwise }\n}\n';

describe('findings', () => {
  beforeEach(closeAll);

  it('have their place, with a code that links to a page, and disappear when the text is fixed', async () => {
    const editor = await write(NAMELESS);
    const { uri } = editor.document;
    const found = await findings(uri, 'a name is unknown', (codes) => codes.includes('unknown-name'));
    const unknown = found.find((each) => codeOf(each) === 'unknown-name');
    strictEqual(unknown?.severity, DiagnosticSeverity.Error);
    strictEqual(editor.document.getText(unknown?.range), 'Nobody');
    strictEqual(unknown?.source, 'steward');
    match(unknown?.message ?? '', /Nobody/);
    ok(typeof unknown?.code === 'object', 'its code has no page');
    await replace(editor, ' extends Nobody', '');
    await findings(uri, 'none about names', (codes) => !codes.includes('unknown-name'));
  });

  it('are visible: underlined, and counted among the problems', async () => {
    const editor = await write(NAMELESS);
    await findings(editor.document.uri, 'a name is unknown', (codes) => codes.includes('unknown-name'));
    await controls.wait({ css: '.monaco-editor .squiggly-error' }, 'visible');
    await commands.executeCommand('workbench.actions.view.problems');
    await controls.wait({ css: '.markers-panel .monaco-list-row', text: 'Nobody' }, 'visible');
    await commands.executeCommand('workbench.action.closePanel');
  });

  it('follow into files that are not open', async () => {
    const folder = newFolder();
    const base = await write('policy Base { tier T { otherwise } }\n', `${folder}/base.group`);
    const leaf = await write('import "./base.group"\ngroup G : service extends Base { }\n', `${folder}/leaf.group`);
    await findings(leaf.document.uri, 'no name is unknown', (codes) => !codes.includes('unknown-name'));
    const again = await open(`${folder}/base.group`);
    await replace(again, 'Base', 'Other');
    await findings(leaf.document.uri, 'the base is missed', (codes) => codes.includes('unknown-name'));
    strictEqual(again.document.uri.toString(), base.document.uri.toString());
  });

  it('do not occur in the examples', async () => {
    const files = await workspace.findFiles('{service,interest,knowledge,conversion}-*/*.group');
    ok(files.length >= 4, `only ${files.length} examples`);
    for (const uri of files) {
      await open(workspace.asRelativePath(uri));
      // A file that hasn't been checked has no findings either.
      await eventually(`lenses of ${uri.path}`, async () => {
        const lenses = await commands.executeCommand<unknown[]>('vscode.executeCodeLensProvider', uri);
        ok(lenses.length > 0, 'none yet');
      });
      const found = languages.getDiagnostics(uri).filter(({ severity }) => severity <= DiagnosticSeverity.Warning);
      deepStrictEqual(found.map(codeOf), []);
    }
  });

  it('have a quick fix, which corrects the text', async () => {
    const editor = await write('group G : service {\n  tier T { when mesages in 7d > 1 }\n}\n');
    const { uri } = editor.document;
    const found = await findings(uri, 'a name is unknown', (codes) => codes.includes('unknown-name'));
    const at = found.find((each) => codeOf(each) === 'unknown-name')?.range;
    const kind = CodeActionKind.QuickFix.value;
    const actions = await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', uri, at, kind);
    const fix = actions.find(({ title }) => title.includes('messages'));
    ok(fix?.edit !== undefined, `no fix with an edit among: ${actions.map(({ title }) => title).join('; ')}`);
    ok(await workspace.applyEdit(fix.edit));
    match(editor.document.getText(), /when messages in 7d > 1/);
    await findings(uri, 'none about names', (codes) => !codes.includes('unknown-name'));
  });

  it('disappear with the file', async () => {
    const { document } = await write(NAMELESS);
    await findings(document.uri, 'a name is unknown', (codes) => codes.includes('unknown-name'));
    await closeAll();
    await workspace.fs.delete(document.uri);
    await eventually('no findings of a deleted file', () =>
      deepStrictEqual(languages.getDiagnostics(document.uri), []),
    );
  });
});
