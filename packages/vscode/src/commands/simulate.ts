/** `Simulate`, `Simulate over Another Log…` and `Stop`: from the palette, menus and lenses. */

import {
  type FileAsk,
  SIMULATE,
  SIMULATE_COMMAND,
  type SimulateAnswer,
  type SimulateAsk,
  STOP,
} from '@steward/editor/protocol';
import type { LogChoice } from '@steward/sessions/selection';
import {
  commands,
  type DocumentSymbol,
  type ExtensionContext,
  ProgressLocation,
  SymbolKind,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { Steward } from '../client/steward.ts';
import { say } from '../words.ts';
import { LogChoices, pickLog } from './log-choice.ts';
import { withoutLinks } from './notice.ts';
import { activeGroupDocument, targetOf } from './target.ts';
import { isTrusted } from './trust.ts';

export function registerSimulation(context: ExtensionContext, steward: Steward): void {
  const choices = new LogChoices(context.workspaceState);

  const simulate = async (target: unknown, group: unknown, given: LogChoice | null, ask: boolean): Promise<void> => {
    if (!(await isTrusted())) return;
    const uri = await targetOf(target);
    if (uri === null) return;
    await workspace.openTextDocument(uri);
    const name = group === undefined ? await pickGroup(uri) : typeof group === 'string' ? group : null;
    if (name === undefined) return;
    const log = given ?? (ask ? await pickLog(uri) : choices.of(uri)) ?? (ask ? null : { kind: 'sample' as const });
    if (log === null) return;
    await choices.remember(uri, log);
    await run(steward, { uri: uri.toString(), group: name, log });
  };

  context.subscriptions.push(
    commands.registerCommand(SIMULATE_COMMAND, async (target?: unknown, group?: unknown, log?: unknown) => {
      const uri = target === undefined ? activeGroupDocument() : null;
      // Lenses and menus start at once; the palette asks for the log the first time.
      const ask = target === undefined && (uri === null || choices.of(uri) === null);
      await simulate(target, target instanceof Uri ? undefined : group, isLogChoice(log) ? log : null, ask);
    }),
    commands.registerCommand('steward.simulateOver', (target?: unknown) => simulate(target, undefined, null, true)),
    commands.registerCommand('steward.stop', async (target?: unknown) => {
      const uri = await targetOf(target);
      if (uri !== null) await steward.request<FileAsk, null>(STOP, { uri: uri.toString() });
    }),
    ...contextKeys(steward),
  );
}

async function run(steward: Steward, ask: SimulateAsk): Promise<void> {
  const name = withoutLinks(workspace.asRelativePath(Uri.parse(ask.uri)));
  const answer = await window.withProgress(
    { location: ProgressLocation.Notification, title: say.simulatingFile(name), cancellable: true },
    (progress, token) => {
      let done = 0;
      return steward.requestWithProgress<SimulateAsk, SimulateAnswer>(
        SIMULATE,
        ask,
        ({ message, percentage }) => {
          const increment = percentage === null ? 0 : Math.max(0, percentage - done);
          done += increment;
          progress.report({ ...(message === null ? {} : { message }), increment });
        },
        token,
      );
    },
  );
  if (answer.state === 'failed') await showFailure(steward, answer.message);
}

async function showFailure(steward: Steward, message: string): Promise<void> {
  const show = say.showOutput;
  steward.output.error(message);
  if ((await window.showErrorMessage(withoutLinks(message), show)) === show) steward.output.show();
}

/** @returns null for all groups of the file, undefined if the user dismissed the picker. */
async function pickGroup(uri: Uri): Promise<string | null | undefined> {
  const groups = await groupsOf(uri);
  if (groups.length < 2) return null;
  const all = { label: `$(list-tree) ${say.allGroups}`, group: null };
  const items = groups.map(({ name, detail }) => ({
    label: `$(organization) ${name}`,
    description: detail,
    group: name,
  }));
  const chosen = await window.showQuickPick<{ label: string; group: string | null }>([all, ...items], {
    placeHolder: say.whichGroup,
  });
  return chosen?.group;
}

async function groupsOf(uri: Uri): Promise<DocumentSymbol[]> {
  const symbols = await commands.executeCommand<DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    uri,
  );
  return (symbols ?? []).filter(({ kind }) => kind === SymbolKind.Class);
}

function isLogChoice(given: unknown): given is LogChoice {
  return typeof given === 'object' && given !== null && 'kind' in given;
}

/** Context keys for menus and the walkthrough: whether the active document has results, and whether an edit changed them. */
function contextKeys(steward: Steward): { dispose(): void }[] {
  const first = new Map<string, number | null>();
  const showActive = (): void => {
    const uri = activeGroupDocument();
    const results = uri === null ? null : steward.resultsOf(uri);
    void commands.executeCommand('setContext', 'steward.simulated', results !== null && results.state !== 'none');
  };
  return [
    window.onDidChangeActiveTextEditor(showActive),
    steward.onResults(({ uri, state, version }) => {
      showActive();
      if (state !== 'fresh') return;
      if (!first.has(uri)) first.set(uri, version);
      else if (first.get(uri) !== version) void commands.executeCommand('setContext', 'steward.simulatedEdit', true);
    }),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (document.languageId !== 'group' || contentChanges.length === 0) return;
      void commands.executeCommand('setContext', 'steward.wrote', true);
    }),
  ];
}
