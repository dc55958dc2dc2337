/** `Compare with HEAD`: what edits since a git revision change, inline and as a page. */
import { COMPARE, type CompareAnswer, type CompareAsk } from '@steward/editor/protocol';
import { commands, EventEmitter, type ExtensionContext, ProgressLocation, Uri, window, workspace } from 'vscode';
import type { Steward } from '../client/steward.ts';
import { withoutLinks } from '../commands/notice.ts';
import { targetOf } from '../commands/target.ts';
import { isTrusted } from '../commands/trust.ts';
import { say } from '../words.ts';

const SCHEME = 'steward-compare';
const HEAD = 'HEAD';

export function registerCompare(context: ExtensionContext, steward: Steward): void {
  const pages = new Map<string, string>();
  const changed = new EventEmitter<Uri>();

  const compare = async (target: unknown, against: string): Promise<void> => {
    if (!(await isTrusted())) return;
    const uri = await targetOf(target);
    if (uri === null) return;
    const title = say.comparing(withoutLinks(workspace.asRelativePath(uri)), against);
    const answer = await window.withProgress({ location: ProgressLocation.Window, title }, () =>
      steward.request<CompareAsk, CompareAnswer>(COMPARE, { uri: uri.toString(), against }),
    );
    if (answer.state === 'failed') {
      await window.showErrorMessage(withoutLinks(answer.message));
      return;
    }
    await commands.executeCommand('setContext', 'steward.comparing', true);
    const page = pageOf(uri, against);
    pages.set(page.toString(), answer.markdown);
    changed.fire(page);
    const show = say.showChanges;
    const said = say.changesShown(against);
    if ((await window.showInformationMessage(said, show)) === show) {
      await commands.executeCommand('markdown.showPreview', page);
    }
  };

  context.subscriptions.push(
    changed,
    workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => pages.get(uri.toString()) ?? '',
    }),
    commands.registerCommand('steward.compareWithHead', (target?: unknown) => compare(target, HEAD)),
    commands.registerCommand('steward.compareWith', async (target?: unknown) => {
      const against = await window.showInputBox({
        title: say.whichVersion,
        prompt: say.versionHint,
        value: HEAD,
      });
      if (against !== undefined && against !== '') await compare(target, against);
    }),
    commands.registerCommand('steward.stopComparing', async (target?: unknown) => {
      const uri = await targetOf(target);
      if (uri === null) return;
      await steward.request<CompareAsk, CompareAnswer>(COMPARE, { uri: uri.toString(), against: null });
      await commands.executeCommand('setContext', 'steward.comparing', false);
    }),
  );
}

/** Its name is the title of the preview tab. */
function pageOf(uri: Uri, against: string): Uri {
  const file = uri.path.split('/').at(-1) ?? '';
  return Uri.from({ scheme: SCHEME, path: `/${file} ↔ ${against}.md`, query: uri.toString() });
}
