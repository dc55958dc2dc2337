/**
 * The extension's exports.
 *
 * An editor has no way to say what a decoration, a tree or the status bar shows. Tests that look at what the user gets, and other
 * extensions that build on it, ask here; nothing in this interface changes anything.
 */
import type { FileResults } from '@steward/editor/protocol';
import type { ExtensionContext, Uri } from 'vscode';
import type { Steward } from './client/steward.ts';
import { registerEvidence } from './evidence/open.ts';
import { type DrawnRule, registerExplorer } from './explorer/tree.ts';
import { registerInline } from './inline/decorations.ts';
import type { Drawing } from './inline/drawing.ts';
import { registerResultHover } from './inline/hover.ts';
import { registerStatus } from './status/status.ts';

export interface StewardApi {
  /** The latest results of a document, as sent by the server; null if there are none. */
  resultsOf(uri: Uri): FileResults | null;
  /** Inline texts and dimmed ranges of a document. */
  decorationsOf(uri: Uri): Drawing;
  /** The whole rules view, fully expanded. */
  rules(): Promise<DrawnRule[]>;
  /** Status bar items, from the left. */
  status(): string[];
}

/** The parts that show results, and their notifications. */
export function registerViews(context: ExtensionContext, steward: Steward): StewardApi {
  const inline = registerInline(context, steward);
  registerResultHover(context, steward, inline);
  const explorer = registerExplorer(context, steward);
  const status = registerStatus(context, steward);
  registerEvidence(context, steward);
  return {
    resultsOf: (uri) => steward.resultsOf(uri),
    decorationsOf: (uri) => inline.drawingOf(uri),
    rules: () => explorer.tree(),
    status: () => status.texts(),
  };
}
