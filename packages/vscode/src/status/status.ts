/** The status bar: over which log the file at hand was simulated, how long that took, and what could not be decided. */
import type { FileResults, RunSummary } from '@steward/editor/protocol';
import {
  type Command,
  type ExtensionContext,
  l10n,
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
import { seconds } from './seconds.ts';

/** A run that is over before is not worth a flicker. */
const PATIENCE = 400;
const MOST_NOTES = 8;

/** What the status bar says, for whoever asks (tests do). */
export interface Status {
  texts(): string[];
}

export function registerStatus(context: ExtensionContext, steward: Steward): Status {
  const log = window.createStatusBarItem('steward.log', StatusBarAlignment.Left, 90);
  log.name = l10n.t('Steward: Log of the Simulation');
  const unknown = window.createStatusBarItem('steward.unknowns', StatusBarAlignment.Left, 89);
  unknown.name = l10n.t('Steward: Undecided Rules');
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
    // A run that was shown to go on stays shown; a new one waits.
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

/** The color of a bar that says nothing is wrong is the theme's own. */
const PLAIN = undefined;

function fill(item: StatusBarItem, uri: Uri, results: FileResults | null): void {
  const state = results?.state ?? 'none';
  const run = results?.run ?? null;
  item.backgroundColor = state === 'failed' ? new ThemeColor('statusBarItem.errorBackground') : PLAIN;
  item.command = commandFor(state, uri);
  if (state === 'running') {
    item.text = `$(sync~spin) ${l10n.t('Simulating…')}`;
    item.tooltip = l10n.t('Click to stop.');
    return;
  }
  if (state === 'failed') {
    item.text = `$(error) ${l10n.t('Simulation failed')}`;
    item.tooltip = tooltipOf(run, [results?.message ?? '', l10n.t('Click to choose another log.')]);
    return;
  }
  if (run === null) {
    item.text = `$(play) ${l10n.t('Simulate')}`;
    item.tooltip = l10n.t('See what these rules would have done to a log.');
    return;
  }
  const icon = state === 'stale' ? '$(history)' : run.generated ? '$(wand)' : '$(database)';
  item.text = `${icon} ${run.log} · ${seconds(run.milliseconds)}`;
  const stale = l10n.t('The rules have errors: what is shown is from before the last change.');
  item.tooltip = tooltipOf(run, [...(state === 'stale' ? [stale] : []), l10n.t('Click to choose another log.')]);
}

function commandFor(state: FileResults['state'], uri: Uri): Command {
  if (state === 'running') return { command: 'steward.stop', title: l10n.t('Stop'), arguments: [uri] };
  if (state === 'none') return { command: 'steward.simulate', title: l10n.t('Simulate'), arguments: [uri] };
  return { command: 'steward.simulateOver', title: l10n.t('Choose the log'), arguments: [uri] };
}

/** @returns whether there is anything to show */
function fillUnknowns(item: StatusBarItem, run: RunSummary | null): boolean {
  if (run === null || run.unknowns === 0) return false;
  item.text = `$(question) ${run.unknowns}`;
  item.tooltip = tooltipOf(run, [l10n.t('Rules that the log could not decide at some time: {0}.', run.unknowns)]);
  item.command = { command: 'steward.rules.focus', title: l10n.t('Show the rules') };
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
    line(l10n.t('{0} events, {1} messages, in {2}', run.events, run.messages, seconds(run.milliseconds)));
    for (const { group, name, policy } of run.groups.slice(0, MOST_NOTES)) line(`${name ?? group} → ${policy}`);
    if (run.groups.length > MOST_NOTES) line(l10n.t('and {0} more groups', run.groups.length - MOST_NOTES));
    for (const note of run.notes.slice(0, MOST_NOTES)) line(note);
    if (run.notes.length > MOST_NOTES) line(l10n.t('and {0} more notes', run.notes.length - MOST_NOTES));
  }
  for (const sentence of sentences) line(sentence);
  return tooltip;
}
