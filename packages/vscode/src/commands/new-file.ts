/** `New Group File…`: a whole first file of one of the four kinds, in either language. */

import { groupTemplate, type TemplateKind } from '@steward/language/templates';
import {
  commands,
  type ExtensionContext,
  env,
  type QuickPickItem,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import { LANGUAGE } from '../client/language-client.ts';
import { say } from '../words.ts';

type Language = Parameters<typeof groupTemplate>[1];

export function registerNewFile(context: ExtensionContext): void {
  context.subscriptions.push(commands.registerCommand('steward.newGroupFile', newGroupFile));
}

async function newGroupFile(): Promise<void> {
  const kind = (await window.showQuickPick(kinds(), { placeHolder: say.whichKind }))?.template;
  if (kind === undefined) return;
  const language = (await window.showQuickPick(languages(), { placeHolder: say.whichLanguage }))?.language;
  if (language === undefined) return;
  const document = await open(groupTemplate(kind, language), kind);
  if (document !== null) await window.showTextDocument(document);
}

/** Without a folder, opens an untitled document. */
async function open(text: string, kind: TemplateKind): Promise<TextDocument | null> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0) return workspace.openTextDocument({ language: LANGUAGE, content: text });
  const folder = folders.length === 1 ? folders[0] : await window.showWorkspaceFolderPick();
  if (folder === undefined) return null;
  const name = await window.showInputBox({
    prompt: say.fileName,
    value: `${kind}.group`,
    valueSelection: [0, kind.length],
    validateInput: (value) => problemOf(folder.uri, value),
  });
  if (name === undefined) return null;
  const uri = Uri.joinPath(folder.uri, name.trim());
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return workspace.openTextDocument(uri);
}

async function problemOf(folder: Uri, value: string): Promise<string | null> {
  const name = value.trim();
  if (!/^[^\\:*?"<>|]+\.group$/.test(name)) return say.fileNameEnding;
  try {
    await workspace.fs.stat(Uri.joinPath(folder, name));
    return say.fileExists(name);
  } catch {
    // The name is free.
    return null;
  }
}

function kinds(): (QuickPickItem & { template: TemplateKind })[] {
  return [
    {
      template: 'service',
      label: `$(comment-discussion) ${say.service}`,
      detail: say.serviceDetail,
    },
    {
      template: 'interest',
      label: `$(heart) ${say.interest}`,
      detail: say.interestDetail,
    },
    {
      template: 'knowledge',
      label: `$(mortar-board) ${say.knowledge}`,
      detail: say.knowledgeDetail,
    },
    {
      template: 'conversion',
      label: `$(tag) ${say.conversion}`,
      detail: say.conversionDetail,
    },
  ];
}

/** The user's language first. */
function languages(): (QuickPickItem & { language: Language })[] {
  const english = { language: 'en' as const, label: 'English' };
  const chinese = { language: 'zh' as const, label: '中文' };
  return env.language.toLowerCase().startsWith('zh') ? [chinese, english] : [english, chinese];
}
