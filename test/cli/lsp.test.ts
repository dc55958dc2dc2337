import { fork } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import type { InitializeResult, MessageConnection, PublishDiagnosticsParams } from 'vscode-languageserver/node';
import {
  createMessageConnection,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { bundlePath, folderWith, startSteward, steward } from './steward.ts';

const BROKEN = 'group G : service extends Nobody { }\n';

/** Initialises, opens a broken file and returns its diagnostics. */
async function converse(connection: MessageConnection, folder: string): Promise<PublishDiagnosticsParams> {
  const published = new Promise<PublishDiagnosticsParams>((resolve) => {
    connection.onNotification('textDocument/publishDiagnostics', resolve);
  });
  connection.listen();
  const rootUri = pathToFileURL(folder).href;
  const { capabilities, serverInfo } = await connection.sendRequest<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri,
    capabilities: {},
    locale: 'zh-cn',
  });
  expect(serverInfo?.name).toBe('steward');
  expect(capabilities.hoverProvider).toBe(true);
  await connection.sendNotification('initialized', {});
  const uri = pathToFileURL(join(folder, 'main.group')).href;
  const textDocument = { uri, languageId: 'group', version: 1, text: BROKEN };
  await connection.sendNotification('textDocument/didOpen', { textDocument });
  return published;
}

function expectFinding({ diagnostics }: PublishDiagnosticsParams): void {
  const found = diagnostics.find(({ code }) => code === 'unknown-name');
  expect(found?.message).toContain('Nobody');
  expect(found?.message).toMatch(/[\u4E00-\u9FFF]/);
  const page = found?.codeDescription?.href ?? '';
  expect(readFileSync(new URL(page), 'utf8')).toContain('unknown-name');
}

test('the bundle serves an editor over standard input and output, and ends when told to', async () => {
  const folder = folderWith({});
  const child = startSteward(['lsp', '--stdio'], folder);
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  expectFinding(await converse(connection, folder));
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  expect(await ended).toBe(0);
  connection.dispose();
}, 120_000);

test('and over the IPC channel of its parent process', async () => {
  const folder = folderWith({});
  const child = fork(bundlePath(), ['lsp', '--node-ipc', `--clientProcessId=${process.pid}`], {
    cwd: folder,
    execArgv: [],
  });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const connection = createMessageConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
  expectFinding(await converse(connection, folder));
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  expect(await ended).toBe(0);
  connection.dispose();
}, 120_000);

test('without an IPC channel, --node-ipc says what to do', async () => {
  const { code, stderr } = await steward(['lsp', '--node-ipc']);
  expect(code).toBe(2);
  expect(stderr).toContain('--stdio');
}, 120_000);

test('format rewrites files in place; --check lists unformatted ones and writes nothing', async () => {
  const folder = folderWith({ 'a.group': 'policy P{ }\n', 'b.group': 'policy Q {}\n' });
  const checked = await steward(['format', '--check'], { cwd: folder });
  expect(checked).toMatchObject({ code: 1 });
  expect(checked.stdout).toContain('a.group is not formatted');
  expect(checked.stdout).not.toContain('b.group');
  expect(readFileSync(join(folder, 'a.group'), 'utf8')).toBe('policy P{ }\n');
  expect(await steward(['format'], { cwd: folder })).toMatchObject({ code: 0 });
  expect(readFileSync(join(folder, 'a.group'), 'utf8')).toBe('policy P {}\n');
  expect(await steward(['format', '--check'], { cwd: folder })).toMatchObject({ code: 0 });
}, 120_000);

test('a file that does not parse is left alone, and its errors are reported', async () => {
  const folder = folderWith({ 'a.group': 'policy P{ risk }\n' });
  const { code, stderr } = await steward(['format', 'a.group'], { cwd: folder });
  expect(code).toBe(1);
  expect(stderr).toContain('a.group');
  expect(readFileSync(join(folder, 'a.group'), 'utf8')).toBe('policy P{ risk }\n');
}, 120_000);

/** Prints on standard error which files Node loads. */
const SPY = `import { registerHooks } from 'node:module';
registerHooks({ load(url, context, next) { process.stderr.write('loaded ' + url + '\\n'); return next(url, context); } });`;

test('a check loads no part of the server', async () => {
  const folder = folderWith({ 'a.group': 'policy P {}\n' });
  const isServer = (path: string): boolean => readFileSync(path, 'utf8').includes('onDidChangeWatchedFiles');
  const chunks = join(dirname(bundlePath()), 'chunks');
  expect(readdirSync(chunks).some((name) => name.endsWith('.mjs') && isServer(join(chunks, name)))).toBe(true);
  const nodeOptions = ['--import', `data:text/javascript,${encodeURIComponent(SPY)}`];
  const { code, stderr } = await steward(['check', 'a.group'], { cwd: folder, nodeOptions });
  expect(code, stderr).toBe(0);
  const loaded = [...stderr.matchAll(/^loaded (file:.*\.mjs)$/gm)].map(([, url = '']) => fileURLToPath(url));
  expect(loaded.length).toBeGreaterThan(2);
  expect(loaded.filter(isServer)).toEqual([]);
}, 120_000);
