/** An editor that doesn't know our protocol extensions: commands, progress, hints, hovers, diagnostics. */
import { expect, test } from 'vitest';
import type { Hover, InlayHint } from 'vscode-languageserver/node';
import { EditorClient } from './client.ts';
import { FILES, RULES } from './group.ts';

const SCENARIO = `${RULES}
scenario "one does not" for G {
  given { 2025-03-01T10:00 "a" message }
  expect tier Core of "a" on 2025-03-01
}
`;

async function started(): Promise<EditorClient> {
  const capabilities = {
    window: { workDoneProgress: true },
    workspace: { inlayHint: { refreshSupport: true } },
  };
  const client = await EditorClient.start({ files: FILES, capabilities });
  await client.open(SCENARIO);
  return client;
}

function execute(client: EditorClient, command: string, ...given: unknown[]): Promise<unknown> {
  return client.request('workspace/executeCommand', { command, arguments: given });
}

async function hints(client: EditorClient): Promise<string[]> {
  const range = { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } };
  const asked = { textDocument: { uri: client.uri() }, range };
  const found = await client.request<InlayHint[]>('textDocument/inlayHint', asked);
  return found.map(({ position, label }) => `${position.line}:${position.character} ${String(label)}`);
}

test('simulates by a command, with progress, and shows results as hints and in hovers', async () => {
  const client = await started();
  expect(client.initialized.capabilities.executeCommandProvider?.commands).toContain('steward.simulate');
  expect(await hints(client)).toEqual([]);
  expect(await execute(client, 'steward.simulate', client.uri(), 'G')).toEqual({ state: 'finished' });
  const lines = await hints(client);
  expect(lines.map((line) => line.split(' ')[0])).toEqual(['0:23', '3:40', '4:25', '5:49']);
  expect(lines[1]).toContain('2 members');
  const hover = await client.request<Hover>('textDocument/hover', {
    textDocument: { uri: client.uri() },
    position: { line: 3, character: 8 },
  });
  expect(JSON.stringify(hover.contents)).toContain('2 members');
  expect(JSON.stringify(hover.contents)).toContain('In it at the end: a, b');
  const methods = client.linesByPlace.map(({ method }) => method);
  expect(methods).toContain('window/workDoneProgress/create');
  expect(methods).toContain('workspace/inlayHint/refresh');
  expect(methods).not.toContain('steward/results');
  const progress = client.linesByPlace.filter(({ method }) => method === '$/progress').map(({ params }) => params);
  expect(progress.at(0)).toMatchObject({ value: { kind: 'begin', title: 'Simulating', cancellable: true } });
  expect(progress.at(-1)).toMatchObject({ value: { kind: 'end' } });
  await client.replace('>= 3', '>= oops');
  await client.diagnosticsWhere((found) => JSON.stringify(found).includes('oops'));
  expect((await hints(client))[1]).toContain('(of an earlier text)');
});

test('a failed simulation is reported', async () => {
  const client = await started();
  await client.replace('log.jsonl', 'nowhere.jsonl');
  expect(await execute(client, 'steward.simulate', client.uri())).toMatchObject({ state: 'failed' });
  const said = client.linesByPlace.filter(({ method }) => method === 'window/showMessage').map(({ params }) => params);
  expect(said).toEqual([{ type: 1, message: expect.stringContaining('nowhere.jsonl') }]);
  await expect(execute(client, 'steward.simulate', 7)).rejects.toThrow('arguments');
});

test('a failing scenario is reported at its `expect` until the text changes', async () => {
  const client = await started();
  await execute(client, 'steward.runScenario', client.uri(), 'one does not');
  const found = await client.diagnosticsWhere((all) => all.some(({ code }) => code === 'scenario-failed'));
  const failed = found.find(({ code }) => code === 'scenario-failed');
  expect(failed).toMatchObject({ source: 'steward', range: { start: { line: 10, character: 2 } } });
  expect(failed?.message).toContain('Rest');
  const said = client.linesByPlace.filter(({ method }) => method === 'window/showMessage').map(({ params }) => params);
  expect(said).toEqual([{ type: 1, message: expect.stringContaining('one does not') }]);
  await client.replace('"a" message', '"a" message x 3');
  await client.diagnosticsWhere((found) => found.every(({ code }) => code !== 'scenario-failed'));
  await execute(client, 'steward.runScenario', client.uri(), 'one does not');
  expect(client.linesByPlace.findLast(({ method }) => method === 'window/showMessage')?.params).toMatchObject({
    type: 3,
  });
});

test('evidence is opened at its line', async () => {
  const client = await started();
  const place = { uri: client.uri('log.jsonl'), line: 3, at: '2025-03-01T10:00:00Z' };
  await execute(client, 'steward.openEvidence', place);
  const shown = client.linesByPlace.find(({ method }) => method === 'window/showDocument');
  expect(shown?.params).toMatchObject({ uri: place.uri, selection: { start: { line: 2 } } });
});
