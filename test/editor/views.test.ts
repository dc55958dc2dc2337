/** The requests behind an editor's views: members, reasons, dashboards, excerpts, what-if, scenarios. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type {
  BoundPlace,
  ClauseDetails,
  CompareAnswer,
  Excerpt,
  MembersAnswer,
  RuleNode,
  RunScenariosAnswer,
  ScenarioItem,
  SweepAnswer,
  WhyAnswer,
} from '@steward/editor/protocol';
import type { Dashboard } from '@steward/report';
import { expect, test } from 'vitest';
import { EditorClient } from './client.ts';
import { FILES, logOf, RULES } from './group.ts';

async function simulated(more: Partial<Parameters<typeof EditorClient.start>[0]> = {}): Promise<EditorClient> {
  const client = await EditorClient.start({ files: FILES, ...more });
  await client.open(RULES);
  expect(await client.simulate()).toEqual({ state: 'finished' });
  await client.fresh();
  return client;
}

test('members page by page, by name and by tier', async () => {
  const client = await simulated();
  const ask = { uri: client.uri(), group: null, search: '', tier: null, offset: 0, limit: 2 };
  const page = await client.request<MembersAnswer>('steward/members', ask);
  expect(page).toMatchObject({ total: 3, members: [{ id: 'a', tier: 'Core' }, { id: 'b' }] });
  expect(page.members[0]).toMatchObject({ name: null, role: '', since: '2025-03-03' });
  const rest = await client.request<MembersAnswer>('steward/members', { ...ask, offset: 2 });
  expect(rest.members.map(({ id }) => id)).toEqual(['c']);
  const found = await client.request<MembersAnswer>('steward/members', { ...ask, search: 'B' });
  expect(found).toMatchObject({ total: 1, members: [{ id: 'b', tier: 'Core' }] });
  expect((await client.request<MembersAnswer>('steward/members', { ...ask, tier: 'Rest' })).total).toBe(1);
  expect((await client.request<MembersAnswer>('steward/members', { ...ask, group: 'x' })).total).toBe(0);
});

test('why a member is in a tier, on a day', async () => {
  const client = await simulated();
  const ask = { uri: client.uri(), group: 'g', member: 'a', on: null };
  const last = await client.request<WhyAnswer>('steward/why', ask);
  expect(last.text).toContain('a in g on 2025-03-05: Core');
  expect(last.text).toContain('messages in 7d >= 3');
  expect(last.text).toContain(' log.jsonl:1');
  const second = await client.request<WhyAnswer>('steward/why', { ...ask, on: '2025-03-02' });
  expect(second.text).toContain('2025-03-02: Rest');
  // The log was not read with these words; the text shown must still be right.
  await client.replace('messages in 7d >= 3', 'count(message where text contains "hello 4") in 7d >= 1');
  await client.fresh();
  expect((await client.request<WhyAnswer>('steward/why', ask)).text).toContain('2025-03-05: Core');
  expect((await client.request<WhyAnswer>('steward/why', { ...ask, member: 'b' })).text).toContain('Rest');
  expect((await client.request<WhyAnswer>('steward/why', { ...ask, member: 'nobody' })).text).toContain(
    'no member called nobody',
  );
});

test('a clause with its table and evidence; the events around one', async () => {
  const client = await simulated();
  await client.replace('messages in 1h >= 2', 'messages in 1h >= 1');
  await client.fresh();
  const ask = { uri: client.uri(), clause: 'G/risk/Noise' };
  const details = await client.request<ClauseDetails>('steward/clause', ask);
  expect(details.markdown).toContain('**Noise**');
  expect(details.markdown).toContain('steward simulate main.group --group G');
  const [place] = details.evidence;
  expect(place?.uri).toBe(client.uri('log.jsonl'));
  const excerpt = await client.request<Excerpt>('steward/excerpt', place ?? {});
  const lines = excerpt.text.trimEnd().split('\n');
  expect(lines).toHaveLength(9);
  const written = logOf().split('\n')[(place?.line ?? 0) - 1] ?? '{}';
  const event = JSON.parse(written) as { member: string; text: string; ts: string };
  expect(lines[excerpt.line]).toBe(
    `${event.ts.slice(0, 16).replace('T', ' ')}  ${event.member}  message  ${event.text}`,
  );
  const elsewhere = { uri: client.uri('other.jsonl'), line: 1, at: '2025-03-01T00:00:00Z' };
  await expect(client.request('steward/excerpt', elsewhere)).rejects.toThrow('Simulate again');
  expect(await client.request('steward/clause', { ...ask, clause: 'G/tier/Nobody' })).toBe(null);
});

test('an excerpt of a long, compressed log shows the surroundings of an event', async () => {
  const lines = Array.from({ length: 30_000 }, (_, i) => {
    const ts = new Date(Date.UTC(2025, 2, 1) + i * 30_000).toISOString();
    return `${JSON.stringify({ ts, group: i % 3 === 0 ? 'g' : 'other', member: `m${i % 7}`, text: `text ${i}` })}\n`;
  });
  const client = await EditorClient.start({ files: { 'log.jsonl': '' } });
  writeFileSync(join(client.folder, 'log.jsonl.gz'), gzipSync(lines.join('')));
  await client.open(RULES.replace('"log.jsonl"', '"log.jsonl.gz"'));
  expect(await client.simulate()).toEqual({ state: 'finished' });
  const uri = client.uri('log.jsonl.gz');
  const excerpt = await client.request<Excerpt>('steward/excerpt', { uri, line: 15_001, at: '2025-03-06T05:00:00Z' });
  const shown = excerpt.text.trimEnd().split('\n');
  expect(shown).toHaveLength(101);
  expect(shown[excerpt.line]).toBe('2025-03-06 05:00  m6  message  text 15000');
  // From the same group only.
  expect(shown[excerpt.line + 1]).toContain('text 15003');
  const nowhere = client.request<Excerpt>('steward/excerpt', { uri, line: 40_000, at: '' });
  await expect(nowhere).rejects.toThrow('No event stands at line 40000');
});

test('a dashboard, and the tree of rules before and after a run', async () => {
  const client = await EditorClient.start({ files: FILES });
  await client.open(RULES);
  const uri = client.uri();
  expect(await client.request('steward/dashboard', { uri, group: null })).toBe(null);
  const before = await client.request<RuleNode[]>('steward/outline', { uri });
  expect(before.map(({ label, description }) => [label, description])).toEqual([['群 G', null]]);
  await client.simulate();
  const board = await client.request<Dashboard>('steward/dashboard', { uri, group: null });
  expect(board.group).toMatchObject({ id: 'g', events: 9 });
  expect(board.log.files).toEqual([expect.objectContaining({ uri: client.uri('log.jsonl') })]);
  await client.fresh();
  const after = await client.request<RuleNode[]>('steward/outline', { uri });
  expect(JSON.stringify(after)).toContain('2 members');
});

test('bounds can be moved, to show the results of other values', async () => {
  const client = await simulated();
  const bounds = await client.request<BoundPlace[]>('steward/bounds', { uri: client.uri() });
  const starts = bounds.map(({ range }) => [range.start.line, range.end.character - range.start.character]);
  expect(starts).toEqual([
    [3, 1],
    [5, 1],
  ]);
  const position = bounds[0]?.range.start;
  const answer = await client.request<SweepAnswer>('steward/sweep', { uri: client.uri(), position });
  expect(answer.text).toMatch(/^≥3 → 2 · /);
  expect(answer.text).toContain('4 → 1');
  expect(answer.markdown).toContain('messages in 7d >= 3');
  const nowhere = { uri: client.uri(), position: { line: 0, character: 0 } };
  expect(await client.request('steward/sweep', nowhere)).toBe(null);
});

test('ranks, shares and caps can be moved too', async () => {
  const client = await EditorClient.start({ files: FILES });
  await client.open(`group G "群" : service {
  timezone "UTC"
  sample "./log.jsonl"
  tier Core { when top 50% by messages in 7d }
  tier Rest { otherwise }
  content {
    category chat when media == text
    category other when media == image
    mix per week tolerance 10% {
      chat 60%
      other 40%
    }
    cap other 15% per day
  }
}
`);
  expect(await client.simulate()).toEqual({ state: 'finished' });
  await client.fresh();
  const uri = client.uri();
  const bounds = await client.request<BoundPlace[]>('steward/bounds', { uri });
  expect(bounds.map(({ range }) => range.start.line)).toEqual([3, 9, 10, 12]);
  const tables: string[] = [];
  for (const { range } of bounds) {
    const answer = await client.request<SweepAnswer>('steward/sweep', { uri, position: range.start });
    tables.push(answer.markdown);
  }
  expect(
    tables.map((table, i) => table.includes(['top 50% by', 'chat 60%', 'other 40%', 'cap other 15%'][i] ?? '?')),
  ).toEqual([true, true, true, true]);
});

test('against a git revision: each changed clause shows the effect', async () => {
  const client = await EditorClient.start({ files: { ...FILES, 'main.group': RULES } });
  const git = (...args: string[]): void => {
    const identity = ['-c', 'user.name=T', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false'];
    expect(spawnSync('git', [...identity, ...args], { cwd: client.folder }).status).toBe(0);
  };
  await client.open(RULES);
  await client.simulate();
  const ask = { uri: client.uri(), against: 'HEAD' };
  expect(await client.request('steward/compare', ask)).toMatchObject({ state: 'failed' });
  git('init', '-q');
  git('add', '.');
  git('commit', '-q', '-m', 'first');
  await client.replace('>= 3', '>= 4');
  await client.fresh();
  const answer = await client.request<CompareAnswer>('steward/compare', ask);
  expect(answer.state === 'compared' && answer.markdown).toContain('Core');
  const changes = async () =>
    Object.fromEntries((await client.fresh()).lines.map((line) => [line.clause, line.change]));
  expect(await changes()).toMatchObject({
    'G/tier/Core': '−1 member',
    'G/tier/Rest': '+1 member',
    'G/risk/Noise': null,
  });
  await client.replace('>= 4', '>= 1');
  await client.resultsWhere(({ lines }) => lines.some(({ change }) => change === '+1 member'));
  expect(await changes()).toMatchObject({ 'G/tier/Core': '+1 member' });
  await client.request('steward/compare', { ...ask, against: null });
  expect(await changes()).toMatchObject({ 'G/tier/Core': null });
  expect(await client.request('steward/compare', { ...ask, against: 'nowhere' })).toMatchObject({
    state: 'failed',
    message: expect.stringContaining('nowhere'),
  });
});

const SCENARIOS = `${RULES}
scenario "three make a core" for G {
  given { 2025-03-01T10:00 "a" message x 3 }
  expect tier Core of "a" on 2025-03-01
}
scenario "one does not" for G {
  given { 2025-03-01T10:00 "a" message }
  expect tier Core of "a" on 2025-03-01
}
`;

test('scenarios: listed, run, with what failed at its expect and what was covered', async () => {
  const client = await EditorClient.start({ files: FILES });
  await client.open(SCENARIOS);
  const uri = client.uri();
  const items = await client.request<ScenarioItem[]>('steward/scenarios', { uri });
  expect(items.map(({ title, group }) => [title, group])).toEqual([
    ['three make a core', 'G'],
    ['one does not', 'G'],
  ]);
  const all = await client.request<RunScenariosAnswer>('steward/runScenarios', { uri, titles: null, coverage: true });
  expect(all.results.map(({ state }) => state)).toEqual(['passed', 'failed']);
  const [failure] = all.results[1]?.failures ?? [];
  expect(failure).toMatchObject({ uri, expected: expect.stringContaining('expect'), range: { start: { line: 14 } } });
  expect(failure?.message).toContain('Rest');
  const core = all.coverage[0]?.clauses.find(({ name }) => name === 'Core');
  expect(all.coverage.map((file) => file.uri)).toEqual([uri]);
  expect(core?.points.find(({ name }) => name === 'true')?.hits).toBeGreaterThan(0);
  expect(core?.points.map(({ name }) => name)).toContain('messages in 7d >= 3: just below');
  const ask = { uri, titles: ['three make a core'], coverage: false };
  expect((await client.request<RunScenariosAnswer>('steward/runScenarios', ask)).results).toHaveLength(1);
  await client.replace('>= 3', '>= oops');
  await expect(client.request('steward/runScenarios', ask)).rejects.toThrow('errors');
});
