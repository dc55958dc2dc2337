/** `Translate to Chinese` and `Translate to English`: the server's refactoring of the whole file, applied. */
import type { Locale } from '@steward/text';
import { type CodeAction, commands, type ExtensionContext, Range, window, workspace } from 'vscode';
import { say } from '../words.ts';
import { targetOf } from './target.ts';

/** Code action kind of the server's refactorings. */
const KIND = 'refactor.rewrite.translate';

export function registerTranslation(context: ExtensionContext): void {
  context.subscriptions.push(
    commands.registerCommand('steward.translateToChinese', (target?: unknown) =>
      translate(target, 'zh', say.alreadyChinese),
    ),
    commands.registerCommand('steward.translateToEnglish', (target?: unknown) =>
      translate(target, 'en', say.alreadyEnglish),
    ),
  );
}

async function translate(target: unknown, to: Locale, already: string): Promise<void> {
  const uri = await targetOf(target);
  if (uri === null) return;
  const actions = await commands.executeCommand<CodeAction[] | undefined>(
    'vscode.executeCodeActionProvider',
    uri,
    new Range(0, 0, 0, 0),
    `${KIND}.${to}`,
  );
  const edit = actions?.find(({ kind }) => kind?.value === `${KIND}.${to}`)?.edit;
  if (edit === undefined) {
    await window.showInformationMessage(already);
    return;
  }
  await workspace.applyEdit(edit);
}
