/** `New Group File…`: a whole first file of one of the four kinds, in either language. */

import { groupTemplate, type TemplateKind } from '@steward/language/templates';
import {
  commands,
  type ExtensionContext,
  env,
  l10n,
  type QuickPickItem,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import { LANGUAGE } from '../client/language-client.ts';

type Language = Parameters<typeof groupTemplate>[1];

export function registerNewFile(context: ExtensionContext): void {
  context.subscriptions.push(commands.registerCommand('steward.newGroupFile', newGroupFile));
}

async function newGroupFile(): Promise<void> {
  const kind = (await window.showQuickPick(kinds(), { placeHolder: l10n.t('What kind of group?') }))?.template;
  if (kind === undefined) return;
  const language = (await window.showQuickPick(languages(), { placeHolder: l10n.t('Written in which language?') }))
    ?.language;
  if (language === undefined) return;
  const document = await open(groupTemplate(kind, language), kind);
  if (document !== null) await window.showTextDocument(document);
}

/** Without a folder there is nowhere to put a file: it stays with the editor until it is saved. */
async function open(text: string, kind: TemplateKind): Promise<TextDocument | null> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0) return workspace.openTextDocument({ language: LANGUAGE, content: text });
  const folder = folders.length === 1 ? folders[0] : await window.showWorkspaceFolderPick();
  if (folder === undefined) return null;
  const name = await window.showInputBox({
    prompt: l10n.t('Name of the new file'),
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
  if (!/^[^\\:*?"<>|]+\.group$/.test(name)) return l10n.t('A name that ends in “.group”, for example vip.group.');
  try {
    await workspace.fs.stat(Uri.joinPath(folder, name));
    return l10n.t('{0} exists already.', name);
  } catch {
    // Nothing stands there: the name is free.
    return null;
  }
}

function kinds(): (QuickPickItem & { template: TemplateKind })[] {
  return [
    {
      template: 'service',
      label: `$(comment-discussion) ${l10n.t('Service')}`,
      detail: l10n.t('Customers: questions are answered, problems are solved.'),
    },
    {
      template: 'interest',
      label: `$(heart) ${l10n.t('Interest')}`,
      detail: l10n.t('People who like the same thing, and keep each other busy.'),
    },
    {
      template: 'knowledge',
      label: `$(mortar-board) ${l10n.t('Knowledge')}`,
      detail: l10n.t('Courses, series of lessons, questions and answers.'),
    },
    {
      template: 'conversion',
      label: `$(tag) ${l10n.t('Conversion')}`,
      detail: l10n.t('Offers in a rhythm that members know, and what they bring.'),
    },
  ];
}

/** The reader's own first. */
function languages(): (QuickPickItem & { language: Language })[] {
  const english = { language: 'en' as const, label: 'English' };
  const chinese = { language: 'zh' as const, label: '中文' };
  return env.language.toLowerCase().startsWith('zh') ? [chinese, english] : [english, chinese];
}
