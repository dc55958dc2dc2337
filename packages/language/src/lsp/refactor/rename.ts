/**
 * Renames across files.
 *
 * Refuses a rename that would change the meaning: the renamed files are checked first, and if a name would then mean something else or
 * cause a new error, the user gets an explanation instead of an edit.
 */

import { type Bilingual, fill } from '@steward/text';
import type { Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { GroupRulesTerminals } from '../../generated/ast.ts';
import type { FileSystem } from '../../workspace/file-system.ts';
import { PRELUDE_PATH } from '../../workspace/load.ts';
import type { Server } from '../feature.ts';
import { declaredAt, everywhere } from '../navigate/navigation.ts';
import type { Position } from '../protocol.ts';
import type { NameAt, Occurrence } from '../text/names.ts';
import { family, nameAt, nameLeaf, occurrences } from '../text/names.ts';
import { LineIndex, rangeOfNode } from '../text/places.ts';

const NOTHING: Bilingual = { en: 'There is no name here to rename.', zh: '这里没有可以重命名的名称。' };
const PRELUDE = {
  en: '`{name}` belongs to the prelude, which every file shares. Declare one of your own under another name.',
  zh: '`{name}` 属于所有文件共用的内置词库，不能重命名。请用别的名称自己声明一个。',
};
const NO_NAME = {
  en: '`{name}` is not a valid name: use letters, digits and `_`, and do not start with a digit.',
  zh: '`{name}` 不能作名称：只能用字母、汉字、数字和 `_`，且不能以数字开头。',
};
const CLASH = {
  en: 'Renamed to `{name}`would cause a new error: {message}',
  zh: '改名为 `{name}` 后会出现新的错误：{message}',
};
const OTHER = {
  en: '`{name}` is already taken: some uses would then refer to it.',
  zh: '已有别的东西叫 `{name}`，改名后有些地方会指向它。',
};

const NAME = new RegExp(`^${GroupRulesTerminals.ID.source}$`);

export function registerRename(server: Server): void {
  server.connection.onPrepareRename(({ textDocument, position }): { range: Range; placeholder: string } => {
    const { name } = renamable(server, textDocument.uri, position);
    return { range: innerRange(name), placeholder: wordOf(name.leaf.text) };
  });
  server.connection.onRenameRequest(({ textDocument, position, newName }) =>
    rename(server, textDocument.uri, position, newName),
  );
}

function refuse(server: Server, text: Bilingual): never {
  throw new ResponseError(LSPErrorCodes.RequestFailed, server.say(text));
}

function renamable(server: Server, uri: string, position: Position): { name: NameAt; path: string } {
  const asked = declaredAt(server, uri, position);
  if (asked === null) return refuse(server, NOTHING);
  if (asked.path === PRELUDE_PATH) return refuse(server, fill(PRELUDE, { name: asked.name.declaration.name }));
  return asked;
}

/** A label is quoted; the quotes stay. */
function wordOf(text: string): string {
  return text.startsWith('"') ? text.slice(1, -1) : text;
}

function innerRange(name: NameAt): Range {
  const range = rangeOfNode(name.leaf);
  if (!name.leaf.text.startsWith('"')) return range;
  return {
    start: { line: range.start.line, character: range.start.character + 1 },
    end: { line: range.end.line, character: range.end.character - 1 },
  };
}

/** A word of a file to replace, by offset. */
interface Change {
  path: string;
  start: number;
  end: number;
  text: string;
  newText: string;
}

function rename(server: Server, uri: string, position: Position, newName: string): WorkspaceEdit {
  const { name } = renamable(server, uri, position);
  const word = wordOf(name.leaf.text);
  const quoted = name.leaf.text.startsWith('"');
  if (!quoted && !NAME.test(newName)) return refuse(server, fill(NO_NAME, { name: newName }));
  if (quoted && /["\\\n]/.test(newName)) return refuse(server, fill(NO_NAME, { name: newName }));
  if (word === newName) return { changes: {} };
  const found = everywhere(server, uri, position);
  const changes = changesOf(found, word, newName);
  const after = withChanges(server.workspace.fileSystem, changes);
  refuseNewMeaning(server, changes, found.length, newName, after);
  const edits: Record<string, TextEdit[]> = {};
  for (const change of changes) {
    const lines = new LineIndex(change.text);
    const target = server.workspace.uriOf(change.path);
    edits[target] ??= [];
    edits[target].push({ range: lines.rangeAt(change.start, change.end), newText: change.newText });
  }
  return { changes: edits };
}

/** The occurrences spelled `word`: name, alias and label are renamed independently. */
function changesOf(found: readonly Occurrence[], word: string, newName: string): Change[] {
  return found.flatMap(({ file, leaf, isDeclaration }) => {
    const leaves = isDeclaration
      ? (['name', 'alias', 'label'] as const).flatMap((property) => nameLeaf(leaf.astNode, property) ?? [])
      : [leaf];
    return leaves
      .filter(({ text }) => wordOf(text) === word)
      .map(({ offset, end, text }) => ({
        path: file.path,
        start: offset,
        end,
        text: file.text,
        newText: text.startsWith('"') ? `"${newName}"` : newName,
      }));
  });
}

function withChanges(fileSystem: FileSystem, changes: readonly Change[]): FileSystem {
  const texts = new Map<string, string>();
  for (const path of new Set(changes.map((change) => change.path))) {
    const own = changes.filter((change) => change.path === path).sort((left, right) => right.start - left.start);
    let text = own[0]?.text ?? '';
    for (const { start, end, newText } of own) text = text.slice(0, start) + newText + text.slice(end);
    texts.set(path, text);
  }
  return {
    look: fileSystem.look,
    read: (path, use) => {
      const text = texts.get(path);
      return text === undefined ? fileSystem.read(path, use) : { kind: 'text', text };
    },
  };
}

function refuseNewMeaning(
  server: Server,
  changes: readonly Change[],
  uses: number,
  newName: string,
  after: FileSystem,
): void {
  const { workspace } = server;
  const paths = [...new Set(changes.flatMap(({ path }) => workspace.affectedBy(path)))];
  const errorsIn = (fileSystem: FileSystem) =>
    workspace.checker
      .check(paths, fileSystem, { rules: [] })
      .diagnostics.filter(({ severity }) => severity === 'error');
  const before = errorsIn(workspace.fileSystem);
  const then = errorsIn(after);
  const known = new Set(before.map(({ code, message }) => `${code}${message.en}`));
  const news = then.find(({ code, message }) => !known.has(`${code}${message.en}`));
  const first = changes[0];
  const same = first === undefined ? uses : usesAfter(server, changes, first, after, paths);
  workspace.relink();
  if (then.length > before.length && news !== undefined) {
    refuse(server, fill(CLASH, { name: newName, message: news.message }));
  }
  if (same !== uses) refuse(server, fill(OTHER, { name: newName }));
}

/** How many references resolve to the renamed declaration after the rename. */
function usesAfter(
  server: Server,
  changes: readonly Change[],
  first: Change,
  after: FileSystem,
  paths: readonly string[],
): number {
  const own = changes.filter((change) => change.path === first.path && change.start < first.start);
  const shift = own.reduce((sum, change) => sum + change.newText.length - (change.end - change.start), 0);
  const loaded = server.workspace.checker.open(paths, after);
  const files = [...loaded.files, loaded.prelude];
  const file = files.find(({ path }) => path === first.path);
  const name = file === undefined ? null : nameAt(file, first.start + shift);
  return name === null ? 0 : occurrences(family(name.declaration, files), files).length;
}
