/** Simulations beside the rules: over a real server process, its host's process and a real connection. */
import { expect, test } from 'vitest';
import { EditorClient, told } from './client.ts';

const RULES = `group G "群" : service {
  timezone "UTC"
  sample "log.jsonl"
  tier Core { when messages in 7d >= 3 }
  tier Rest { otherwise }
}
`;

/** Members a, b and c wrote 5, 3 and 1 messages. */
const LOG = [5, 3, 1]
  .flatMap((count, member) =>
    Array.from({ length: count }, (_, i) => ({
      ts: `2025-03-0${i + 1}T10:0${member}:00Z`,
      group: 'g',
      member: 'abc'[member],
      text: `hello ${i}`,
    })),
  )
  .sort((one, other) => (one.ts < other.ts ? -1 : 1))
  .map((event) => `${JSON.stringify(event)}\n`)
  .join('');

const FILES = { 'log.jsonl': LOG };

test('a simulation brings results, and an edit of a threshold new ones', async () => {
  const client = await EditorClient.start({ files: FILES });
  await client.open(RULES);
  expect(await client.simulate()).toEqual({ state: 'finished' });
  const first = await client.fresh();
  expect(first.lines.map(({ line, clause }) => [line, clause])).toEqual([
    [0, 'G'],
    [3, 'G/tier/Core'],
    [4, 'G/tier/Rest'],
  ]);
  expect(told(first)['G/tier/Core']).toContain('2 members');
  expect(first.run).toMatchObject({ log: 'log.jsonl', generated: false, events: 9, messages: 9 });
  expect(first.run?.groups).toEqual([{ group: 'g', name: null, policy: 'G' }]);
  await client.replace('>= 3', '>= 4');
  expect(told(await client.fresh())['G/tier/Core']).toContain('1 member ');
  expect(new Set(client.states())).toEqual(new Set(['running', 'fresh']));
});
