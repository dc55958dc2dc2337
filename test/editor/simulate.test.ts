/** Simulations beside the rules, with a real server process, its host process and a real connection. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { EditorClient, hostsOf, reported } from './client.ts';
import { FILES, logOf, RULES } from './group.ts';

test('a simulation gives results, and an edit of a threshold new ones', async () => {
  const client = await EditorClient.start({ files: FILES });
  await client.open(RULES);
  expect(await client.simulate()).toEqual({ state: 'finished' });
  const first = await client.fresh();
  expect(first.lines.map(({ line, clause }) => [line, clause])).toEqual([
    [0, 'G'],
    [3, 'G/tier/Core'],
    [4, 'G/tier/Rest'],
    [5, 'G/risk/Noise'],
  ]);
  expect(reported(first)['G/tier/Core']).toContain('2 members');
  expect(first.run).toMatchObject({ log: 'log.jsonl', generated: false, events: 9, messages: 9 });
  expect(first.run?.groups).toEqual([{ group: 'g', name: null, policy: 'G' }]);
  await client.replace('>= 3', '>= 4');
  expect(reported(await client.fresh())['G/tier/Core']).toContain('1 member ');
  expect(new Set(client.states())).toEqual(new Set(['running', 'fresh']));
});

test('with errors the results are stale and move along with their lines', async () => {
  const client = await EditorClient.start({ files: FILES });
  await client.open(RULES);
  await client.simulate();
  await client.fresh();
  await client.replace('  tier Core', '  // a line more\n  tier Core');
  await client.replace('>= 3', '>= nonsense');
  const stale = await client.resultsWhere(({ state, version }) => state === 'stale' && version === client.version());
  expect(stale.lines.find(({ clause }) => clause === 'G/tier/Rest')?.line).toBe(5);
  expect(reported(stale)['G/tier/Core']).toContain('2 members');
  await client.replace('>= nonsense', '>= 1');
  expect(reported(await client.fresh())['G/tier/Core']).toContain('3 members');
});

test('an unreadable log is reported with the place of the fault, and read again once it is fixed', async () => {
  const broken = `${logOf()}{"ts": "yesterday", "member": "a"}\n`;
  const client = await EditorClient.start({ files: { 'log.jsonl': broken } });
  await client.open(RULES);
  const answer = await client.simulate();
  expect(answer.state).toBe('failed');
  expect(answer.state === 'failed' && answer.message).toContain('log.jsonl:10:');
  expect((await client.resultsWhere(({ state }) => state === 'failed')).message).toContain('log.jsonl:10:');
  writeFileSync(join(client.folder, 'log.jsonl'), logOf());
  expect(await client.simulate()).toEqual({ state: 'finished' });
  expect(reported(await client.fresh())['G/tier/Core']).toContain('2 members');
  writeFileSync(join(client.folder, 'log.jsonl'), logOf([5, 5, 5, 5]));
  expect(await client.simulate()).toEqual({ state: 'finished' });
  expect(reported(await client.fresh())['G/tier/Core']).toContain('4 members');
});

test('in Chinese, on a synthetic log', async () => {
  const client = await EditorClient.start({ files: {}, locale: 'zh-cn' });
  await client.open(RULES.replace('  sample "log.jsonl"\n', ''));
  expect(await client.simulate({ log: { kind: 'generated', days: 20 } })).toEqual({ state: 'finished' });
  const { run, lines } = await client.fresh();
  expect(run).toMatchObject({ log: '20 天的模拟日志', generated: true });
  expect(run?.notes.join()).toContain('模拟日志');
  expect(lines.find(({ clause }) => clause === 'G/tier/Core')?.text).toMatch(/\d+ 人/);
});

test('a file with errors, an unknown group, and a log in which nothing matches', async () => {
  const client = await EditorClient.start({ files: FILES });
  await client.open(RULES.replace('when messages', 'when mesages'));
  expect(await client.simulate()).toMatchObject({ state: 'failed', message: expect.stringContaining('errors') });
  await client.replace('mesages', 'messages');
  expect(await client.simulate({ group: 'Nobody' })).toMatchObject({
    state: 'failed',
    message: expect.stringContaining('no group Nobody'),
  });
  await client.replace('  sample', '  match "x*"\n  sample');
  expect(await client.simulate()).toMatchObject({ state: 'failed', message: expect.stringContaining('match') });
  const log = { kind: 'file', paths: [join(client.folder, 'log.jsonl')] };
  expect(await client.simulate({ log })).toEqual({ state: 'finished' });
  expect((await client.fresh()).run?.notes.join()).toContain('Nothing in the log matches');
});

test('a crashed host is our bug, and the next edit starts another', async () => {
  const client = await EditorClient.start({ files: FILES });
  await client.open(RULES);
  await client.simulate();
  await client.fresh();
  const [host = 0] = hostsOf(client);
  process.kill(host, 'SIGKILL');
  const { message } = await client.resultsWhere(({ state }) => state === 'failed');
  expect(message).toContain('SIGKILL');
  expect(message).toContain('a bug in Steward');
  await client.replace('>= 3', '>= 4');
  expect(reported(await client.fresh())['G/tier/Core']).toContain('1 member ');
  expect(hostsOf(client)).toHaveLength(1);
  expect(hostsOf(client)).not.toContain(host);
});

test('hosts end with their file, on request, and with the server however it ends', async () => {
  const client = await EditorClient.start({ files: FILES });
  await client.open(RULES);
  await client.open(RULES.replace('group G', 'group H'), 'other.group');
  await client.simulate();
  await client.simulate({ uri: client.uri('other.group') });
  expect(hostsOf(client)).toHaveLength(2);
  await client.request('steward/stop', { uri: client.uri() });
  expect((await client.resultsWhere(({ uri }) => uri === client.uri())).state).toBe('none');
  await goneBut(client, 1);
  await client.notify('textDocument/didClose', { textDocument: { uri: client.uri('other.group') } });
  await goneBut(client, 0);
  await client.simulate();
  const hosts = hostsOf(client);
  expect(hosts).toHaveLength(1);
  client.server.kill('SIGKILL');
  await until(() => hosts.every((pid) => !isAlive(pid)));
});

async function goneBut(client: EditorClient, left: number): Promise<void> {
  await until(() => hostsOf(client).length === left);
}

async function until(holds: () => boolean): Promise<void> {
  const end = Date.now() + 100_000;
  while (!holds()) {
    if (Date.now() > end) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function isAlive(pid: number): boolean {
  try {
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}

test('cancelling the first run leaves nothing; cancelling a later one keeps the previous results', async () => {
  const many = Array.from({ length: 40_000 }, (_, i) => {
    const ts = new Date(Date.UTC(2025, 2, 1) + i * 60_000).toISOString();
    return `${JSON.stringify({ ts, group: `g${i % 50}`, member: `m${i % 997}`, text: 'hello' })}\n`;
  }).join('');
  const client = await EditorClient.start({ files: { ...FILES, 'many.jsonl': many } });
  await client.open(RULES);
  const log = { kind: 'file', paths: [join(client.folder, 'many.jsonl')] };
  const source = new CancellationTokenSource();
  const answer = client.simulate({ log }, source.token);
  await client.resultsWhere(({ state }) => state === 'running');
  source.cancel();
  expect(await answer).toEqual({ state: 'cancelled' });
  expect(client.results?.state).toBe('none');
  await goneBut(client, 0);

  await client.simulate();
  await client.fresh();
  const again = new CancellationTokenSource();
  const second = client.simulate({ log }, again.token);
  await client.resultsWhere(({ state }) => state === 'running');
  again.cancel();
  expect(await second).toEqual({ state: 'cancelled' });
  await client.resultsWhere(({ state }) => state === 'stale');
  await client.replace('>= 3', '>= 4');
  expect((await client.fresh()).run?.log).toBe('log.jsonl');
});

test('after many edits in a row, the results are those of the last one', async () => {
  const client = await EditorClient.start({ files: FILES });
  await client.open(RULES);
  await client.simulate();
  for (let i = 0; i < 20; i += 1) await client.replace(`>= ${i === 0 ? 3 : i}`, `>= ${i + 1}`);
  await client.replace('>= 20', '>= 4');
  expect(reported(await client.fresh())['G/tier/Core']).toContain('1 member ');
});

test('a setting decides when rules are simulated', async () => {
  const client = await EditorClient.start({
    files: FILES,
    settings: { simulate: { on: 'save', automatically: true } },
  });
  await client.open(RULES);
  expect(reported(await client.fresh())['G/tier/Core']).toContain('2 members');
  await client.replace('>= 3', '>= 4');
  await client.resultsWhere(({ state }) => state === 'stale');
  await client.notify('textDocument/didSave', { textDocument: { uri: client.uri() } });
  expect(reported(await client.fresh())['G/tier/Core']).toContain('1 member ');
  await client.notify('workspace/didChangeConfiguration', { settings: { steward: { simulate: { on: 'command' } } } });
  await client.replace('>= 4', '>= 1');
  await client.resultsWhere(({ state }) => state === 'stale');
  await client.simulate();
  expect(reported(await client.fresh())['G/tier/Core']).toContain('3 members');
});

test('new words are looked up in the log', async () => {
  const client = await EditorClient.start({ files: FILES });
  await client.open(RULES);
  await client.simulate();
  await client.fresh();
  await client.replace('messages in 7d >= 3', 'count(message where text contains "hello 4") in 7d >= 1');
  expect(reported(await client.fresh())['G/tier/Core']).toContain('1 member ');
  await client.replace('hello 4', 'hello 1');
  expect(reported(await client.fresh())['G/tier/Core']).toContain('2 members');
});

test('an editor that fetches its diagnostics gets results before it asks for any', async () => {
  const capabilities = { experimental: { steward: true }, textDocument: { diagnostic: {} } };
  const client = await EditorClient.start({ files: FILES, capabilities, trusted: true });
  await client.open(RULES);
  await client.simulate();
  await client.replace('>= 3', '>= 4');
  expect(reported(await client.fresh())['G/tier/Core']).toContain('1 member ');
  await client.replace('>= 4', '>= oops');
  expect((await client.resultsWhere(({ state }) => state === 'stale')).version).toBe(client.version());
});

test('groups are simulated one by one on their own logs, even after a rename', async () => {
  const two = `${RULES}${RULES.replace('group G "群"', 'group H').replace('  sample "log.jsonl"\n', '')}`;
  const client = await EditorClient.start({ files: FILES });
  await client.open(two);
  await client.simulate({ group: 'G' });
  const one = await client.fresh();
  expect(one.run?.groups.map(({ policy }) => policy)).toEqual(['G']);
  await client.simulate({ group: 'H', log: { kind: 'generated', days: 10 } });
  const both = await client.resultsWhere(({ state, run }) => state === 'fresh' && run?.groups.length === 2);
  expect(both.run?.log).toBe('log.jsonl, a made-up log of 10 days');
  expect(reported(both)['G/tier/Core']).toContain('2 members');
  expect(reported(both)['H/tier/Core']).toContain('members');
  await client.replace('group H', 'group Other');
  const renamed = await client.fresh();
  expect(renamed.run?.groups.map(({ policy }) => policy)).toEqual(['G', 'Other']);
  expect(reported(renamed)['Other/tier/Core']).toBe(reported(both)['H/tier/Core']);
});
