/**
 * The extension's view of the language server: a few functions, and the results it sends.
 *
 * The server starts with the first `.group` document or request, and for nothing else.
 */

import type { FileResults } from '@steward/editor/protocol';
import type { CancellationToken, Event, LogOutputChannel, Uri } from 'vscode';

/** `stopped`: not started yet, or stopped by the user. `failed`: did not start, or crashed too often. */
export type ServerState = 'stopped' | 'starting' | 'running' | 'failed';

export interface WorkReport {
  message: string | null;
  /** 0 to 100; null if unknown. */
  percentage: number | null;
}

export interface Steward {
  readonly output: LogOutputChannel;
  readonly state: ServerState;
  readonly onState: Event<ServerState>;
  /** Resolves when the server is ready; rejects with a message for the user if it cannot start. */
  start(): Promise<void>;
  restart(): Promise<void>;
  /** Sends a request of `@steward/editor/protocol`, starting the server if needed. */
  request<Ask, Answer>(method: string, ask: Ask, token?: CancellationToken): Promise<Answer>;
  /** Like {@link request}, with progress reports (`workDoneToken`). */
  requestWithProgress<Ask extends object, Answer>(
    method: string,
    ask: Ask,
    onReport: (report: WorkReport) => void,
    token?: CancellationToken,
  ): Promise<Answer>;
  /** The latest results of a document; null if there are none. */
  resultsOf(uri: Uri): FileResults | null;
  /** Fires when the results of any document change. */
  readonly onResults: Event<FileResults>;
}
