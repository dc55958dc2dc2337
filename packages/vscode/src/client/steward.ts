/**
 * What every part of the extension is given: the language server behind a few functions, and the results it sends.
 *
 * The server starts with the first `.group` document, or with the first request; nothing else wakes it.
 */

import type { FileResults } from '@steward/editor/protocol';
import type { CancellationToken, Event, LogOutputChannel, Uri } from 'vscode';

/** `stopped`: not asked for yet, or ended by the user. `failed`: would not start, or died too often. */
export type ServerState = 'stopped' | 'starting' | 'running' | 'failed';

export interface WorkReport {
  message: string | null;
  /** 0 to 100; null where the work has no known end. */
  percentage: number | null;
}

export interface Steward {
  readonly output: LogOutputChannel;
  readonly state: ServerState;
  readonly onState: Event<ServerState>;
  /** Resolves when the server answers; rejects with a sentence for the user when it cannot. */
  start(): Promise<void>;
  restart(): Promise<void>;
  /** Sends a request of `@steward/editor/protocol`, starting the server where need be. */
  request<Ask, Answer>(method: string, ask: Ask, token?: CancellationToken): Promise<Answer>;
  /** As {@link request}, for asks with a `workDoneToken`: reports arrive while the work goes on. */
  requestWithProgress<Ask extends object, Answer>(
    method: string,
    ask: Ask,
    onReport: (report: WorkReport) => void,
    token?: CancellationToken,
  ): Promise<Answer>;
  /** The last results of a document; null where none have come. */
  resultsOf(uri: Uri): FileResults | null;
  /** Results of any document, each time they change. */
  readonly onResults: Event<FileResults>;
}
