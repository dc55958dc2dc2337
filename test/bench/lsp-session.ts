/** A language server in its own process, addressed like an editor would. */
import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

const SCHEMA = join(import.meta.dirname, 'peers', 'group.schema.json');

export interface Subject {
  name: string;
  /** Arguments for Node. */
  args: readonly string[];
  ending: 'group' | 'yaml';
  /** The last occurrence in the text: a word, and a replacement that breaks it. */
  word: string;
  broken: string;
  /** The last occurrence in the text: completion is requested right after it. */
  before: string;
}

export interface Opened {
  path: string;
  text: string;
  /** Of the workspace; null: none. */
  folder: string | null;
}

export class Session {
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly connection: MessageConnection;
  private readonly subject: Subject;
  private document: TextDocument;
  private isBroken = false;
  private isOver = false;
  private wake: (() => void) | null = null;

  private constructor(subject: Subject, { path, text }: Opened) {
    this.subject = subject;
    this.child = spawn(process.execPath, [...subject.args], { stdio: 'pipe' });
    this.connection = createMessageConnection(
      new StreamMessageReader(this.child.stdout),
      new StreamMessageWriter(this.child.stdin),
    );
    this.document = TextDocument.create(pathToFileURL(path).href, subject.ending, 1, text);
  }

  static async start(subject: Subject, opened: Opened): Promise<Session> {
    const session = new Session(subject, opened);
    const { connection, document } = session;
    session.child.on('exit', () => {
      if (!session.isOver) throw new Error(`${subject.name} ended in the middle of the measurement`);
    });
    connection.onNotification('textDocument/publishDiagnostics', ({ uri }: { uri: string }) => {
      if (uri === document.uri) session.wake?.();
    });
    connection.onRequest('workspace/configuration', ({ items }: { items: readonly { section?: string }[] }) =>
      items.map(({ section }) => (section === 'yaml' ? YAML_SETTINGS : null)),
    );
    connection.onRequest('client/registerCapability', () => null);
    connection.listen();
    const capabilities = { workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } } };
    const rootUri = opened.folder === null ? null : pathToFileURL(opened.folder).href;
    const workspaceFolders = rootUri === null ? null : [{ uri: rootUri, name: 'rules' }];
    await connection.sendRequest('initialize', { processId: process.pid, rootUri, workspaceFolders, capabilities });
    await connection.sendNotification('initialized', {});
    await connection.sendNotification('workspace/didChangeConfiguration', { settings: { yaml: YAML_SETTINGS } });
    const textDocument = { uri: document.uri, languageId: subject.ending, version: 1, text: document.getText() };
    const published = session.published();
    await connection.sendNotification('textDocument/didOpen', { textDocument });
    await published;
    // The first ones are slower, while the code is new to the engine.
    for (let round = 0; round < 5; round += 1) {
      await session.toDiagnostics();
      await session.toCompletion();
    }
    return session;
  }

  /** Milliseconds from an edit to its diagnostics. */
  async toDiagnostics(): Promise<number> {
    const { word, broken } = this.subject;
    const [from, to] = this.isBroken ? [broken, word] : [word, broken];
    this.isBroken = !this.isBroken;
    const start = this.document.getText().lastIndexOf(from);
    const started = performance.now();
    const published = this.published();
    await this.edit(start, start + from.length, to);
    await published;
    return performance.now() - started;
  }

  /** Milliseconds to the answer, right after a keystroke. */
  async toCompletion(): Promise<number> {
    if (this.isBroken) await this.toDiagnostics();
    const offset = this.document.getText().lastIndexOf(this.subject.before) + this.subject.before.length;
    const quiet = this.published();
    const started = performance.now();
    await this.edit(offset, offset, ' ');
    const textDocument = { uri: this.document.uri };
    const position = this.document.positionAt(offset + 1);
    await this.connection.sendRequest('textDocument/completion', { textDocument, position });
    const ended = performance.now();
    await quiet;
    const mended = this.published();
    await this.edit(offset, offset + 1, '');
    await mended;
    return ended - started;
  }

  /** Resident bytes of the process. */
  memory(): number {
    const { stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(this.child.pid)], { encoding: 'utf8' });
    return Number.parseInt(stdout, 10) * 1_024;
  }

  end(): void {
    this.isOver = true;
    this.connection.dispose();
    this.child.kill();
  }

  private async edit(start: number, end: number, text: string): Promise<void> {
    const range = { start: this.document.positionAt(start), end: this.document.positionAt(end) };
    const version = this.document.version + 1;
    this.document = TextDocument.update(this.document, [{ range, text }], version);
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.document.uri, version },
      contentChanges: [{ range, text }],
    });
  }

  /** Resolves when diagnostics for the document arrive. */
  private published(): Promise<void> {
    return new Promise((resolve) => {
      this.wake = resolve;
    });
  }
}

const YAML_SETTINGS = {
  schemas: { [pathToFileURL(SCHEMA).href]: '*.yaml' },
  completion: true,
  validate: true,
};
