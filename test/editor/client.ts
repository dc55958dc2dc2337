/** A client that talks to the real server process the way an editor does: documents, results, progress. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FileResults, SimulateAnswer } from '@steward/editor/protocol';
import { afterEach, vi } from 'vitest';
import type {
  CancellationToken,
  ClientCapabilities,
  Diagnostic,
  InitializeResult,
  MessageConnection,
} from 'vscode-languageserver/node';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';

const PROGRAM = join(import.meta.dirname, '../../packages/cli/src/main.ts');
const SAMPLE = { kind: 'sample' } as const;

// Each test starts its own processes, which may take a while on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

export interface DisplayedLines {
  method: string;
  params: unknown;
}

export interface Start {
  files: Readonly<Record<string, string>>;
  /** Omitted: a client that draws results itself. */
  capabilities?: ClientCapabilities;
  locale?: string;
  settings?: object;
  /** What the client says about the folder's trust; null: nothing. Omitted: trusted if the client draws results itself. */
  trusted?: boolean | null;
  /** Node options for the server. */
  nodeOptions?: readonly string[];
}

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0)) await clean();
});

export class EditorClient {
  readonly folder: string;
  readonly server: ChildProcessWithoutNullStreams;
  readonly initialized: InitializeResult;
  /** Everything the server sent, in order. */
  readonly linesByPlace: readonly DisplayedLines[];
  private readonly connection: MessageConnection;
  private readonly documents = new Map<string, { version: number; text: string }>();
  private readonly waiting = new Set<() => void>();
  private readonly end: () => Promise<void>;

  private constructor(
    folder: string,
    server: ChildProcessWithoutNullStreams,
    connection: MessageConnection,
    initialized: InitializeResult,
    linesByPlace: readonly DisplayedLines[],
    end: () => Promise<void>,
  ) {
    this.linesByPlace = linesByPlace;
    this.end = end;
    this.folder = folder;
    this.server = server;
    this.connection = connection;
    this.initialized = initialized;
  }

  static async start(options: Start): Promise<EditorClient> {
    const { files, capabilities, locale = 'en', settings = {}, nodeOptions = [] } = options;
    const trusted = options.trusted === undefined ? (capabilities === undefined ? true : null) : options.trusted;
    const folder = mkdtempSync(join(tmpdir(), 'steward-editor-'));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const server = spawn(process.execPath, [...nodeOptions, PROGRAM, 'lsp', '--stdio'], { cwd: folder, stdio: 'pipe' });
    let errors = '';
    server.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    const connection = createMessageConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    const heard: DisplayedLines[] = [];
    let client: EditorClient | null = null;
    const hear = (method: string, params: unknown): null => {
      heard.push({ method, params });
      client?.hear();
      return null;
    };
    connection.onNotification((method, params) => {
      hear(method, params);
    });
    connection.onRequest((method, params) => hear(method, params));
    connection.onUnhandledProgress((params) => {
      hear('$/progress', params);
    });
    connection.listen();
    const end = async (): Promise<void> => {
      if (server.exitCode === null && server.signalCode === null) {
        const ended = new Promise((resolve) => server.once('exit', resolve));
        await connection.sendRequest('shutdown').catch(() => undefined);
        await connection.sendNotification('exit').catch(() => undefined);
        await ended;
      }
      connection.dispose();
      rmSync(folder, { recursive: true, force: true });
      if (errors !== '') throw new Error(`The server wrote to standard error:\n${errors}`);
    };
    cleanups.push(end);
    const initialized = await connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: pathToFileURL(folder).href,
      capabilities: capabilities ?? { experimental: { steward: true }, workspace: { workspaceFolders: true } },
      locale,
      initializationOptions: trusted === null ? settings : { ...settings, trusted },
    });
    client = new EditorClient(folder, server, connection, initialized, heard, end);
    await connection.sendNotification('initialized', {});
    return client;
  }

  uri(path = 'main.group'): string {
    return pathToFileURL(join(this.folder, path)).href;
  }

  async open(text: string, path = 'main.group'): Promise<void> {
    this.documents.set(path, { version: 1, text });
    const textDocument = { uri: this.uri(path), languageId: 'group', version: 1, text };
    await this.connection.sendNotification('textDocument/didOpen', { textDocument });
  }

  text(path = 'main.group'): string {
    return this.documents.get(path)?.text ?? '';
  }

  version(path = 'main.group'): number {
    return this.documents.get(path)?.version ?? 0;
  }

  /** Replaces the first occurrence of `from` with `to`. */
  async replace(from: string, to: string, path = 'main.group'): Promise<void> {
    const text = this.text(path);
    const at = text.indexOf(from);
    if (at < 0) throw new Error(`${path} does not say ${from}`);
    const range = { start: position(text, at), end: position(text, at + from.length) };
    const version = this.version(path) + 1;
    this.documents.set(path, { version, text: text.slice(0, at) + to + text.slice(at + from.length) });
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.uri(path), version },
      contentChanges: [{ range, text: to }],
    });
  }

  /** Sends one edit that covers the differing part. */
  async replaceAll(text: string, path = 'main.group'): Promise<void> {
    const before = this.text(path);
    const most = Math.min(before.length, text.length);
    let start = 0;
    while (start < most && before[start] === text[start]) start += 1;
    let end = 0;
    while (end < most - start && before[before.length - 1 - end] === text[text.length - 1 - end]) end += 1;
    const version = this.version(path) + 1;
    this.documents.set(path, { version, text });
    const range = { start: position(before, start), end: position(before, before.length - end) };
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.uri(path), version },
      contentChanges: [{ range, text: text.slice(start, text.length - end) }],
    });
  }

  /** Call before the test ends. */
  async close(): Promise<void> {
    const at = cleanups.indexOf(this.end);
    if (at >= 0) cleanups.splice(at, 1);
    await this.end();
  }

  request<Answer>(method: string, params: object, token?: CancellationToken): Promise<Answer> {
    // If there is none, nothing must be shown instead.
    return token === undefined
      ? this.connection.sendRequest<Answer>(method, params)
      : this.connection.sendRequest<Answer>(method, params, token);
  }

  notify(method: string, params: object): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  simulate(more: object = {}, token?: CancellationToken): Promise<SimulateAnswer> {
    return this.request('steward/simulate', { uri: this.uri(), group: null, log: SAMPLE, ...more }, token);
  }

  /** The latest results. */
  get results(): FileResults | null {
    const last = this.linesByPlace.findLast(({ method }) => method === 'steward/results');
    return last === undefined ? null : (last.params as FileResults);
  }

  /** The states that results went through. */
  states(): string[] {
    const all = this.linesByPlace.filter(({ method }) => method === 'steward/results');
    return all.map(({ params }) => (params as FileResults).state);
  }

  /** Waits for results of the current text. */
  async fresh(): Promise<FileResults> {
    return this.resultsWhere(({ state, version }) => state === 'fresh' && version === this.version());
  }

  /** The latest results of any document that satisfy the predicate, past or future. */
  async resultsWhere(fits: (results: FileResults) => boolean): Promise<FileResults> {
    for (;;) {
      const all = this.linesByPlace
        .filter(({ method }) => method === 'steward/results')
        .map(({ params }) => params as FileResults);
      const found = [...new Map(all.map((results) => [results.uri, results])).values()].find(fits);
      if (found !== undefined) return found;
      await this.more();
    }
  }

  async diagnosticsWhere(fits: (diagnostics: Diagnostic[]) => boolean): Promise<Diagnostic[]> {
    for (;;) {
      const last = this.linesByPlace.findLast(({ method }) => method === 'textDocument/publishDiagnostics');
      const { diagnostics } = (last?.params ?? { diagnostics: [] }) as { diagnostics: Diagnostic[] };
      if (fits(diagnostics)) return diagnostics;
      await this.more();
    }
  }

  /** Waits for the server's next message. */
  more(): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        this.waiting.delete(wake);
        resolve();
      };
      this.waiting.add(wake);
    });
  }

  private hear(): void {
    for (const wake of [...this.waiting]) wake();
  }
}

/** `tier/Core: 42 members`, one entry per clause. */
export function reported({ lines }: FileResults): Record<string, string> {
  return Object.fromEntries(lines.map(({ clause, text }) => [clause, text]));
}

function position(text: string, offset: number): { line: number; character: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

/** The host processes of the client's server; known on Linux only. */
export function hostsOf({ server }: EditorClient): number[] {
  const children = readFileSync(`/proc/${server.pid}/task/${server.pid}/children`, 'utf8').trim();
  const pids = children === '' ? [] : children.split(' ').map(Number);
  return pids.filter((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('host'));
}
