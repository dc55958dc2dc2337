/** After any series of edits, the results beside the rules match a fresh simulation of the text. */
import type { FileResults, MembersAnswer } from '@steward/editor/protocol';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EditorClient } from './client.ts';
import { logOf } from './group.ts';

const FILES = { 'log.jsonl': logOf([5, 3, 1, 4, 2]), 'names.csv': 'member,name\na,Ann\nz,Zoe\n' };

/** Parts of a file, each in several versions; in some, the last version is an error. */
const PARTS: readonly (readonly string[])[] = [
  ['', '// a line more\n', '// two\n// lines\n'],
  ['group G "群" : service {\n', 'group Renamed : service {\n'],
  ['  timezone "UTC"\n', '  timezone "Asia/Shanghai"\n'],
  ['  sample "log.jsonl"\n'],
  ['', '  roster "names.csv"\n'],
  [2, 3, 4, 5]
    .map((least) => `  tier Core { when messages in 7d >= ${least} }\n`)
    .concat('  tier Core { when mesages }\n'),
  [
    '',
    ...['hello 1', 'hello 4'].map(
      (word) => `  tier Says { when count(message where text contains "${word}") in 7d >= 1 }\n`,
    ),
  ],
  ['  tier Rest { otherwise }\n'],
  ['', '  health pulse { healthy when messages per day > 3 }\n', '  risk Noise { when messages in 1d >= 4 do warn }\n'],
  ['}\n', ''],
];

interface Edit {
  part: number;
  version: number;
  /** Whether the next edit waits for this one's results. */
  waits: boolean;
}

const edits: fc.Arbitrary<Edit[]> = fc.array(
  fc.record({ part: fc.nat(PARTS.length - 1), version: fc.nat(4), waits: fc.boolean() }),
  { minLength: 1, maxLength: 12 },
);

function whole(versions: readonly number[]): string {
  return PARTS.map((part, index) => part[(versions[index] ?? 0) % part.length]).join('');
}

/** The parts of a result that don't depend on when it is read. */
function comparable({ lines, run }: FileResults): unknown {
  return { lines, events: run?.events, groups: run?.groups, unknowns: run?.unknowns, notes: run?.notes };
}

async function membersOf(client: EditorClient): Promise<MembersAnswer> {
  const ask = { uri: client.uri(), group: null, search: '', tier: null, offset: 0, limit: 100 };
  return client.request<MembersAnswer>('steward/members', ask);
}

test.each([20_251_122, Date.now() % 2 ** 31])('random edits, seed %i', { timeout: 240_000 }, async (seed) => {
  await fc.assert(
    fc.asyncProperty(edits, async (steps) => {
      const client = await EditorClient.start({ files: FILES });
      const versions = PARTS.map(() => 0);
      await client.open(whole(versions));
      await client.simulate();
      for (const { part, version, waits } of [...steps, ...mended()]) {
        const before = client.text();
        versions[part] = version;
        const after = whole(versions);
        if (after === before) continue;
        await client.replaceAll(after);
        if (waits)
          await client.resultsWhere((results) => results.version === client.version() && results.state !== 'running');
      }
      const edited = comparable(await client.fresh());
      const members = await membersOf(client);
      await client.request('steward/stop', { uri: client.uri() });
      await client.simulate();
      expect(edited).toEqual(comparable(await client.fresh()));
      expect(members).toEqual(await membersOf(client));
      await client.close();
    }),
    { seed, numRuns: 6 },
  );
});

/** Edits that leave no error behind. */
function mended(): Edit[] {
  const whichMayBreak = [5, 9];
  return whichMayBreak.map((part) => ({ part, version: 0, waits: false }));
}
