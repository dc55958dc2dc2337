/** Untrusted folders: rules are checked, but nothing reads a log or starts a program. */
import { commands, window, workspace } from 'vscode';
import { say } from '../words.ts';

/** @returns false in an untrusted folder, after saying why and offering to trust it. */
export async function isTrusted(): Promise<boolean> {
  if (workspace.isTrusted) return true;
  const manage = say.manageTrust;
  const why = say.untrustedSimulate;
  if ((await window.showWarningMessage(why, manage)) === manage)
    await commands.executeCommand('workbench.trust.manage');
  return workspace.isTrusted;
}
