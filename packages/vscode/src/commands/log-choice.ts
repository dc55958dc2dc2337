/** The log that a file is simulated on: chosen once, remembered per workspace. */

import type { LogChoice } from '@steward/sessions/selection';
import { type Memento, type QuickPickItem, type Uri, window, workspace } from 'vscode';
import { say } from '../words.ts';

/** File extensions that the log reader accepts. */
const LOG_ENDINGS = ['csv', 'tsv', 'jsonl', 'ndjson', 'json', 'parquet', 'txt', 'html', 'xml', 'zip', 'gz', 'zst'];

export class LogChoices {
  private readonly memory: Memento;

  constructor(memory: Memento) {
    this.memory = memory;
  }

  /** Null before the first choice. */
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

/** @returns null if the user dismissed the picker. */
export async function pickLog(uri: Uri): Promise<LogChoice | null> {
  const days = workspace.getConfiguration('steward', uri).get('simulate.madeUpDays', 90);
  const items: (QuickPickItem & { choose: () => LogChoice | null | Promise<LogChoice | null> })[] = [
    {
      label: `$(database) ${say.ownLog}`,
      detail: say.ownLogDetail,
      choose: () => ({ kind: 'sample' }),
    },
    {
      label: `$(folder-opened) ${say.files}`,
      detail: say.filesDetail,
      choose: () => pickFiles(uri),
    },
    {
      label: `$(wand) ${say.madeUpLog}`,
      detail: say.madeUpLogDetail(days),
      choose: () => ({ kind: 'generated', days }),
    },
  ];
  const chosen = await window.showQuickPick(items, {
    placeHolder: say.whichLog,
    matchOnDetail: true,
  });
  return chosen === undefined ? null : chosen.choose();
}

async function pickFiles(uri: Uri): Promise<LogChoice | null> {
  const folder = workspace.getWorkspaceFolder(uri)?.uri;
  const files = await window.showOpenDialog({
    canSelectMany: true,
    title: say.openLog,
    openLabel: say.simulate,
    filters: { [say.logs]: LOG_ENDINGS, [say.allFiles]: ['*'] },
    ...(folder === undefined ? {} : { defaultUri: folder }),
  });
  return files === undefined || files.length === 0 ? null : { kind: 'file', paths: files.map(({ fsPath }) => fsPath) };
}
