/** Documents and editors of the window under test. */
import { ok } from 'node:assert';
import { randomBytes } from 'node:crypto';
import {
  commands,
  type Diagnostic,
  languages,
  type Position,
  Range,
  Selection,
  type TextDocument,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode';
import { eventually } from './eventually.ts';

export function fileUri(path: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  ok(folder !== undefined, 'the window has no folder');
  return Uri.joinPath(folder.uri, ...path.split('/'));
}

export async function open(path: string): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument(fileUri(path)), { preview: false });
}

/** A folder in the window's folder that no other test has used: the window may still remember a deleted file. */
export function newFolder(): string {
  return `own/${randomBytes(4).toString('hex')}`;
}

/** Writes a file into the window's folder (by default a new subfolder) and opens it. */
export async function write(text: string, path = `${newFolder()}/main.group`): Promise<TextEditor> {
  await workspace.fs.writeFile(fileUri(path), Buffer.from(text));
  return open(path);
}

/** The text without its `|`, which marks a position. */
function marked(text: string): { text: string; offset: number } {
  const offset = text.indexOf('|');
  ok(offset >= 0, 'the text has no |');
  return { text: text.slice(0, offset) + text.slice(offset + 1), offset };
}

/** Opens a new file with the cursor at the `|` of its text. */
export async function writeMarked(source: string): Promise<{ editor: TextEditor; position: Position }> {
  const { text, offset } = marked(source);
  const editor = await write(text);
  const position = editor.document.positionAt(offset);
  editor.selection = new Selection(position, position);
  return { editor, position };
}

/** The first occurrence of a text in a document. */
function rangeOf(document: TextDocument, text: string): Range {
  const start = document.getText().indexOf(text);
  ok(start >= 0, `${document.uri.path} has no ${text}`);
  return new Range(document.positionAt(start), document.positionAt(start + text.length));
}

export function positionIn(document: TextDocument, text: string, within = 1): Position {
  return document.positionAt(document.getText().indexOf(text) + within);
}

/** Replaces the first occurrence through the editor, like typing. */
export async function replace(editor: TextEditor, from: string, to: string): Promise<void> {
  const range = rangeOf(editor.document, from);
  ok(await editor.edit((edit) => edit.replace(range, to)), 'the editor refused the edit');
}

export function codeOf(diagnostic: Diagnostic): string {
  const { code } = diagnostic;
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits until a file's findings satisfy a condition. */
export function findings(uri: Uri, what: string, isSo: (codes: string[]) => boolean): Promise<Diagnostic[]> {
  return eventually(`findings of ${uri.path}: ${what}`, () => {
    const found = languages.getDiagnostics(uri);
    ok(isSo(found.map(codeOf)), `they are: ${found.map((each) => `${codeOf(each)} ${each.message}`).join('; ')}`);
    return found;
  });
}

/** Editors of the window's own documents, such as its settings, come and go. */
export async function closeAll(): Promise<void> {
  await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  for (const document of workspace.textDocuments.filter(
    ({ isDirty, languageId }) => isDirty && languageId === 'group',
  )) {
    await window.showTextDocument(document);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await commands.executeCommand('workbench.action.closeAllEditors');
}
