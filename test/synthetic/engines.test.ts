/** The database and JavaScript read the same columns from the same log, down to the last value. */
import { join } from 'node:path';
import type { LogReader } from '@steward/logs';
import { syntheticOptions, writeLog } from '@steward/synthetic';
import { describe, expect, test } from 'vitest';
import { collect, folderOf, groupsOf, withReader } from '../../packages/logs/test/support.ts';

const PREDICATES = [
  { kind: 'contains' as const, words: ['谢谢', '优惠', 'hello'] },
  { kind: 'matches' as const, pattern: '\\d{2,}', ignoreCase: false },
];

/** Everything that a reader reports, and the places of some events. */
async function readAll(reader: LogReader): Promise<unknown> {
  const groups = await groupsOf(reader, PREDICATES);
  const places = groups.flatMap(({ sourceFile, sourceLine, length }) =>
    [0, length >> 1, length - 1].map((event) => ({ file: sourceFile[event] ?? 0, line: sourceLine[event] ?? 0 })),
  );
  const { info, events, messages, groupNames, duplicates, conflictingDuplicates, formats, skipped } = reader;
  return {
    facts: { info, events, messages, groupNames, duplicates, conflictingDuplicates, formats, skipped },
    groups,
    bits: await collect(reader.textBits(PREDICATES)),
    identities: await reader.identify(places),
  };
}

describe.each(['jsonl', 'csv', 'parquet'])('a synthetic log as %s', (extension) => {
  test.each([7, 11, 13])('seed %i', async (seed) => {
    const options = syntheticOptions({ seed, groups: 3, members: 40, days: 20 });
    const path = join(folderOf({}), `log.${extension}`);
    await writeLog(options, path);
    const database = await withReader({ paths: [path], engine: 'database' }, readAll);
    const javascript = await withReader({ paths: [path], engine: 'javascript' }, readAll);
    expect(javascript).toEqual(database);
  });
});

test('chat exports: notices, quotes, unknown kinds, a founding', async () => {
  const fixtures = join(import.meta.dirname, '../../packages/logs/test/fixtures');
  const header = 'Time,SenderName,Sender,TalkerName,Talker,Content';
  const rows = [
    '2025-09-01 12:00:00,,,群,1@chatroom,你创建了群聊',
    '2025-09-01 12:00:00,甲,wxid_a,群,1@chatroom,Type: 999 Content: x',
  ];
  const made = join(folderOf({ 'room.csv': [header, ...rows, ...rows].join('\n') }), 'room.csv');
  const paths = [
    '../../src/formats/chatlog/sample.json',
    'chatlog.csv',
    '../../src/formats/weflow/sample.json',
    'chatlog-csv-notices/media.csv',
    '../../src/formats/wecom/sample.jsonl',
  ];
  const options = { paths: [made, ...paths.map((path) => join(fixtures, path))], timezone: 'Asia/Shanghai' };
  const database = await withReader({ ...options, engine: 'database' }, readAll);
  const javascript = await withReader({ ...options, engine: 'javascript' }, readAll);
  expect(javascript).toEqual(database);
  expect(JSON.stringify(database)).toMatch(/"founded":1756699200000000.*254/);
});
