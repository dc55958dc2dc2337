/** Results of inherited rules appear beside the rules, in the file that declares them. */
import type { BoundPlace, ClauseDetails, FileResults, RuleNode, SweepAnswer } from '@steward/editor/protocol';
import { expect, test } from 'vitest';
import { EditorClient, reported } from './client.ts';
import { logOf } from './group.ts';

const BASE = `policy Base {
  tier Core { when messages in 7d >= 3 }
  tier Rest { otherwise }
}
`;
const GROUP = `import "./base.group"
group G : service extends Base {
  timezone "UTC"
  sample "log.jsonl"
}
`;
const FILES = { 'log.jsonl': logOf(), 'base.group': BASE };

/** The latest matching results of `base.group`; the inheriting group's results arrive at about the same time. */
async function ofBase(client: EditorClient, fits: (results: FileResults) => boolean): Promise<FileResults> {
  for (;;) {
    const all = client.linesByPlace
      .filter(({ method }) => method === 'steward/results')
      .map(({ params }) => params as FileResults);
    const last = all.findLast(({ uri }) => uri === client.uri('base.group'));
    if (last !== undefined && fits(last)) return last;
    await client.more();
  }
}

test('they follow edits of either file, and disappear with the simulation', async () => {
  const client = await EditorClient.start({ files: FILES });
  await client.open(GROUP);
  await client.simulate();
  await client.fresh();
  await client.open(BASE, 'base.group');
  const first = await ofBase(client, ({ state }) => state === 'fresh');
  expect(first.lines.map(({ line, clause }) => [line, clause])).toEqual([
    [1, 'G/tier/Core'],
    [2, 'G/tier/Rest'],
  ]);
  expect(reported(first)['G/tier/Core']).toContain('2 members');
  await client.replace('>= 3', '>= 4', 'base.group');
  const second = await ofBase(client, (results) => reported(results)['G/tier/Core']?.includes('1 member ') === true);
  expect(second).toMatchObject({ state: 'fresh', version: 2 });
  await client.request('steward/stop', { uri: client.uri() });
  const gone = await ofBase(client, ({ state }) => state === 'none');
  expect(gone.lines).toEqual([]);
});

test('a clause has details, and the tree shows its place', async () => {
  const client = await EditorClient.start({ files: FILES });
  await client.open(GROUP);
  await client.simulate();
  await client.open(BASE, 'base.group');
  await ofBase(client, ({ state }) => state === 'fresh');
  const uri = client.uri('base.group');
  const ask = { uri, clause: 'G/tier/Core' };
  expect((await client.request<ClauseDetails>('steward/clause', ask)).markdown).toContain('**Core** · 2 members');
  const ofGroup = await client.request<RuleNode[]>('steward/outline', { uri: client.uri() });
  const ofPolicy = await client.request<RuleNode[]>('steward/outline', { uri });
  const core = ofGroup[0]?.children[0]?.children[0];
  expect(core).toMatchObject({ label: 'Core', location: { uri, range: { start: { line: 1 } } } });
  expect(ofPolicy[0]?.children[0]).toEqual(core);
  const [bound] = await client.request<BoundPlace[]>('steward/bounds', { uri });
  const answer = await client.request<SweepAnswer>('steward/sweep', { uri, position: bound?.range.start });
  expect(answer.text).toMatch(/^≥3 → 2 · /);
});

test('another editor gets them as hints and in hovers', async () => {
  const client = await EditorClient.start({ files: FILES, capabilities: {} });
  await client.open(GROUP);
  await client.open(BASE, 'base.group');
  await client.request('workspace/executeCommand', { command: 'steward.simulate', arguments: [client.uri(), null] });
  const textDocument = { uri: client.uri('base.group') };
  const range = { start: { line: 0, character: 0 }, end: { line: 4, character: 0 } };
  const hints = await client.request<{ position: object; label: string }[]>('textDocument/inlayHint', {
    textDocument,
    range,
  });
  expect(hints.find(({ label }) => label.includes('2 members'))?.position).toEqual({ line: 1, character: 40 });
  const hover = await client.request<{ contents: { value: string } }>('textDocument/hover', {
    textDocument,
    position: { line: 1, character: 8 },
  });
  expect(hover.contents.value).toContain('2 members');
});
