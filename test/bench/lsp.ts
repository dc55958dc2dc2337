/**
 * How long an editor waits: from a keystroke to the diagnostics, and to a completion, in one long file.
 *
 * - Each server is a process of its own, spoken to over standard input and output like by an editor; they take turns.
 * - Every second edit breaks something and the next mends it, so that each must look anew.
 */
import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { BUNDLE } from './bundle.ts';
import { benchFolder } from './logs.ts';
import { LINES_OF_A_GROUP, rulesOf } from './rules.ts';
import { table } from './table.ts';

const PEER = 'yaml-language-server@2.0.0';
const SCHEMA = join(import.meta.dirname, 'peers', 'group.schema.json');
/** Where the peer waits for quiet before it looks. */
const PEER_HANDLER = 'out/src/yamlSettings.js';
const PEER_DELAY = /(validationDelayMs = )200/;

interface Subject {
  name: string;
  /** Arguments of Node. */
  args: readonly string[];
  ending: 'group' | 'yaml';
  /** In the last group: a word, with what breaks it. */
  word: string;
  broken: string;
  /** In the last group: completion is asked for right behind it. */
  before: string;
}

const STEWARD: Subject = {
  name: 'steward lsp',
  args: [BUNDLE, 'lsp', '--stdio'],
  ending: 'group',
  word: 'idle >= 30d',
  broken: 'idl >= 30d',
  before: 'when idle >= 30d',
};

interface Measured {
  diagnostics: number[];
  completion: number[];
}

export async function lspBench(full: boolean): Promise<string> {
  const subjects = [STEWARD, ...peers()];
  const rounds = full ? 40 : 10;
  const rows: string[][] = [];
  for (const lines of [200, 2_000, 10_000]) {
    const sessions = await Promise.all(subjects.map((subject) => Session.start(subject, lines)));
    const measured = sessions.map((): Measured => ({ diagnostics: [], completion: [] }));
    for (let round = 0; round < rounds; round += 1) {
      for (const [index, session] of sessions.entries()) {
        measured[index]?.diagnostics.push(await session.toDiagnostics());
        measured[index]?.completion.push(await session.toCompletion());
      }
    }
    for (const session of sessions) session.end();
    subjects.forEach(({ name }, index) => {
      const { diagnostics = [], completion = [] } = measured[index] ?? {};
      const cells = [diagnostics, completion].flatMap((times) => [quantile(times, 0.5), quantile(times, 0.95)]);
      rows.push([`${lines} lines: ${name}`, ...cells.map((time) => `${time.toFixed(0)} ms`)]);
    });
  }
  return table(['', 'diagnostics p50', 'p95', 'completion p50', 'p95'], rows);
}

function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** The YAML server as it is shipped, and with its wait taken out; none, said aloud, where it cannot be installed. */
function peers(): Subject[] {
  const folder = benchFolder('lsp-peer');
  const shipped = join(folder, 'node_modules', 'yaml-language-server');
  if (!existsSync(shipped)) {
    const options = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', folder, PEER];
    const installed = spawnSync('npm', options, { encoding: 'utf8', shell: process.platform === 'win32' });
    if (installed.status !== 0) {
      console.error(`Not measured beside ${PEER}: npm cannot install it.\n${installed.stderr}`);
      return [];
    }
  }
  const eager = join(folder, 'node_modules', 'yaml-language-server-eager');
  cpSync(shipped, eager, { recursive: true });
  const handler = join(eager, PEER_HANDLER);
  const text = readFileSync(handler, 'utf8');
  if (!PEER_DELAY.test(text)) throw new Error(`${PEER} waits otherwise than it did: ${handler}`);
  writeFileSync(handler, text.replace(PEER_DELAY, '$10'));
  const subject = (name: string, path: string): Subject => ({
    name,
    args: [join(path, 'bin/yaml-language-server'), '--stdio'],
    ending: 'yaml',
    word: 'grace: 3d',
    broken: 'grace: 3x',
    before: 'color: "#6B7280"\n        ',
  });
  return [subject('yaml-language-server', shipped), subject('yaml-language-server, without its wait', eager)];
}

class Session {
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly connection: MessageConnection;
  private readonly subject: Subject;
  private document: TextDocument;
  private isBroken = false;
  private isOver = false;
  private wake: (() => void) | null = null;

  private constructor(subject: Subject, lines: number) {
    this.subject = subject;
    this.child = spawn(process.execPath, [...subject.args], { stdio: 'pipe' });
    this.connection = createMessageConnection(
      new StreamMessageReader(this.child.stdout),
      new StreamMessageWriter(this.child.stdin),
    );
    const text = rulesOf(Math.ceil(lines / LINES_OF_A_GROUP))[subject.ending];
    const uri = pathToFileURL(join(benchFolder('rules'), `long-${lines}.${subject.ending}`)).href;
    this.document = TextDocument.create(uri, subject.ending, 1, text);
  }

  static async start(subject: Subject, lines: number): Promise<Session> {
    const session = new Session(subject, lines);
    const { connection, document } = session;
    session.child.on('exit', () => {
      if (!session.isOver) throw new Error(`${subject.name} ended in the middle of the measurement`);
    });
    connection.onNotification('textDocument/publishDiagnostics', () => session.wake?.());
    connection.onRequest('workspace/configuration', ({ items }: { items: readonly { section?: string }[] }) =>
      items.map(({ section }) =>
        section === 'yaml'
          ? { schemas: { [pathToFileURL(SCHEMA).href]: '*.yaml' }, completion: true, validate: true }
          : null,
      ),
    );
    connection.onRequest('client/registerCapability', () => null);
    connection.listen();
    const capabilities = { workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } } };
    await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities });
    await connection.sendNotification('initialized', {});
    await connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { yaml: { schemas: { [pathToFileURL(SCHEMA).href]: '*.yaml' }, completion: true, validate: true } },
    });
    const textDocument = { uri: document.uri, languageId: subject.ending, version: 1, text: document.getText() };
    const published = session.published();
    await connection.sendNotification('textDocument/didOpen', { textDocument });
    await published;
    // The first ones are slower while the code is new to the engine.
    for (let round = 0; round < 3; round += 1) {
      await session.toDiagnostics();
      await session.toCompletion();
    }
    return session;
  }

  /** Milliseconds from an edit to what is said of it. */
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

  private published(): Promise<void> {
    return new Promise((resolve) => {
      this.wake = resolve;
    });
  }
}
