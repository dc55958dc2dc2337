/**
 * The edit loop in an editor: the time from a keystroke in a threshold to the new result on its line, compared with the
 * keystroke's diagnostics in the same run, and the memory of both processes.
 */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FileResults, SimulateAnswer } from '@steward/editor/protocol';
import {
  createMessageConnection,
  type MessageConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { BUNDLE } from './bundle.ts';
import { keptLog, POLICY_FILE } from './logs.ts';
import { table } from './table.ts';

/** An edit and its reversal, so that no round finds what an earlier one made. */
interface Edit {
  title: string;
  from: string;
  to: (round: number) => string;
}

const EDITS: readonly Edit[] = [
  { title: 'a tier’s threshold', from: 'offerings in 30d >= 4', to: (round) => `offerings in 30d >= ${5 + round}` },
  {
    title: 'a health threshold',
    from: 'messages_per_member per day > 5',
    to: (round) => `messages_per_member per day > ${6 + round}`,
  },
  { title: 'a cap', from: 'cap ad 15% per day', to: (round) => `cap ad ${16 + round}% per day` },
];
const BASELINE = join(import.meta.dirname, '../../examples/baseline/baseline.group');

export async function resultsBench(full: boolean): Promise<string> {
  const rows: string[][] = [];
  for (const events of full ? [100_000, 1_000_000] : [100_000]) {
    const log = await keptLog(events, 'parquet');
    const session = await Session.start();
    await session.simulate(log);
    for (const edit of EDITS) {
      const { diagnostics, results } = await session.rounds(edit, full ? 15 : 8);
      rows.push([
        `${events.toLocaleString('en')} events: ${edit.title}`,
        ...[quantile(diagnostics, 0.5), quantile(results, 0.5), quantile(results, 0.95)].map(
          (ms) => `${ms.toFixed(0)} ms`,
        ),
        `${(quantile(results, 0.5) / quantile(diagnostics, 0.5)).toFixed(1)} ×`,
      ]);
    }
    const [server, host] = session.memory();
    rows.push([
      `${events.toLocaleString('en')} events: memory of the server, of the host`,
      server ?? '',
      host ?? '',
      '',
      '',
    ]);
    session.end();
  }
  return table(['', 'diagnostics p50', 'result p50', 'p95', 'of the diagnostics'], rows);
}

function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

class Session {
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly connection: MessageConnection;
  private readonly uri: string;
  /** The baseline and its group in one document, so that editing a rule edits what is simulated. */
  private text: string;
  private version = 1;
  private onDiagnostics: ((version: number | undefined) => void) | null = null;
  private onResults: ((results: FileResults) => void) | null = null;

  private constructor() {
    this.child = spawn(process.execPath, [BUNDLE, 'lsp', '--stdio'], { stdio: 'pipe' });
    this.connection = createMessageConnection(
      new StreamMessageReader(this.child.stdout),
      new StreamMessageWriter(this.child.stdin),
    );
    const group = readFileSync(POLICY_FILE, 'utf8').replace(/^import .*baseline\.group".*$/m, '');
    this.text = `${readFileSync(BASELINE, 'utf8')}\n${group}`;
    this.uri = pathToFileURL(join(dirname(BASELINE), `bench-${basename(POLICY_FILE)}`)).href;
  }

  static async start(): Promise<Session> {
    const session = new Session();
    const { connection } = session;
    connection.onNotification('textDocument/publishDiagnostics', ({ version }: PublishDiagnosticsParams) =>
      session.onDiagnostics?.(version),
    );
    connection.onNotification('steward/results', (results: FileResults) => session.onResults?.(results));
    connection.listen();
    const capabilities = { experimental: { steward: true } };
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities,
      initializationOptions: { trusted: true },
    });
    await connection.sendNotification('initialized', {});
    const textDocument = { uri: session.uri, languageId: 'group', version: 1, text: session.text };
    await connection.sendNotification('textDocument/didOpen', { textDocument });
    return session;
  }

  async simulate(log: string): Promise<void> {
    const answer = await this.connection.sendRequest<SimulateAnswer>('steward/simulate', {
      uri: this.uri,
      group: null,
      log: { kind: 'file', paths: [log] },
    });
    if (answer.state !== 'finished') throw new Error(`The simulation ${answer.state}: ${JSON.stringify(answer)}`);
  }

  /** Milliseconds to the diagnostics and to the result of each edit. */
  async rounds({ from, to }: Edit, count: number): Promise<{ diagnostics: number[]; results: number[] }> {
    const diagnostics: number[] = [];
    const results: number[] = [];
    for (let round = -2; round < count; round += 1) {
      const there = await this.edit(from, to(round + 2));
      await this.edit(to(round + 2), from);
      // The first ones are slower, while the code is new to the engine.
      if (round < 0) continue;
      diagnostics.push(there.diagnostics);
      results.push(there.result);
    }
    return { diagnostics, results };
  }

  private async edit(from: string, to: string): Promise<{ diagnostics: number; result: number }> {
    const start = this.text.indexOf(from);
    if (start < 0) throw new Error(`The baseline no longer says "${from}"`);
    const before = this.text.slice(0, start).split('\n');
    const line = before.length - 1;
    const character = before.at(-1)?.length ?? 0;
    const range = { start: { line, character }, end: { line, character: character + from.length } };
    this.text = this.text.slice(0, start) + to + this.text.slice(start + from.length);
    this.version += 1;
    const { version } = this;
    const started = performance.now();
    const judged = new Promise<number>((resolve) => {
      this.onDiagnostics = (of) => {
        if (of === version) resolve(performance.now() - started);
      };
    });
    const simulated = new Promise<number>((resolve, reject) => {
      this.onResults = (results) => {
        if (results.state === 'failed') reject(new Error(results.message ?? ''));
        if (results.state === 'fresh' && results.version === version) resolve(performance.now() - started);
      };
    });
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.uri, version },
      contentChanges: [{ range, text: to }],
    });
    const [diagnostics, result] = await Promise.all([judged, simulated]);
    return { diagnostics, result };
  }

  /** Resident bytes of the server and its host; or a note if the system doesn't report them. */
  memory(): string[] {
    if (process.platform !== 'linux') return ['unknown', 'unknown'];
    const { pid } = this.child;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
    return [pid, ...children].map((one) => {
      const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${one}/status`, 'utf8'))?.[1];
      return `${Math.round(Number(kilobytes) / 1024)} MB`;
    });
  }

  end(): void {
    this.connection.dispose();
    this.child.kill();
  }
}
