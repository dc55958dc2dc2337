/** The status bar: the active file's log, how long the simulation took, and what could not be decided. */
import type { FileResults, RunSummary } from '@steward/editor/protocol';
import {
  type Command,
  type ExtensionContext,
  MarkdownString,
  StatusBarAlignment,
  type StatusBarItem,
  ThemeColor,
  type Uri,
  window,
  workspace,
} from 'vscode';
import type { Steward } from '../client/steward.ts';
import { activeGroupDocument } from '../commands/target.ts';
import { say } from '../words.ts';
import { seconds } from './seconds.ts';

/** Shorter runs would only flicker. */
const PATIENCE = 400;
const MOST_NOTES = 8;

/** Content of the status bar, for tests. */
export interface Status {
  texts(): string[];
}

export function registerStatus(context: ExtensionContext, steward: Steward): Status {
  const log = window.createStatusBarItem('steward.log', StatusBarAlignment.Left, 90);
  log.name = say.logStatus;
  const unknown = window.createStatusBarItem('steward.unknowns', StatusBarAlignment.Left, 89);
  unknown.name = say.undecidedStatus;
  const shown = new Set<StatusBarItem>();
  let waiting: NodeJS.Timeout | null = null;

  const show = (item: StatusBarItem, visible: boolean): void => {
    if (visible) {
      item.show();
      shown.add(item);
      return;
    }
    item.hide();
    shown.delete(item);
  };
  const stopWaiting = (): void => {
    if (waiting !== null) clearTimeout(waiting);
    waiting = null;
  };
  const update = (patient: boolean): void => {
    const uri = activeGroupDocument();
    const results = uri === null ? null : steward.resultsOf(uri);
    // A run that is already shown stays; a new one waits.
    if (results?.state === 'running' && results.run !== null && patient) {
      waiting ??= setTimeout(() => {
        waiting = null;
        update(false);
      }, PATIENCE);
      return;
    }
    stopWaiting();
    if (uri === null) {
      show(log, false);
      show(unknown, false);
      return;
    }
    fill(log, uri, results);
    show(log, true);
    show(unknown, fillUnknowns(unknown, results?.run ?? null));
  };

  context.subscriptions.push(
    log,
    unknown,
    steward.onResults(({ uri }) => {
      if (activeGroupDocument()?.toString() === uri) update(true);
    }),
    window.onDidChangeActiveTextEditor(() => update(false)),
    workspace.onDidGrantWorkspaceTrust(() => update(false)),
    { dispose: stopWaiting },
  );
  update(false);
  return { texts: () => [log, unknown].filter((item) => shown.has(item)).map(({ text }) => text) };
}

/** Without problems, the theme's own colour. */
const PLAIN = undefined;

function fill(item: StatusBarItem, uri: Uri, results: FileResults | null): void {
  const state = results?.state ?? 'none';
  const run = results?.run ?? null;
  item.backgroundColor = state === 'failed' ? new ThemeColor('statusBarItem.errorBackground') : PLAIN;
  item.command = commandFor(state, uri);
  if (state === 'running') {
    item.text = `$(sync~spin) ${say.simulating}`;
    item.tooltip = say.clickToStop;
    return;
  }
  if (state === 'failed') {
    item.text = `$(error) ${say.simulationFailed}`;
    item.tooltip = tooltipOf(run, [results?.message ?? '', say.clickToChooseLog]);
    return;
  }
  if (run === null) {
    item.text = `$(play) ${say.simulate}`;
    item.tooltip = say.tryRules;
    return;
  }
  const icon = state === 'stale' ? '$(history)' : run.generated ? '$(wand)' : '$(database)';
  item.text = `${icon} ${run.log} · ${seconds(run.milliseconds)}`;
  const stale = say.staleResults;
  item.tooltip = tooltipOf(run, [...(state === 'stale' ? [stale] : []), say.clickToChooseLog]);
}

function commandFor(state: FileResults['state'], uri: Uri): Command {
  if (state === 'running') return { command: 'steward.stop', title: say.stop, arguments: [uri] };
  if (state === 'none') return { command: 'steward.simulate', title: say.simulate, arguments: [uri] };
  return { command: 'steward.simulateOver', title: say.chooseLog, arguments: [uri] };
}

/** @returns whether there is anything to show */
function fillUnknowns(item: StatusBarItem, run: RunSummary | null): boolean {
  if (run === null || run.unknowns === 0) return false;
  item.text = `$(question) ${run.unknowns}`;
  item.tooltip = tooltipOf(run, [say.undecidedRules(run.unknowns)]);
  item.command = { command: 'steward.rules.focus', title: say.showRules };
  return true;
}

function tooltipOf(run: RunSummary | null, sentences: readonly string[]): MarkdownString {
  const tooltip = new MarkdownString();
  const line = (text: string): void => {
    tooltip.appendText(text);
    tooltip.appendMarkdown('\n\n');
  };
  if (run !== null) {
    line(run.log);
    line(say.events(run.events, run.messages, seconds(run.milliseconds)));
    for (const { group, name, policy } of run.groups.slice(0, MOST_NOTES)) line(`${name ?? group} → ${policy}`);
    if (run.groups.length > MOST_NOTES) line(say.moreGroups(run.groups.length - MOST_NOTES));
    for (const note of run.notes.slice(0, MOST_NOTES)) line(note);
    if (run.notes.length > MOST_NOTES) line(say.moreNotes(run.notes.length - MOST_NOTES));
  }
  for (const sentence of sentences) line(sentence);
  return tooltip;
}
