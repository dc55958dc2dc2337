/** Parquet files: columns of any type, rows that need a closer look, and files that are not Parquet. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Database, literal } from '../src/database/database.ts';
import { collect, eventLines, folderOf, groupsOf, linesOf, places, problemsAt, withReader } from './support.ts';

/** A folder with one Parquet file per query, as `name.parquet`. */
async function parquet(queries: Readonly<Record<string, string>>): Promise<string> {
  const folder = folderOf({});
  const database = await Database.open(128 << 20);
  try {
    for (const [name, query] of Object.entries(queries)) {
      await database.run(
        `COPY (${query}) TO ${literal(join(folder, `${name}.parquet`))} (FORMAT parquet, ROW_GROUP_SIZE 2048)`,
      );
    }
  } finally {
    database.close();
  }
  return folder;
}

const ROW = `'g' AS "group", 'a' AS member`;

describe('times', () => {
  const cases: [type: string, value: string][] = [
    ['with a zone', `TIMESTAMPTZ '2025-03-01 20:00:00.000001+08'`],
    ['microseconds', '1740830400000001::BIGINT'],
    ['ISO text', `'2025-03-01T20:00:00.000001+08:00'`],
    ['digits', `'1740830400000001'`],
    // Checked row by row, because the database would reject them.
    ['ISO text with nanoseconds', `'2025-03-01T20:00:00.000001999+08:00'`],
    ['ISO text with a comma', `'2025-03-01T20:00:00,000001+08:00'`],
  ];
  test.each(cases)('%s', async (_type, value) => {
    const folder = await parquet({ log: `SELECT ${value} AS ts, ${ROW}` });
    await withReader({ paths: [folder] }, async (reader) => {
      const [log] = await groupsOf(reader);
      expect(log?.ts[0]).toBe(1740830400000001);
    });
  });

  test.each([
    ['seconds', '1740830400::INTEGER'],
    ['seconds with a fraction', '1740830400.0::DOUBLE'],
    ['milliseconds', '1740830400000::UBIGINT'],
  ])('%s', async (_type, value) => {
    const folder = await parquet({ log: `SELECT ${value} AS ts, ${ROW}` });
    await withReader({ paths: [folder] }, async (reader) => {
      expect(await eventLines(reader)).toEqual(['2025-03-01T12:00:00.000Z g a message @0:1']);
    });
  });

  test.each([
    ['microseconds', 'TIMESTAMP'],
    ['milliseconds', 'TIMESTAMP_MS'],
    ['nanoseconds', 'TIMESTAMP_NS'],
  ])('%s without a zone are as ambiguous as text', async (_unit, type) => {
    const folder = await parquet({ log: `SELECT ${type} '2025-03-01 20:00:00.25' AS ts, ${ROW}` });
    const [problem] = await problemsAt([folder], {}, folder);
    expect(problem).toMatchObject({ code: 'noZone', line: 1, found: 'ts = "2025-03-01T20:00:00.250000"' });
    await withReader({ paths: [folder], timezone: 'Asia/Shanghai' }, async (reader) => {
      expect(await eventLines(reader)).toEqual(['2025-03-01T12:00:00.250Z g a message @0:1']);
    });
  });

  test('a number in the wrong unit is reported with what it may mean', async () => {
    const folder = await parquet({ log: `SELECT make_timestamptz(1740830400000) AS ts, ${ROW}` });
    const [problem] = await problemsAt([folder], {}, folder);
    expect(problem).toMatchObject({ code: 'tooEarly', line: 1 });
    expect(problem?.advice.en).toContain('the time may be 2025-03-01T12:00:00Z');
  });

  test('the given zone applies to times without one', async () => {
    const folder = await parquet({
      local: `SELECT TIMESTAMP '2025-03-01 20:00:00' AS ts, ${ROW}`,
      text: `SELECT '2025-03-01 20:00:01' AS ts, ${ROW}`,
    });
    await withReader({ paths: [folder], timezone: 'Asia/Shanghai' }, async (reader) => {
      expect(await eventLines(reader)).toEqual([
        '2025-03-01T12:00:00.000Z g a message @0:1',
        '2025-03-01T12:00:01.000Z g a message @1:1',
      ]);
    });
  });
});

test('amounts of every type; numeric ids; words as enums', async () => {
  const row = (id: string, amount: string): string =>
    `SELECT 1740830400 AS ts, ${id} AS "group", ${id} AS member, 'purchase'::ENUM ('message', 'purchase') AS kind, ${amount} AS amount`;
  const folder = await parquet({
    a: row('7::BIGINT', '0.07::DOUBLE'),
    b: row('7::BIGINT', '0.07::DECIMAL(18, 2)'),
    c: row('7::BIGINT', '7::INTEGER'),
    d: row(`'7'`, `'0.07'`),
    e: row(`'7'`, `'7e-2'`),
    f: row(`'7'`, 'NULL'),
  });
  await withReader({ paths: [folder] }, async (reader) => {
    expect((await eventLines(reader)).map((line) => line.split(' ').slice(1).join(' '))).toEqual([
      '7 7 purchase amount=700 @0:1',
      '7 7 purchase amount=700 @1:1',
      '7 7 purchase amount=70000 @2:1',
      '7 7 purchase amount=700 @3:1',
      '7 7 purchase amount=700 @4:1',
      '7 7 purchase @5:1',
    ]);
  });
});

test('without a group column, the file is the group, even if many files are read at once', async () => {
  const row = `SELECT 1740830400 AS ts, 'a' AS member FROM range(3)`;
  const folder = await parquet({ north: row, south: row });
  await withReader({ paths: [folder] }, async (reader) => {
    expect(reader.groupNames.map(({ group, events }) => [group, events])).toEqual([
      ['north', 3],
      ['south', 3],
    ]);
  });
});

describe('faulty rows', () => {
  const rows = `SELECT CASE i WHEN 3000 THEN 1 ELSE 1740830400 + i END AS ts, 'g' AS "group", i::VARCHAR AS member,
    CASE i WHEN 2500 THEN 'shout' WHEN 2600 THEN 'MESSAGE' ELSE 'message' END AS kind,
    CASE i WHEN 4000 THEN -1 WHEN 4001 THEN 0.00001 ELSE i END::DOUBLE AS amount FROM range(5000) t(i)`;

  test('the first one stops the run at its row', async () => {
    const folder = await parquet({ log: rows });
    expect(places(await problemsAt([folder], {}, folder))).toEqual(['log.parquet:2501 unknownKind']);
  });

  test('lenient: all other rows are read, including valid ones that the database rejected', async () => {
    const folder = await parquet({ log: rows });
    await withReader({ paths: [folder], lenient: true }, async (reader) => {
      // The database formats numbers in its own way.
      const plain = (found: string | null): string | undefined =>
        found?.replace(/"(-?[\d.]+(?:e-\d+)?)"/, (_quoted, digits: string) => `"${Number(digits)}"`);
      expect(reader.problems.map(({ line, code, found }) => [line, code, plain(found)])).toEqual([
        [2501, 'unknownKind', 'kind = "shout"'],
        [3001, 'outOfRange', 'ts = "1"'],
        [4001, 'negative', 'amount = "-1"'],
        [4002, 'tooManyDecimals', 'amount = "0.00001"'],
      ]);
      expect([reader.events, reader.messages]).toEqual([4996, 4996]);
      const [log] = await groupsOf(reader, [{ kind: 'contains', words: ['x'] }]);
      expect(log?.members.find((_member, index) => log.sourceLine[log.member.indexOf(index)] === 2601)?.id).toBe(
        '2600',
      );
      expect(log?.textBits[0]?.length).toBe(4996);
    });
  });
});

describe('files', () => {
  test('a broken file is reported, wherever it is broken', async () => {
    const folder = await parquet({
      log: `SELECT 1740830400 + i AS ts, 'g' AS "group", uuid()::VARCHAR AS member FROM range(50000) t(i)`,
    });
    const path = join(folder, 'log.parquet');
    const bytes = readFileSync(path);
    const formatter = async (content: Buffer): Promise<string[]> => {
      writeFileSync(path, content);
      return places(await problemsAt([path], {}, folder));
    };
    expect(await formatter(bytes.subarray(0, bytes.length / 2))).toEqual(['log.parquet brokenParquet']);
    expect(await formatter(Buffer.from('PAR1'))).toEqual(['log.parquet brokenParquet']);
    const damaged = Buffer.from(bytes);
    damaged.fill(0x55, 1000, 200_000);
    expect(await formatter(damaged)).toEqual(['log.parquet brokenParquet']);
  });

  test('columns of a type that cannot hold the field, or no time at all', async () => {
    const folder = await parquet({ log: `SELECT 1740830400 AS ts, 'g' AS "group", [1] AS member` });
    expect(places(await problemsAt([folder], {}, folder))).toEqual(['log.parquet badType']);
    const other = await parquet({ log: 'SELECT 1 AS time' });
    expect(places(await problemsAt([other], {}, other))).toEqual(['log.parquet noTimeColumn']);
  });

  test('mixed with text files, in the order of files', async () => {
    const folder = await parquet({ b: `SELECT 1740830400 AS ts, 'g' AS "group", 'b' AS member, 'm1' AS id` });
    writeFileSync(join(folder, 'a.csv'), 'ts,group,member,id\n1740830400,g,a,\n');
    writeFileSync(join(folder, 'c.csv'), 'ts,group,member,id,target\n1740830400,g,c,m1,x\n1740830400,g,d,,m1\n');
    await withReader({ paths: [folder] }, async (reader) => {
      expect((await eventLines(reader)).map((line) => line.split(' ').slice(2).join(' '))).toEqual([
        'a message @0:2',
        'b message @1:1',
        'd message target=m1 @2:3',
      ]);
      expect(reader.duplicates).toBe(1);
    });
  });
});

test('with little memory, the same groups are read from temporary files', async () => {
  const folder = await parquet({
    log: `SELECT make_timestamptz((1740830400000000 + (hash(i) % 1000000)::BIGINT * 1000000)::BIGINT) AS ts, 'g' || (hash(i + 7) % 50)::VARCHAR AS "group",
      'm' || (hash(i + 9) % 500)::VARCHAR AS member, 'n' || (hash(i) % 3)::VARCHAR AS member_name, 'i' || (i % 39000)::VARCHAR AS id,
      CASE WHEN i % 3 = 0 THEN 'i' || (i / 2)::INTEGER END AS target, CASE WHEN i % 5 = 0 THEN '教程 ' || i END AS text FROM range(40000) t(i)`,
  });
  const predicates = [{ kind: 'contains' as const, words: ['7', '教程 1'] }];
  const read = async (memoryBytes: number): Promise<unknown> =>
    withReader({ paths: [folder], memoryBytes }, async (reader) => {
      const groups = await collect(reader.groups(predicates));
      const bits = await collect(reader.textBits(predicates));
      return {
        counts: [reader.events, reader.duplicates, reader.groupNames],
        lines: groups.map((log) => [linesOf(log), [...(log.textBits[0] ?? [])], [...log.targetEvent]]),
        bits: bits.map(({ textBits }) => [...(textBits[0] ?? [])]),
      };
    });
  const [large, small] = [await read(1 << 30), await read(1 << 20)];
  expect(small).toEqual(large);
  rmSync(folder, { recursive: true });
});
