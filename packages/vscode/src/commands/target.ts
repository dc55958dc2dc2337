/** Which `.group` document a command is about: lenses give an address, menus a URI, the palette nothing. */
import { commands, Uri, window, workspace } from 'vscode';
import { LANGUAGE } from '../client/language-client.ts';
import { say } from '../words.ts';

const GROUP_FILES = '**/*.group';
/** Most files listed in the picker. */
const MOST = 500;

/** @returns null if the user chose none; shows a message if there is none to choose. */
export async function targetOf(given: unknown): Promise<Uri | null> {
  if (given instanceof Uri) return given;
  if (typeof given === 'string') return Uri.parse(given);
  const active = activeGroupDocument();
  if (active !== null) return active;
  const found = await workspace.findFiles(GROUP_FILES, '**/node_modules/**', MOST);
  if (found.length === 0) {
    const create = say.newGroupFile;
    const chosen = await window.showInformationMessage(say.noGroupFile, create);
    if (chosen === create) await commands.executeCommand('steward.newGroupFile');
    return null;
  }
  if (found.length === 1) return found[0] ?? null;
  const items = found.map((uri) => ({ label: workspace.asRelativePath(uri), uri }));
  items.sort((left, right) => left.label.localeCompare(right.label));
  const chosen = await window.showQuickPick(items, { placeHolder: say.whichFile });
  return chosen?.uri ?? null;
}

export function activeGroupDocument(): Uri | null {
  const document = window.activeTextEditor?.document;
  return document?.languageId === LANGUAGE ? document.uri : null;
}
