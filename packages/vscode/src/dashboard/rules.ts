/** Navigates from the dashboard to a rule, and maps a rule to its key. */
import { type ClauseKey, type FileAsk, OUTLINE, type RuleNode } from '@steward/editor/protocol';
import {
  type Position,
  Range,
  Selection,
  type TextEditor,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import type { Steward } from '../client/steward.ts';
import { say } from '../words.ts';

/** Opens the clause beside the dashboard, reusing an editor that already shows its file. */
export async function openRule(steward: Steward, file: Uri, clause: ClauseKey): Promise<void> {
  const nodes = await steward.request<FileAsk, RuleNode[]>(OUTLINE, { uri: file.toString() });
  const location = find(nodes, clause)?.location ?? null;
  if (location === null) {
    await window.showInformationMessage(say.ruleGone);
    return;
  }
  const uri = Uri.parse(location.uri);
  const { start, end } = location.range;
  const range = new Range(start.line, start.character, end.line, end.character);
  const document = await workspace.openTextDocument(uri);
  const shown = window.visibleTextEditors.find((editor) => editor.document.uri.toString() === uri.toString());
  const editor = await window.showTextDocument(document, {
    viewColumn: shown?.viewColumn ?? ViewColumn.One,
    preview: false,
  });
  editor.selection = new Selection(range.start, range.start);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}

function find(nodes: readonly RuleNode[], clause: ClauseKey): RuleNode | null {
  for (const node of nodes) {
    const found = node.clause === clause ? node : find(node.children, clause);
    if (found !== null) return found;
  }
  return null;
}

/** The innermost simulated clause at the cursor; null if there is none. */
export function clauseAt(
  steward: Steward,
  { document, selection }: Pick<TextEditor, 'document' | 'selection'>,
): ClauseKey | null {
  const lines = steward.resultsOf(document.uri)?.lines ?? [];
  const enclosing = lines.filter(({ range }) => contains(range, selection.active));
  const innermost = enclosing.toSorted((a, b) => b.range.start.line - a.range.start.line)[0];
  return innermost?.clause ?? null;
}

function contains({ start, end }: { start: { line: number }; end: { line: number } }, { line }: Position): boolean {
  return start.line <= line && line <= end.line;
}
