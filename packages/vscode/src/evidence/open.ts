/**
 * The events behind a number, in an editor.
 *
 * A text log that is not too large opens at its line. For any other (compressed, Parquet, huge), the server provides the surrounding
 * events.
 */
import { type EvidencePlace, EXCERPT, type Excerpt, OPEN_EVIDENCE_COMMAND } from '@steward/editor/protocol';
import {
  commands,
  EventEmitter,
  type ExtensionContext,
  OverviewRulerLane,
  Position,
  Range,
  Selection,
  type TextDocument,
  type TextEditor,
  TextEditorRevealType,
  ThemeColor,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import type { Steward } from '../client/steward.ts';
import { withoutLinks } from '../commands/notice.ts';
import { say } from '../words.ts';
import { opensAsText, shortName } from './text-log.ts';

const LOG_SCHEME = 'steward-log';

export function registerEvidence(context: ExtensionContext, steward: Steward): void {
  const highlight = window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new ThemeColor('editor.findMatchHighlightBackground'),
    overviewRulerColor: new ThemeColor('editorOverviewRuler.findMatchForeground'),
    overviewRulerLane: OverviewRulerLane.Full,
  });
  const excerpts = new Map<string, string>();
  const changed = new EventEmitter<Uri>();

  const excerptOf = async (place: EvidencePlace): Promise<{ document: TextDocument; line: number }> => {
    const excerpt = await steward.request<EvidencePlace, Excerpt>(EXCERPT, place);
    const uri = Uri.from({
      scheme: LOG_SCHEME,
      path: `/${shortName(place.uri)}:${place.line}`,
      query: JSON.stringify(place),
    });
    excerpts.set(uri.toString(), excerpt.text);
    changed.fire(uri);
    return { document: await workspace.openTextDocument(uri), line: excerpt.line };
  };
  const open = async (given: unknown): Promise<void> => {
    if (!isPlace(given)) throw new Error('no place of a log');
    const uri = Uri.parse(given.uri);
    const size = await sizeOf(uri);
    if (size === null) {
      await window.showErrorMessage(say.logGone(withoutLinks(workspace.asRelativePath(uri))));
      return;
    }
    const asText = opensAsText(uri.path, size);
    const { document, line } = asText
      ? { document: await workspace.openTextDocument(uri), line: given.line - 1 }
      : await excerptOf(given);
    const editor = await window.showTextDocument(document, {
      viewColumn: ViewColumn.Beside,
      preview: true,
      preserveFocus: false,
    });
    show(editor, line, highlight);
  };

  context.subscriptions.push(
    highlight,
    changed,
    workspace.registerTextDocumentContentProvider(LOG_SCHEME, {
      onDidChange: changed.event,
      async provideTextDocumentContent(uri) {
        const known = excerpts.get(uri.toString());
        if (known !== undefined) return known;
        // An editor from before a window reload.
        const place: unknown = JSON.parse(uri.query);
        if (!isPlace(place)) return '';
        return (await steward.request<EvidencePlace, Excerpt>(EXCERPT, place)).text;
      },
    }),
    workspace.onDidCloseTextDocument(({ uri }) => excerpts.delete(uri.toString())),
    commands.registerCommand(OPEN_EVIDENCE_COMMAND, open),
  );
}

function show(
  editor: TextEditor,
  line: number,
  highlight: ReturnType<typeof window.createTextEditorDecorationType>,
): void {
  const at = new Position(Math.max(0, Math.min(line, editor.document.lineCount - 1)), 0);
  editor.selection = new Selection(at, at);
  editor.revealRange(new Range(at, at), TextEditorRevealType.InCenter);
  editor.setDecorations(highlight, [new Range(at, at)]);
}

/** Bytes; null if the file does not exist. */
async function sizeOf(uri: Uri): Promise<number | null> {
  try {
    return (await workspace.fs.stat(uri)).size;
  } catch {
    return null;
  }
}

function isPlace(given: unknown): given is EvidencePlace {
  if (typeof given !== 'object' || given === null) return false;
  return (
    'uri' in given &&
    typeof given.uri === 'string' &&
    'line' in given &&
    typeof given.line === 'number' &&
    'at' in given
  );
}
