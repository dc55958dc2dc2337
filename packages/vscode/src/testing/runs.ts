/** Runs scenarios on the server and reports their results to the editor. */
import {
  RUN_SCENARIOS,
  type RunScenariosAnswer,
  type RunScenariosAsk,
  type ScenarioRun,
} from '@steward/editor/protocol';
import {
  type CancellationToken,
  Location,
  type TestController,
  type TestItem,
  TestMessage,
  type TestRun,
  type TestRunRequest,
  Uri,
  workspace,
} from 'vscode';
import { rangeOf } from '../client/range.ts';
import type { Steward } from '../client/steward.ts';
import { say } from '../words.ts';
import { coverageOf } from './coverage.ts';
import { scenariosIn } from './items.ts';

export async function runScenarios(
  controller: TestController,
  steward: Steward,
  request: TestRunRequest,
  coverage: boolean,
  token: CancellationToken,
): Promise<void> {
  const run = controller.createTestRun(request);
  const byFile = scenariosIn(controller, request.include, request.exclude);
  for (const items of byFile.values()) for (const item of items) run.enqueued(item);
  try {
    if (!workspace.isTrusted) {
      const refused = new TestMessage(say.untrustedRun);
      for (const items of byFile.values()) for (const item of items) run.errored(item, refused);
      return;
    }
    for (const [uri, items] of byFile) {
      if (token.isCancellationRequested) break;
      await runFile(steward, run, uri, items, coverage, token);
    }
  } finally {
    run.end();
  }
}

async function runFile(
  steward: Steward,
  run: TestRun,
  uri: string,
  items: readonly TestItem[],
  coverage: boolean,
  token: CancellationToken,
): Promise<void> {
  for (const item of items) run.started(item);
  const ask: RunScenariosAsk = { uri, titles: items.map(({ label }) => label), coverage };
  try {
    const answer = await steward.request<RunScenariosAsk, RunScenariosAnswer>(RUN_SCENARIOS, ask, token);
    const results = new Map(answer.results.map((result) => [result.title, result]));
    for (const item of items) report(run, item, results.get(item.label));
    for (const file of answer.coverage) run.addCoverage(coverageOf(file));
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    for (const item of items) {
      if (token.isCancellationRequested) run.skipped(item);
      else run.errored(item, new TestMessage(text));
    }
  }
}

function report(run: TestRun, item: TestItem, result: ScenarioRun | undefined): void {
  if (result === undefined) {
    run.errored(item, new TestMessage(say.scenarioGone));
    return;
  }
  const messages = result.failures.map(messageOf);
  if (result.state === 'passed') run.passed(item, result.milliseconds);
  else if (result.state === 'failed') run.failed(item, messages, result.milliseconds);
  else run.errored(item, messages, result.milliseconds);
  for (const { message } of result.failures)
    run.appendOutput(`${message}\r\n`.replaceAll(/(?<!\r)\n/g, '\r\n'), undefined, item);
}

function messageOf({ uri, range, message, expected, actual }: ScenarioRun['failures'][number]): TestMessage {
  const reported =
    expected === null || actual === null ? new TestMessage(message) : TestMessage.diff(message, expected, actual);
  reported.location = new Location(Uri.parse(uri), rangeOf(range));
  return reported;
}
