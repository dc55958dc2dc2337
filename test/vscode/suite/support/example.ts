/** The example used by most tests. */
import { commands, Range, type TextEditor, TextEditorRevealType } from 'vscode';
import { open, positionIn } from './editors.ts';
import { results } from './steward.ts';

export const RULES = 'service-beauty/beauty.group';
export const VIP = 'BeautyVIP';

/** The example, open and simulated over its sample. */
export async function simulated(): Promise<TextEditor> {
  const editor = await open(RULES);
  await commands.executeCommand('steward.simulate', editor.document.uri.toString(), null, { kind: 'sample' });
  await results(
    editor.document.uri,
    'fresh',
    ({ state, version }) => state === 'fresh' && version === editor.document.version,
  );
  return editor;
}

/** Scrolls the line with a text to the top. */
export function scrollTo(editor: TextEditor, text: string): void {
  const at = positionIn(editor.document, text);
  editor.revealRange(new Range(at, at), TextEditorRevealType.AtTop);
}
