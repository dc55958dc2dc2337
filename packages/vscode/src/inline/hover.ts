/**
 * Hovers over inline results.
 *
 * Inline results follow the end of a line, where the server has nothing to explain; over the rules, the server's hovers include results.
 */
import { CLAUSE, type ClauseAsk, type ClauseDetails, OPEN_EVIDENCE_COMMAND } from '@steward/editor/protocol';
import { type ExtensionContext, Hover, type HoverProvider, languages, MarkdownString, Range } from 'vscode';
import { SELECTOR } from '../client/language-client.ts';
import type { Steward } from '../client/steward.ts';
import type { Inline } from './decorations.ts';

export function registerResultHover(context: ExtensionContext, steward: Steward, inline: Inline): void {
  const provider: HoverProvider = {
    async provideHover(document, position, token) {
      const { end } = document.lineAt(position.line).range;
      if (position.isBefore(end)) return null;
      const uri = document.uri.toString();
      const lines = inline.drawingOf(document.uri).lines.filter(({ line }) => line === position.line);
      const details = await Promise.all(
        lines.map(({ clause }) => steward.request<ClauseAsk, ClauseDetails | null>(CLAUSE, { uri, clause }, token)),
      );
      const contents = details.filter((one) => one !== null).map(({ markdown }) => trusted(markdown));
      return contents.length === 0 ? null : new Hover(contents, new Range(end, end));
    },
  };
  context.subscriptions.push(languages.registerHoverProvider(SELECTOR, provider));
}

/** Trusted Markdown: the server escapes text from rules and logs. */
function trusted(markdown: string): MarkdownString {
  const text = new MarkdownString(markdown);
  text.isTrusted = { enabledCommands: [OPEN_EVIDENCE_COMMAND] };
  return text;
}
