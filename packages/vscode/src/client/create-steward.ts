/** Starts and restarts the language server, and keeps its results. */

import { type FileResults, RESULTS } from '@steward/editor/protocol';
import { TRUST_GRANTED } from '@steward/language/lsp/trust';
import { type CancellationToken, EventEmitter, type ExtensionContext, Uri, window, workspace } from 'vscode';
import { type LanguageClient, State, WorkDoneProgress } from 'vscode-languageclient/node';
import { say } from '../words.ts';
import { createLanguageClient, LANGUAGE } from './language-client.ts';
import { Results } from './results.ts';
import type { ServerState, Steward, WorkReport } from './steward.ts';

const STATES: Readonly<Record<State, ServerState>> = {
  [State.Stopped]: 'stopped',
  [State.Starting]: 'starting',
  [State.Running]: 'running',
  [State.StartFailed]: 'failed',
};

export interface OwnedSteward extends Steward {
  /** Stops the server; resolves when it is gone. */
  end(): Promise<void>;
}

/** Everything else is disposed with the extension. */
export function createSteward(context: ExtensionContext): OwnedSteward {
  const output = window.createOutputChannel('Steward', { log: true });
  const results = new Results();
  const states = new EventEmitter<ServerState>();
  let client: LanguageClient | null = null;
  let starting: Promise<void> | null = null;
  let tokens = 0;

  const create = (): LanguageClient => {
    const created = createLanguageClient(context, output);
    created.onDidChangeState(({ newState }) => {
      // Results of a crashed server are dropped.
      if (newState !== State.Running) results.clear();
      states.fire(STATES[newState]);
    });
    created.onNotification(RESULTS, (sent: FileResults) => results.take(Uri.parse(sent.uri), sent));
    return created;
  };
  const start = (): Promise<void> => {
    client ??= create();
    starting ??= client.start().catch((error: unknown) => {
      starting = null;
      output.error(error instanceof Error ? error : String(error));
      throw new Error(say.serverNotStarted);
    });
    return starting;
  };
  const running = async (): Promise<LanguageClient> => {
    await start();
    // A server that crashed too often is not restarted automatically.
    if (client === null || client.state === State.Stopped || client.state === State.StartFailed) {
      throw new Error(say.serverStopped);
    }
    return client;
  };
  const request = async <Ask, Answer>(method: string, ask: Ask, token?: CancellationToken): Promise<Answer> =>
    (await running()).sendRequest<Answer>(method, ask, token);

  const steward: OwnedSteward = {
    output,
    async end() {
      // Nothing to stop if it never started or is already gone.
      await client?.dispose().catch(() => {});
      client = null;
    },
    get state() {
      return client === null ? 'stopped' : STATES[client.state];
    },
    onState: states.event,
    start,
    async restart() {
      if (client === null) return start();
      await starting?.catch(() => {});
      if (client.state === State.Running) return client.restart();
      starting = null;
      return start();
    },
    request,
    async requestWithProgress<Ask extends object, Answer>(
      method: string,
      ask: Ask,
      onReport: (report: WorkReport) => void,
      token?: CancellationToken,
    ): Promise<Answer> {
      const to = await running();
      const workDoneToken = `steward-${++tokens}`;
      const listening = to.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
        if (value.kind === 'end') return;
        onReport({ message: value.message ?? null, percentage: value.percentage ?? null });
      });
      try {
        return await request<Ask, Answer>(method, { ...ask, workDoneToken }, token);
      } finally {
        listening.dispose();
      }
    },
    resultsOf: (uri) => results.of(uri),
    onResults: results.onChange,
  };
  const startFor = (languageId: string): void => {
    // Reported when something is requested; opening a document shows no message.
    if (languageId === LANGUAGE) start().catch(() => {});
  };
  for (const { languageId } of workspace.textDocuments) startFor(languageId);
  context.subscriptions.push(
    output,
    results,
    states,
    workspace.onDidOpenTextDocument(({ languageId }) => startFor(languageId)),
    // Servers that start later learn it at startup; revoking trust reloads the window.
    workspace.onDidGrantWorkspaceTrust(() => {
      if (client !== null && starting !== null)
        starting.then(
          () => client?.sendNotification(TRUST_GRANTED),
          () => {},
        );
    }),
  );
  return steward;
}
