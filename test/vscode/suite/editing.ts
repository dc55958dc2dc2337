import { match, ok, rejects, strictEqual } from 'node:assert';
import { beforeEach, describe, it } from 'mocha';
import {
  type CodeAction,
  CodeActionKind,
  type CompletionItem,
  type CompletionList,
  commands,
  WorkspaceEdit as Edit,
  Position,
  Range,
  Selection,
  type SignatureHelp,
  type TextDocument,
  type TextEdit,
  type Uri,
  type WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { closeAll, fileUri, findings, newFolder, positionIn, write, writeMarked } from './support/editors.ts';
import { eventually } from './support/eventually.ts';
import { controls } from './support/page.ts';

describe('editing', () => {
  beforeEach(closeAll);

  /** The labels offered at the `|`, once `wanted` is among them. */
  async function completions(source: string, wanted: string): Promise<CompletionItem[]> {
    const { editor, position } = await writeMarked(source);
    return eventually(`${wanted} among what is offered`, async () => {
      const { items } = await commands.executeCommand<CompletionList>(
        'vscode.executeCompletionItemProvider',
        editor.document.uri,
        position,
      );
      ok(
        items.some((item) => labelOf(item) === wanted),
        items.map(labelOf).slice(0, 40).join(' '),
      );
      return items;
    });
  }

  it('offers keywords in the language of the file', async () => {
    await completions('group G : service {\n  |\n}\n', 'tier');
    await completions('群 甲 : 服务型 {\n  层级 乙 { 其余 }\n  |\n}\n', '层级');
  });

  it('offers names in scope with their documentation, units after numbers, files in paths', async () => {
    const names = await completions('group G : service {\n  tier A { when | }\n}\n', 'messages');
    ok(names.some((item) => labelOf(item) === 'messages' && item.documentation !== undefined));
    await completions('group G : service {\n  tier A { when messages in 7|  > 1 }\n}\n', '7d');
    await completions('import "../../|"\n', 'baseline/');
  });

  it('opens the suggestions while a person types, and accepts one with Enter', async () => {
    const { editor } = await writeMarked('group G : service {\n  |\n}\n');
    await findings(editor.document.uri, 'some', (codes) => codes.length > 0);
    await controls.click({ css: '.editor-instance .view-lines' });
    await commands.executeCommand('cursorTop');
    await commands.executeCommand('cursorDown');
    await commands.executeCommand('cursorEnd');
    await controls.type('capa', 60);
    await controls.wait({ css: '.suggest-widget.visible .monaco-list-row', text: 'capacity' }, 'visible');
    await controls.press(['Enter']);
    await eventually('the keyword is written', () => match(editor.document.getText(), /capacity/));
  });

  it('shows the parameters of an action', async () => {
    const { editor, position } = await writeMarked('policy P { risk R { when age > 1d do reward("x", |) } }\n');
    await eventually('the parameters', async () => {
      const help = await commands.executeCommand<SignatureHelp | undefined>(
        'vscode.executeSignatureHelpProvider',
        editor.document.uri,
        position,
      );
      strictEqual(help?.signatures[0]?.label, 'reward(what, who = member)');
      strictEqual(help?.activeParameter, 1);
    });
  });

  it('renames across files, and refuses what would break them', async () => {
    const folder = newFolder();
    const base = await write('policy Base { tier Top { otherwise } }\nrole a\nrole b\n', `${folder}/base.group`);
    const leaf = await write(
      'import "./base.group"\ngroup A : service extends Base { override tier Top { otherwise } }\n',
      `${folder}/leaf.group`,
    );
    await findings(leaf.document.uri, 'no name is unknown', (codes) => !codes.includes('unknown-name'));
    const edit = await rename(base.document.uri, positionIn(base.document, 'Top'), 'Best');
    strictEqual(edit.entries().length, 2);
    ok(await workspace.applyEdit(edit));
    match(leaf.document.getText(), /override tier Best/);
    match(base.document.getText(), /tier Best/);
    await rejects(async () => rename(base.document.uri, positionIn(base.document, 'role a', 5), 'b'), /error/);
  });

  it('moving a file updates its paths', async () => {
    const folder = newFolder();
    const base = await write('policy Base { tier T { otherwise } }\n', `${folder}/base.group`);
    const leaf = await write('import "./base.group"\ngroup A : service extends Base { }\n', `${folder}/leaf.group`);
    await findings(leaf.document.uri, 'no name is unknown', (codes) => !codes.includes('unknown-name'));
    const move = new Edit();
    move.renameFile(base.document.uri, fileUri(`${folder}/moved/base.group`));
    ok(await workspace.applyEdit(move));
    await eventually('the import follows', () => match(leaf.document.getText(), /import "\.\/moved\/base\.group"/));
  });

  it('formats a file, a part of it, and what is being typed, and keeps comments', async () => {
    const source = 'group   G : service {\n      tier A { when messages in 7d>1 } // kept\n  tier B {otherwise}\n}\n';
    const { document } = await write(source);
    const options = { tabSize: 2, insertSpaces: true };
    const edits = await eventually('edits', async () => {
      const found = await commands.executeCommand<TextEdit[] | undefined>(
        'vscode.executeFormatDocumentProvider',
        document.uri,
        options,
      );
      ok(found !== undefined && found.length > 0);
      return found;
    });
    const part = await commands.executeCommand<TextEdit[]>(
      'vscode.executeFormatRangeProvider',
      document.uri,
      new Range(2, 0, 2, 20),
      options,
    );
    ok(
      part.every(({ range }) => range.start.line >= 2),
      'a line outside of the part is touched',
    );
    const whole = new Edit();
    whole.set(document.uri, edits);
    ok(await workspace.applyEdit(whole));
    match(document.getText(), /^group G : service \{\n {2}tier A {1,}\{ when messages in 7d > 1 \} \/\/ kept\n/);
    const again = await commands.executeCommand<TextEdit[] | undefined>(
      'vscode.executeFormatDocumentProvider',
      document.uri,
      options,
    );
    strictEqual(again?.length ?? 0, 0);
  });

  it('makes a policy of sections, and translates a file', async () => {
    const { document } = await write('group G : service {\n  risk R { when age > 1d }\n  tier T { otherwise }\n}\n');
    const start = positionIn(document, 'risk R', 0);
    const sections = new Range(start, start.translate(0, 'risk R { when age > 1d }'.length));
    await applyAction(document, sections, CodeActionKind.RefactorExtract, 'polic');
    match(
      document.getText(),
      /^policy GRules \{\n {2}risk R \{ when age > 1d \}\n\}\n\ngroup G : service extends GRules/,
    );
    await applyAction(document, new Range(0, 0, 0, 0), CodeActionKind.RefactorRewrite, 'Chinese');
    match(document.getText(), /^规范 GRules \{\n {2}风险 R/);
  });

  it('fixes everything that has a single fix', async () => {
    const { document } = await write(
      'group G : service {\n  tier A { when mesages in 7d > 1 }\n  tier B { when open_rate in 7d > 40 }\n}\n',
    );
    await findings(document.uri, 'a name is unknown', (codes) => codes.includes('unknown-name'));
    await applyAction(document, new Range(0, 0, 0, 0), CodeActionKind.SourceFixAll, '');
    match(document.getText(), /when messages in 7d > 1/);
    match(document.getText(), /open_rate in 7d > 40%/);
  });

  it('closes brackets, and comments lines with the usual keys', async () => {
    const { editor } = await writeMarked('|');
    await controls.click({ css: '.editor-instance .view-lines' });
    await controls.type('policy P {', 30);
    await eventually('the bracket is closed', () => match(editor.document.getText(), /^policy P \{\}/));
    editor.selection = new Selection(new Position(0, 0), new Position(0, 0));
    await commands.executeCommand('editor.action.commentLine');
    match(editor.document.getText(), /^\/\/ policy P/);
    strictEqual(window.activeTextEditor?.document.languageId, 'group');
  });
});

function labelOf(item: CompletionItem): string {
  return typeof item.label === 'string' ? item.label : item.label.label;
}

/** Applies the first action of a kind whose title contains the words. */
async function applyAction(document: TextDocument, range: Range, kind: CodeActionKind, title: string): Promise<void> {
  const found = await eventually(`${kind.value} “${title}”`, async () => {
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      kind.value,
    );
    const action = actions.find((each) => each.title.includes(title));
    ok(action?.edit !== undefined, actions.map((each) => each.title).join('; '));
    return action.edit;
  });
  ok(await workspace.applyEdit(found));
}

function rename(uri: Uri, position: Position, name: string): Thenable<WorkspaceEdit> {
  return commands.executeCommand<WorkspaceEdit>('vscode.executeDocumentRenameProvider', uri, position, name);
}
