/** Over which log a file is simulated: chosen once, remembered for the workspace. */

import type { LogChoice } from '@steward/sessions/selection';
import { l10n, type Memento, type QuickPickItem, type Uri, window, workspace } from 'vscode';

/** What the log reader reads, by the ends of names. */
const LOG_ENDINGS = ['csv', 'tsv', 'jsonl', 'ndjson', 'json', 'parquet', 'txt', 'html', 'xml', 'zip', 'gz', 'zst'];

export class LogChoices {
  private readonly memory: Memento;

  constructor(memory: Memento) {
    this.memory = memory;
  }

  /** Null before anything was chosen. */
  of(uri: Uri): LogChoice | null {
    return this.memory.get<LogChoice>(keyOf(uri)) ?? null;
  }

  async remember(uri: Uri, choice: LogChoice): Promise<void> {
    await this.memory.update(keyOf(uri), choice);
  }
}

function keyOf(uri: Uri): string {
  return `steward.log:${uri.toString()}`;
}

/** @returns null where the user turned away. */
export async function pickLog(uri: Uri): Promise<LogChoice | null> {
  const days = workspace.getConfiguration('steward', uri).get('simulate.madeUpDays', 90);
  const items: (QuickPickItem & { choose: () => LogChoice | null | Promise<LogChoice | null> })[] = [
    {
      label: `$(database) ${l10n.t('The log that the group names')}`,
      detail: l10n.t('What follows “sample” in the group; where nothing does, a log is made up.'),
      choose: () => ({ kind: 'sample' }),
    },
    {
      label: `$(folder-opened) ${l10n.t('Files…')}`,
      detail: l10n.t('Exports of chats: CSV, JSON, Parquet, text, HTML, also packed.'),
      choose: () => pickFiles(uri),
    },
    {
      label: `$(wand) ${l10n.t('A made-up log')}`,
      detail: l10n.t('{0} days of a group that suits the rules; always the same for the same rules.', days),
      choose: () => ({ kind: 'generated', days }),
    },
  ];
  const chosen = await window.showQuickPick(items, {
    placeHolder: l10n.t('Simulate over which log?'),
    matchOnDetail: true,
  });
  return chosen === undefined ? null : chosen.choose();
}

async function pickFiles(uri: Uri): Promise<LogChoice | null> {
  const folder = workspace.getWorkspaceFolder(uri)?.uri;
  const files = await window.showOpenDialog({
    canSelectMany: true,
    title: l10n.t('The log to simulate over'),
    openLabel: l10n.t('Simulate'),
    filters: { [l10n.t('Logs')]: LOG_ENDINGS, [l10n.t('All files')]: ['*'] },
    ...(folder === undefined ? {} : { defaultUri: folder }),
  });
  return files === undefined || files.length === 0 ? null : { kind: 'file', paths: files.map(({ fsPath }) => fsPath) };
}
