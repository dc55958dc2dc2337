/** A folder that is not trusted: rules are checked, and nothing that reads a log or starts a program is done. */
import { commands, l10n, window, workspace } from 'vscode';

/** @returns false in a folder that is not trusted, after saying why and offering to trust it. */
export async function isTrusted(): Promise<boolean> {
  if (workspace.isTrusted) return true;
  const manage = l10n.t('Manage Trust…');
  const why = l10n.t('This folder is not trusted: its rules are checked, but nothing is simulated and no log is read.');
  if ((await window.showWarningMessage(why, manage)) === manage)
    await commands.executeCommand('workbench.trust.manage');
  return workspace.isTrusted;
}
