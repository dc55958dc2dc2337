/** In an untrusted folder, rules are checked, and nothing else is read, run or written, whatever the folder contains. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as protocol from '@steward/editor/protocol';
import { TRUST_GRANTED } from '@steward/language/lsp/trust';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CompletionList } from 'vscode-languageserver/node';
import { hostileRepository } from '../hostile-repository.ts';
import { EditorClient, hostsOf, reported, type Start } from './client.ts';
import { FILES, logOf, RULES } from './group.ts';

const SPY = join(import.meta.dirname, 'spy.mjs');
const REFUSED = { state: 'failed', message: expect.stringContaining('not trusted') };
const AUTOMATIC = { simulate: { automatically: true } };
/** For an editor that doesn't know our protocol extensions. */
const OTHER = { window: { workDoneProgress: true } };

let outside: string;
let notes: string;

beforeEach(() => {
  outside = mkdtempSync(join(tmpdir(), 'steward-outside-'));
  notes = join(outside, 'notes.txt');
  process.env['STEWARD_SPY'] = notes;
  const files = {
    'secret.group': 'category Secret "秘密"\n',
    'linked.group': 'category Linked "链接"\n',
    'words.txt': 'password\n',
    'log.jsonl': logOf(),
    'roster.csv': 'member,role\na,staff\n',
    'result.outcome.json': '{}\n',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(outside, name), text);
});

afterEach(() => {
  delete process.env['STEWARD_SPY'];
  rmSync(outside, { recursive: true, force: true });
});

/** Everything outside the folder that rules can name. */
function hostileRules(): string {
  const group = RULES.replace('"log.jsonl"', `"${outside}/log.jsonl"\n  roster "${outside}/roster.csv"`);
  return `import "${outside}/secret.group"
import "./link.group"
lexicon Words { from "${outside}/words.txt" }
${group}
scenario "reads a log" for G {
  given { log "${outside}/log.jsonl" }
  expect outcome "${outside}/result.outcome.json"
}
`;
}

async function hostile(more: Partial<Start> = {}): Promise<EditorClient> {
  const start = { files: FILES, settings: AUTOMATIC, trusted: false, nodeOptions: ['--import', SPY], ...more };
  const client = await EditorClient.start(start);
  symlinkSync(join(outside, 'linked.group'), join(client.folder, 'link.group'));
  await client.open(hostileRules());
  return client;
}

/** Trust is independent of which folders belong to the workspace. */
async function trustAll(client: EditorClient): Promise<void> {
  const added = [{ uri: `file://${outside}`, name: 'outside' }];
  await client.notify('workspace/didChangeWorkspaceFolders', { event: { added, removed: [] } });
  await client.notify(TRUST_GRANTED, {});
}

/** Everything that was read outside the folder, written anywhere, or run. */
function forbidden(client: EditorClient): string[] {
  const seen = readFileSync(notes, 'utf8').trim().split('\n');
  const isForbidden = (line: string): boolean =>
    !line.startsWith('read ') ||
    line.includes(outside) ||
    line.includes('link.group') ||
    (line.includes(client.folder) && /log\.jsonl/.test(line));
  return seen.filter(isForbidden);
}

/** A client that asks for everything there is. */
async function askEverything(client: EditorClient): Promise<void> {
  const ask = {
    ...{ uri: client.uri(), group: null, log: { kind: 'file', paths: [`${outside}/log.jsonl`] }, titles: null },
    ...{
      coverage: true,
      clause: 'G',
      against: 'HEAD',
      search: '',
      tier: null,
      offset: 0,
      limit: 9,
      member: 'a',
      on: null,
    },
    ...{ position: { line: 6, character: 29 }, line: 1, at: '2025-03-01T10:00:00Z' },
  };
  const methods = Object.values(protocol).filter((value) => value.startsWith('steward/'));
  expect(methods.length).toBeGreaterThan(10);
  for (const method of methods) await client.request(method, ask).catch(() => undefined);
  const commands: unknown[][] = [
    [protocol.SIMULATE_COMMAND, client.uri(), null, ask.log],
    [protocol.RUN_SCENARIO_COMMAND, client.uri(), 'reads a log'],
    [protocol.OPEN_EVIDENCE_COMMAND, { uri: `file://${outside}/log.jsonl`, line: 1, at: ask.at }],
  ];
  for (const [command, ...given] of commands) {
    await client.request('workspace/executeCommand', { command, arguments: given }).catch(() => undefined);
  }
  const textDocument = { uri: client.uri() };
  const range = { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } };
  for (let line = 0; line < 20; line += 1) {
    for (const what of ['hover', 'completion', 'definition', 'references'])
      await client.request(`textDocument/${what}`, {
        ...{ textDocument, position: { line, character: 8 }, context: { includeDeclaration: true } },
      });
  }
  for (const what of ['documentLink', 'codeLens', 'documentSymbol', 'inlayHint', 'codeAction', 'formatting'])
    await client.request(`textDocument/${what}`, { textDocument, range, context: { diagnostics: [] }, options: {} });
}

test('an editor with trust: nothing is read outside, nothing runs, nothing is written', async () => {
  const client = await hostile();
  await client.diagnosticsWhere((found) => JSON.stringify(found).includes('not trusted'));
  await askEverything(client);
  await client.replace('>= 3', '>= 4');
  await askEverything(client);
  expect(forbidden(client)).toEqual([]);
  expect(hostsOf(client)).toEqual([]);
  expect(await client.simulate()).toMatchObject(REFUSED);
});

test('a client that draws results but does not report trust is not trusted, nor is one whose settings claim it', async () => {
  const silent = await hostile({ trusted: null });
  expect(await silent.simulate()).toMatchObject(REFUSED);
  const settings = { steward: { ...AUTOMATIC, trusted: true } };
  await silent.notify('workspace/didChangeConfiguration', { settings });
  expect(await silent.simulate()).toMatchObject(REFUSED);
  expect(forbidden(silent)).toEqual([]);
});

test('trust granted later applies at once: findings, the setting, commands', async () => {
  const client = await hostile();
  await client.diagnosticsWhere((found) => JSON.stringify(found).includes('not trusted'));
  await trustAll(client);
  await client.diagnosticsWhere((found) => !JSON.stringify(found).includes('not trusted'));
  const results = await client.resultsWhere(({ state }) => state === 'fresh');
  expect(reported(results)['G/tier/Core']).toContain('2 members');
  expect(await client.simulate()).toEqual({ state: 'finished' });
  // The spy would have seen anything earlier.
  const seen = forbidden(client);
  for (const read of [`${outside}/secret.group`, `${client.folder}/link.group`, `${outside}/words.txt`])
    expect(seen).toContain(`read ${read}`);
  expect(seen.filter((line) => line.startsWith('run '))).toHaveLength(1);
});

describe('an editor without workspace trust', () => {
  test('does what its user requests, and nothing by itself', async () => {
    const client = await hostile({ capabilities: OTHER, trusted: null });
    await client.open(RULES, 'own.group');
    await client.request('textDocument/hover', {
      textDocument: { uri: client.uri() },
      position: { line: 3, character: 8 },
    });
    expect(hostsOf(client)).toEqual([]);
    const params = { command: protocol.SIMULATE_COMMAND, arguments: [client.uri('own.group')] };
    expect(await client.request('workspace/executeCommand', params)).toEqual({ state: 'finished' });
  });

  test('may report that the folder is not trusted', async () => {
    const client = await hostile({ capabilities: OTHER });
    await askEverything(client);
    expect(forbidden(client)).toEqual([]);
    const said = client.linesByPlace.filter(({ method }) => method === 'window/showMessage');
    expect(JSON.stringify(said)).toContain('not trusted');
    expect(client.linesByPlace.map(({ method }) => method)).not.toContain('window/showDocument');
  });
});

test('path completion lists no folder outside', async () => {
  const client = await hostile();
  const text = `import "${outside}/`;
  await client.open(text, 'new.group');
  const list = (): Promise<CompletionList> =>
    client.request('textDocument/completion', {
      textDocument: { uri: client.uri('new.group') },
      position: { line: 0, character: text.length },
    });
  expect((await list()).items).toEqual([]);
  await client.notify(TRUST_GRANTED, {});
  expect((await list()).items).toEqual([]);
  await trustAll(client);
  expect((await list()).items.map(({ label }) => label)).toContain('secret.group');
});

test('in a trusted folder, a comparison with a revision starts no program that the repository configures', async () => {
  const client = await EditorClient.start({ files: { ...FILES, 'main.group': RULES } });
  const markers = join(outside, 'markers');
  mkdirSync(markers);
  const repository = hostileRepository(client.folder, markers);
  await client.open(RULES.replace('>= 3', '>= 4'));
  await client.simulate();
  const answer = await client.request('steward/compare', { uri: client.uri(), against: 'HEAD' });
  expect(answer).toMatchObject({ state: 'compared' });
  expect(repository.ran()).toEqual([]);
});
