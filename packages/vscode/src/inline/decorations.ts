/**
 * Inline results in visible editors; clauses that never fired are dimmed.
 *
 * During a run, the last results stay unchanged: most runs end before anyone would notice. Longer ones show in the status bar.
 */
import type { FileResults } from '@steward/editor/protocol';
import {
  type DecorationOptions,
  DecorationRangeBehavior,
  type ExtensionContext,
  Range,
  type TextDocument,
  type TextDocumentContentChangeEvent,
  type TextEditor,
  ThemeColor,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { LANGUAGE } from '../client/language-client.ts';
import type { Steward } from '../client/steward.ts';
import { type Drawing, type DrawnClause, type DrawnLine, drawingOf } from './drawing.ts';
import { LineDrift } from './drift.ts';

const SETTINGS = 'steward.inline';
const GAP = '0 0 0 3ch';
const PIECE_GAP = '0 0 0 2ch';

/** What is drawn for a document, for tests, because an editor does not say what it shows. */
export interface Inline {
  drawingOf(uri: Uri): Drawing;
}

export function registerInline(context: ExtensionContext, steward: Steward): Inline {
  const texts = window.createTextEditorDecorationType({ rangeBehavior: DecorationRangeBehavior.OpenOpen });
  const dimmed = window.createTextEditorDecorationType({
    opacity: '0.6',
    rangeBehavior: DecorationRangeBehavior.ClosedClosed,
  });
  const drifts = new Map<string, LineDrift>();
  const driftOf = (uri: string): LineDrift => {
    const known = drifts.get(uri) ?? new LineDrift();
    drifts.set(uri, known);
    return known;
  };
  const drawing = (uri: Uri): Drawing => drawingOf(steward.resultsOf(uri), driftOf(uri.toString()));

  const draw = (editor: TextEditor): void => {
    const { document } = editor;
    if (document.languageId !== LANGUAGE) return;
    const settings = workspace.getConfiguration(SETTINGS, document.uri);
    const shown = settings.get('enabled', true);
    const { lines, dimmed: idle } = drawing(document.uri);
    editor.setDecorations(texts, shown ? lines.flatMap((line) => lineDecorations(document, line)) : []);
    editor.setDecorations(dimmed, shown && settings.get('dimIdle', true) ? idle.map(rangeOf) : []);
  };
  const drawAll = (uri: string | null): void => {
    for (const editor of window.visibleTextEditors) {
      if (uri === null || editor.document.uri.toString() === uri) draw(editor);
    }
  };

  context.subscriptions.push(
    texts,
    dimmed,
    steward.onResults((results) => {
      forgetSeen(results, driftOf(results.uri));
      drawAll(results.uri);
    }),
    window.onDidChangeVisibleTextEditors((editors) => {
      for (const editor of editors) draw(editor);
    }),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (document.languageId !== LANGUAGE || contentChanges.length === 0) return;
      // The editor moves existing decorations; only new ones need the drift.
      driftOf(document.uri.toString()).note(document.version, contentChanges.map(lineEdit));
    }),
    workspace.onDidCloseTextDocument(({ uri }) => drifts.delete(uri.toString())),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(SETTINGS)) drawAll(null);
    }),
  );
  drawAll(null);
  return { drawingOf: drawing };
}

function forgetSeen({ version }: FileResults, drift: LineDrift): void {
  if (version !== null) drift.forget(version);
}

function lineEdit({ range, text }: TextDocumentContentChangeEvent) {
  return {
    startLine: range.start.line,
    startCharacter: range.start.character,
    endLine: range.end.line,
    added: text.split('\n').length - 1,
  };
}

function lineDecorations(document: TextDocument, { line, pieces, italic }: DrawnLine): DecorationOptions[] {
  if (line >= document.lineCount) return [];
  const { end } = document.lineAt(line).range;
  return pieces.map(({ text, colour }, i) => ({
    range: new Range(end, end),
    renderOptions: {
      after: {
        contentText: text,
        color: new ThemeColor(`steward.inline.${colour}`),
        margin: i === 0 ? GAP : PIECE_GAP,
        ...(italic ? { fontStyle: 'italic' } : {}),
      },
    },
  }));
}

function rangeOf({ startLine, startCharacter, endLine, endCharacter }: DrawnClause): Range {
  return new Range(startLine, startCharacter, endLine, endCharacter);
}
