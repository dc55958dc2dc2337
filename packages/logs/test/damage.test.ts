/** Both readers report any damage to a file on disk with its name, never as a bug of Steward. */
import { appendFileSync, mkdirSync, readFileSync, renameSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Database, literal } from '../src/database/database.ts';
import {
  FIELDS,
  type Field,
  LogError,
  type LogProblem,
  type OpenLogOptions,
  openLog,
  writeParquet,
} from '../src/index.ts';
import { folderOf, places, problemsAt, withReader } from './support.ts';

type Engine = NonNullable<OpenLogOptions['engine']>;
const ENGINES: readonly Engine[] = ['database', 'javascript'];

const PREDICATES = [{ kind: 'contains' as const, words: ['a'] }];

/** Reads everything that a run would. @returns the problems; null if there are none @throws any other error */
async function problemsIn(path: string, engine: Engine): Promise<readonly LogProblem[] | null> {
  try {
    const reader = await openLog({ paths: [path], engine });
    try {
      for await (const { sourceFile, sourceLine } of reader.groups(PREDICATES)) {
        await reader.identify([{ file: sourceFile[0] ?? 0, line: sourceLine[0] ?? 0 }]);
      }
    } finally {
      await reader.close();
    }
  } catch (error) {
    if (error instanceof LogError) return error.problems;
    throw error;
  }
  return null;
}

async function parquetOf(query: string): Promise<{ folder: string; path: string }> {
  const folder = folderOf({});
  const path = join(folder, 'log.parquet');
  const database = await Database.open(128 << 20);
  try {
    await database.run(`COPY (${query}) TO ${literal(path)} (FORMAT parquet)`);
  } finally {
    database.close();
  }
  return { folder, path };
}

/** One message per minute, by six members. */
function chatRows(count: number): Partial<Record<Field, string | number>>[] {
  return Array.from({ length: count }, (_, index) => ({
    ts: Date.UTC(2025, 2, 3) + index * 60_000,
    group: 'group-01',
    group_name: '示例群',
    member: `wxid_${index % 6}`,
    member_name: `成员${index % 6}`,
    role: index % 6 === 0 ? 'staff' : 'member',
    kind: 'message',
    media: index % 5 === 0 ? 'image' : 'text',
    text: `第 ${index} 条消息:${'说'.repeat(index % 9)}`,
    id: `m-${index}`,
  }));
}

test('a bit flipped anywhere in a Parquet file', { timeout: 180_000 }, async () => {
  const path = join(folderOf({}), 'log.parquet');
  await writeParquet(chatRows(200), path, FIELDS, (row, field) => row[field] ?? null);
  const sound = readFileSync(path);
  const spots = 60;
  let reported = 0;
  for (let spot = 0; spot < spots; spot++) {
    const damaged = Buffer.from(sound);
    // Half of them at the end, where the metadata of all columns is.
    const from = spot % 2 === 0 ? 0 : sound.length - 2_500;
    const at = from + Math.floor(((sound.length - from) * (spot + 0.5)) / spots);
    damaged[at] = (damaged[at] ?? 0) ^ (1 << (spot % 8));
    writeFileSync(path, damaged);
    for (const engine of ENGINES) {
      const problems = await problemsIn(path, engine);
      reported += problems === null ? 0 : 1;
      expect(problems?.map(({ file }) => file) ?? [path]).toContain(path);
    }
  }
  expect(reported).toBeGreaterThan(spots / 4);
});

describe.each(ENGINES)('%s', (engine) => {
  test.each(['member', 'text', '"group"', 'kind', 'amount', 'id', 'ts', 'category', 'target'])(
    'a column %s of bytes that are not text',
    async (column) => {
      const others = column === 'ts' ? '' : '1740830400 AS ts, ';
      const { path } = await parquetOf(`SELECT ${others}'\\xFF\\xFE\\x00'::BLOB AS ${column}`);
      const problems = await problemsIn(path, engine);
      expect(problems?.map(({ file }) => file)).toEqual([path]);
    },
  );

  test('a column of bytes that are text', async () => {
    const { path } = await parquetOf(`SELECT 1740830400 AS ts, 'a'::BLOB AS member`);
    expect(await problemsIn(path, engine)).toBeNull();
  });

  test('NUL is rejected in Parquet as in text files', async () => {
    const { folder, path } = await parquetOf(`SELECT 1740830400 AS ts, 'a' AS member, 'x' || chr(0) AS text`);
    expect(places(await problemsAt([path], { engine }, folder))).toEqual(['log.parquet:1 nul']);
  });

  test('a damaged file is named among intact ones', async () => {
    const { folder, path } = await parquetOf(
      `SELECT 1740830400 + i AS ts, uuid()::VARCHAR AS member FROM range(20000) t(i)`,
    );
    const sound = readFileSync(path);
    renameSync(path, join(folder, 'a.parquet'));
    const damaged = Buffer.from(sound);
    damaged.fill(0x55, Math.floor(sound.length / 3), Math.floor(sound.length / 2));
    writeFileSync(join(folder, 'b.parquet'), damaged);
    writeFileSync(join(folder, 'c.parquet'), sound);
    expect(places(await problemsAt([folder], { engine }, folder))).toEqual(['b.parquet brokenParquet']);
  });
});

describe('a Parquet file that changes while it is read', () => {
  const rows = (member: string): string =>
    `SELECT 1740830400 + i AS ts, '${member}' || i AS member, 'hi ' || i AS text, 'g' || (i % 3) AS "group" FROM range(3000) t(i)`;

  const changes: [what: string, change: (path: string, other: string) => void][] = [
    ['replaced', (path, other) => renameSync(other, path)],
    ['cut off', (path) => truncateSync(path, 1000)],
    ['appended to', (path) => appendFileSync(path, 'x')],
  ];
  test.each(changes)('%s', async (_what, change) => {
    const { path } = await parquetOf(rows('a'));
    const other = await parquetOf(rows('b'));
    await withReader({ paths: [path] }, async (reader) => {
      change(path, other.path);
      const all = async (): Promise<void> => {
        for await (const _log of reader.groups(PREDICATES));
      };
      for (const pass of [all, () => reader.identify([{ file: 0, line: 1 }])]) {
        await expect(pass()).rejects.toMatchObject({ problems: [{ file: path, code: 'changedWhileRead' }] });
      }
    });
  });
});

describe('paths', () => {
  const ROW = 'ts,member\n1740830400,a\n';

  test('circular links, names that are too long, pipes', async () => {
    const folder = folderOf({});
    symlinkSync('circle.csv', join(folder, 'circle.csv'));
    const at = async (name: string): Promise<string[]> => places(await problemsAt([join(folder, name)], {}, folder));
    expect(await at('circle.csv')).toEqual(['circle.csv unreadable']);
    const long = `${'x'.repeat(300)}.csv`;
    expect(await at(long)).toEqual([`${long} unreadable`]);
    expect(places(await problemsAt(['/dev/null'], {}, '/dev'))).toEqual(['null notRegular']);
  });

  test('a file whose name is too long for a sidecar has none', async () => {
    const name = `${'x'.repeat(248)}.csv`;
    const folder = folderOf({ [name]: ROW });
    await withReader({ paths: [join(folder, name)] }, async (reader) => expect(reader.events).toBe(1));
  });

  test('a sidecar that is a folder', async () => {
    const folder = folderOf({ 'log.csv': ROW });
    mkdirSync(join(folder, 'log.csv.meta.json'));
    expect(places(await problemsAt([join(folder, 'log.csv')], {}, folder))).toEqual(['log.csv.meta.json notRegular']);
  });
});
