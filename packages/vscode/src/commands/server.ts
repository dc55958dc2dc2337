/** Commands about the server, and the one used by its reference lenses. */
import { commands, type ExtensionContext, Location, Position, Range, Uri } from 'vscode';
import type { Location as ProtocolLocation, Position as ProtocolPosition } from 'vscode-languageclient/node';
import type { Steward } from '../client/steward.ts';

export function registerServerCommands(context: ExtensionContext, steward: Steward): void {
  context.subscriptions.push(
    commands.registerCommand('steward.restartServer', () => steward.restart()),
    commands.registerCommand('steward.showOutput', () => steward.output.show()),
    commands.registerCommand('steward.showReferences', showReferences),
  );
}

/** VS Code's own references list; the server sends LSP shapes. */
async function showReferences(uri: string, at: ProtocolPosition, found: readonly ProtocolLocation[]): Promise<void> {
  const locations = found.map(({ uri, range: { start, end } }) => {
    const range = new Range(start.line, start.character, end.line, end.character);
    return new Location(Uri.parse(uri), range);
  });
  const position = new Position(at.line, at.character);
  await commands.executeCommand('editor.action.showReferences', Uri.parse(uri), position, locations);
}
