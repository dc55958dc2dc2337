/** A test client over a real connection: takes small marked texts, returns the server's answers. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { URI } from 'langium';
import { afterEach } from 'vitest';
import type {
  ClientCapabilities,
  CompletionItem,
  CompletionList,
  Diagnostic,
  InitializeResult,
  MessageConnection,
  Position,
  PublishDiagnosticsParams,
  Range,
  TextEdit,
} from 'vscode-languageserver/node';
import {
  createConnection,
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type ServerOptions, serve } from '../server.ts';

export interface ClientOptions {
  locale?: string;
  capabilities?: ClientCapabilities;
  /** More files, on disk. */
  files?: Readonly<Record<string, string>>;
  settings?: unknown;
  /** Options of the server; by default every rule and no results. */
  server?: Pick<ServerOptions, 'rules' | 'results'>;
}

/** A text without its marks: `<|>` is the cursor, `<|` and `|>` enclose ranges. */
export interface UnmarkedText {
  text: string;
  cursor: number;
  ranges: readonly (readonly [number, number])[];
}

function unmark(marked: string): UnmarkedText {
  let text = '';
  let cursor = -1;
  const ranges: [number, number][] = [];
  const open: [number, number][] = [];
  for (const part of marked.split(/(<\|>|<\||\|>)/)) {
    if (part === '<|>') cursor = text.length;
    else if (part === '<|') {
      const range: [number, number] = [text.length, text.length];
      ranges.push(range);
      open.push(range);
    } else if (part === '|>') {
      const range = open.pop();
      if (range === undefined) throw new Error('A mark is closed that was not opened');
      range[1] = text.length;
    } else text += part;
  }
  if (open.length > 0) throw new Error('A mark is not closed');
  return { text, cursor, ranges };
}

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0)) await clean();
});

export class Client {
  readonly folder: string;
  readonly initialized: InitializeResult;
  private readonly connection: MessageConnection;
  private readonly documents = new Map<string, TextDocument>();
  private readonly published = new Map<string, PublishDiagnosticsParams[]>();
  private readonly waiting = new Set<() => void>();
  /** Methods of the server's requests, in order. Each got an empty answer. */
  readonly asked: string[] = [];
  /** What the server wrote to the client's log. */
  readonly logged: string[] = [];

  private constructor(folder: string, connection: MessageConnection, initialized: InitializeResult) {
    this.folder = folder;
    this.connection = connection;
    this.initialized = initialized;
    connection.onRequest((method) => {
      this.asked.push(method);
      return null;
    });
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.logged.push(message);
    });
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      const list = this.published.get(params.uri) ?? [];
      list.push(params);
      this.published.set(params.uri, list);
      for (const wake of this.waiting) wake();
    });
  }

  static async start(options: ClientOptions = {}): Promise<Client> {
    const folder = mkdtempSync(join(tmpdir(), 'steward-lsp-'));
    for (const [path, text] of Object.entries(options.files ?? {})) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const [up, down] = [new PassThrough(), new PassThrough()];
    const server = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
    serve(server, { version: '0', pageOf: ({ code }) => `https://example.org/${code}`, ...options.server });
    const connection = createMessageConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    connection.listen();
    cleanups.push(async () => {
      await connection.sendRequest('shutdown');
      connection.dispose();
      server.dispose();
      rmSync(folder, { recursive: true, force: true });
    });
    const rootUri = URI.file(folder).toString();
    const initialized = await connection.sendRequest<InitializeResult>('initialize', {
      processId: null,
      rootUri,
      workspaceFolders: [{ uri: rootUri, name: 'test' }],
      capabilities: options.capabilities ?? {},
      locale: options.locale ?? 'en',
      initializationOptions: options.settings,
    });
    const client = new Client(folder, connection, initialized);
    await connection.sendNotification('initialized', {});
    return client;
  }

  uri(path: string): string {
    return URI.file(join(this.folder, path)).toString();
  }

  /** Opens a marked text. */
  async open(marked: string, path = 'main.group'): Promise<UnmarkedText> {
    const unmarked = unmark(marked);
    const document = TextDocument.create(this.uri(path), 'group', 1, unmarked.text);
    this.documents.set(path, document);
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: document.uri, languageId: 'group', version: 1, text: unmarked.text },
    });
    return unmarked;
  }

  /** Replaces the text between two offsets. */
  async edit(start: number, end: number, text: string, path = 'main.group'): Promise<void> {
    const document = this.document(path);
    const change = { range: this.rangeAt(start, end, path), text };
    const version = document.version + 1;
    this.documents.set(path, TextDocument.update(document, [change], version));
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: document.uri, version },
      contentChanges: [change],
    });
  }

  document(path = 'main.group'): TextDocument {
    const document = this.documents.get(path);
    if (document === undefined) throw new Error(`${path} was not opened`);
    return document;
  }

  at(offset: number, path = 'main.group'): Position {
    return this.document(path).positionAt(offset);
  }

  rangeAt(start: number, end: number, path = 'main.group'): Range {
    return { start: this.at(start, path), end: this.at(end, path) };
  }

  /** Sends a request about a document, at a position in it. */
  ask<Result>(method: string, more: object = {}, path = 'main.group'): Promise<Result> {
    return this.connection.sendRequest<Result>(method, { textDocument: { uri: this.uri(path) }, ...more });
  }

  request<Result>(method: string, params: unknown): Promise<Result> {
    return this.connection.sendRequest<Result>(method, params);
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  /** The diagnostics pushed for the newest version of a document. */
  async diagnostics(path = 'main.group'): Promise<readonly Diagnostic[]> {
    const document = this.documents.get(path);
    return this.pushed(path, (params) => document === undefined || params.version === document.version);
  }

  /** The first push for a file that matches, past or future. */
  async pushed(path: string, fits: (params: PublishDiagnosticsParams) => boolean): Promise<readonly Diagnostic[]> {
    for (;;) {
      const found = this.published.get(this.uri(path))?.findLast(fits);
      if (found !== undefined) return found.diagnostics;
      await new Promise<void>((resolve) => {
        const wake = (): void => {
          this.waiting.delete(wake);
          resolve();
        };
        this.waiting.add(wake);
      });
    }
  }

  pushes(path = 'main.group'): number {
    return this.published.get(this.uri(path))?.length ?? 0;
  }

  /** The text of a range, for comparison. */
  textIn(range: Range, path = 'main.group'): string {
    return this.document(path).getText(range);
  }

  applied(edits: readonly TextEdit[], path = 'main.group'): string {
    return TextDocument.applyEdits(this.document(path), [...edits]);
  }
}

/** Opens a text and requests completion at its cursor. */
export async function complete(marked: string, options: ClientOptions = {}): Promise<readonly CompletionItem[]> {
  const client = await Client.start(options);
  const { cursor } = await client.open(marked);
  const list = await client.ask<CompletionList>('textDocument/completion', { position: client.at(cursor) });
  return list.items;
}

export function labels(items: readonly CompletionItem[]): string[] {
  return items.map(({ label }) => label);
}
