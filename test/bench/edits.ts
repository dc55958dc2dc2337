/**
 * Random edits of the examples over a real session of the language server: `node test/bench/edits.ts [EDITS] [SEED]`.
 *
 * - The server is a separate process; each edit waits for its findings.
 * - Prints how long the edits took, and on Linux how much processor time the server spent on them, which a busy machine hardly changes.
 *   Exits with 1 if the server died, reported a bug of its own, or sent no findings in time.
 */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { editsOf } from '../../packages/language/test/random-edits.ts';

const ROOT = join(import.meta.dirname, '../..');
const EDITS = Number(process.argv[2] ?? 20_000);
const SEED = Number(process.argv[3] ?? Date.now() % 2 ** 31);
/** Milliseconds after which an edit counts as unanswered. */
const LONGEST = 120_000;
/** Edits of one text before starting over. */
const IN_A_ROW = 25;

const folder = mkdtempSync(join(tmpdir(), 'steward-edits-'));
cpSync(join(ROOT, 'examples'), folder, { recursive: true });
const child = spawn(process.execPath, [join(ROOT, 'scripts/steward.mjs'), 'lsp', '--stdio'], {
  stdio: ['pipe', 'pipe', 'inherit'],
});
child.on('exit', (code) => end(1, `The server ended with ${code}`));
const connection = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
let answered: ((version: number) => void) | null = null;
connection.onNotification('textDocument/publishDiagnostics', ({ uri, version }: { uri: string; version?: number }) => {
  if (uri === document.uri && version !== undefined) answered?.(version);
});
connection.onNotification('window/logMessage', ({ message }: { message: string }) => end(1, message));
connection.onRequest(() => null);
connection.listen();

const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.group'));
const edits = editsOf(SEED);
const times: number[] = [];
const processorTimes: number[] = [];
let document = TextDocument.create('', 'group', 0, '');

function end(code: number, text: string): never {
  child.removeAllListeners('exit');
  child.kill();
  rmSync(folder, { recursive: true, force: true });
  console.log(
    `${text}\nseed ${SEED}, ${times.length} edits${code === 0 ? '' : `, the last text:\n${document.getText()}`}`,
  );
  process.exit(code);
}

/** Milliseconds that the server's main thread has run; null if the system does not say. */
function processorTime(): number | null {
  const path = `/proc/${child.pid}/schedstat`;
  return existsSync(path) ? Number(readFileSync(path, 'utf8').split(' ')[0]) / 1e6 : null;
}

/** Resolves when the findings of this version arrive. */
function findings(version: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => end(1, `No findings after ${LONGEST} ms`), LONGEST);
    answered = (found) => {
      if (found < version) return;
      clearTimeout(timer);
      resolve();
    };
  });
}

async function open(path: string): Promise<void> {
  const uri = pathToFileURL(join(folder, path)).href;
  document = TextDocument.create(uri, 'group', 1, readFileSync(join(folder, path), 'utf8'));
  const found = findings(1);
  const textDocument = { uri, languageId: 'group', version: 1, text: document.getText() };
  await connection.sendNotification('textDocument/didOpen', { textDocument });
  await found;
}

async function edit(): Promise<void> {
  const { start, removed, typed } = edits.next(document.getText());
  const change = {
    range: { start: document.positionAt(start), end: document.positionAt(start + removed) },
    text: typed,
  };
  const version = document.version + 1;
  document = TextDocument.update(document, [change], version);
  const started = performance.now();
  const ran = processorTime();
  const found = findings(version);
  const textDocument = { uri: document.uri, version };
  await connection.sendNotification('textDocument/didChange', { textDocument, contentChanges: [change] });
  await found;
  times.push(performance.now() - started);
  if (ran !== null) processorTimes.push((processorTime() ?? ran) - ran);
}

const rootUri = pathToFileURL(folder).href;
const workspaceFolders = [{ uri: rootUri, name: 'examples' }];
await connection.sendRequest('initialize', { processId: process.pid, rootUri, workspaceFolders, capabilities: {} });
await connection.sendNotification('initialized', {});
for (let turn = 0; times.length < EDITS; turn++) {
  await open(paths[turn % paths.length] ?? '');
  for (let row = 0; row < IN_A_ROW && times.length < EDITS; row++) await edit();
  await connection.sendNotification('textDocument/didClose', { textDocument: { uri: document.uri } });
}
function summary(measured: readonly number[]): string {
  const sorted = measured.toSorted((left, right) => left - right);
  const at = (share: number): string =>
    `${(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1)} ms`;
  return `p50 ${at(0.5)}, p99 ${at(0.99)}, longest ${at(1)}`;
}
const ofProcessor = processorTimes.length === 0 ? '' : `\nprocessor time: ${summary(processorTimes)}`;
end(0, `${summary(times)}${ofProcessor}`);
