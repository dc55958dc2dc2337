/** Scenarios in the editor's own Test Explorer: run, run again on save, failures beside the `expect`, coverage in the gutter. */
import { RUN_SCENARIO_COMMAND } from '@steward/editor/protocol';
import {
  type CancellationToken,
  CancellationTokenSource,
  commands,
  type ExtensionContext,
  type TestItem,
  TestRunProfileKind,
  TestRunRequest,
  type TextDocument,
  tests,
  Uri,
  window,
  workspace,
} from 'vscode';
import { LANGUAGE } from '../client/language-client.ts';
import type { Steward } from '../client/steward.ts';
import { say } from '../words.ts';
import { RuleCoverage } from './coverage.ts';
import { ScenarioItems } from './items.ts';
import { runScenarios } from './runs.ts';

/** Delay before lists follow typing. */
const QUIET = 300;

export function registerTesting(context: ExtensionContext, steward: Steward): void {
  const controller = tests.createTestController('steward', say.scenarios);
  const items = new ScenarioItems(controller, steward);
  const report = (error: unknown): void => steward.output.error(error instanceof Error ? error : String(error));

  controller.resolveHandler = async (item) => {
    if (item === undefined) await items.findAll();
  };
  controller.refreshHandler = () => items.findAll();

  const handler =
    (coverage: boolean) =>
    async (request: TestRunRequest, token: CancellationToken): Promise<void> => {
      if (request.continuous !== true) return runScenarios(controller, steward, request, coverage, token);
      const saves = workspace.onDidSaveTextDocument(({ languageId }) => {
        if (languageId === LANGUAGE) runScenarios(controller, steward, request, coverage, token).catch(report);
      });
      token.onCancellationRequested(() => saves.dispose());
    };
  controller.createRunProfile(say.run, TestRunProfileKind.Run, handler(false), true, undefined, true);
  const covered = controller.createRunProfile(
    say.runWithCoverage,
    TestRunProfileKind.Coverage,
    handler(true),
    true,
    undefined,
    true,
  );
  covered.loadDetailedCoverage = async (_run, file) => (file instanceof RuleCoverage ? file.details : []);

  const waiting = new Map<string, NodeJS.Timeout>();
  const follow = ({ languageId, uri }: TextDocument): void => {
    if (languageId !== LANGUAGE || (uri.scheme !== 'file' && uri.scheme !== 'untitled')) return;
    clearTimeout(waiting.get(uri.toString()));
    waiting.set(
      uri.toString(),
      setTimeout(() => items.refresh(uri).catch(report), QUIET),
    );
  };
  for (const document of workspace.textDocuments) follow(document);

  context.subscriptions.push(
    controller,
    workspace.onDidOpenTextDocument(follow),
    workspace.onDidChangeTextDocument(({ document }) => follow(document)),
    workspace.onDidDeleteFiles(({ files }) => {
      for (const uri of files) items.forget(uri);
    }),
    { dispose: () => waiting.forEach(clearTimeout) },
    commands.registerCommand(RUN_SCENARIO_COMMAND, (uri?: string, title?: string) => runOne(uri, title)),
  );

  /** From a lens: one scenario. From the palette: one picked from the open file. */
  async function runOne(uri: string | undefined, title: string | undefined): Promise<void> {
    const of = uri === undefined ? window.activeTextEditor?.document.uri : Uri.parse(uri);
    if (of === undefined) return;
    await items.refresh(of);
    const item = title === undefined ? await chosen(of) : items.of(of, title);
    if (item === null) return;
    const source = new CancellationTokenSource();
    await runScenarios(controller, steward, new TestRunRequest([item]), false, source.token);
    source.dispose();
  }

  async function chosen(uri: Uri): Promise<TestItem | null> {
    const file = controller.items.get(uri.toString());
    if (file === undefined) {
      await window.showInformationMessage(say.noScenario);
      return null;
    }
    const picks = [...file.children].map(([, item]) => ({
      label: item.label,
      description: item.description ?? '',
      item,
    }));
    const picked = await window.showQuickPick(picks, { placeHolder: say.whichScenario });
    return picked?.item ?? null;
  }
}
