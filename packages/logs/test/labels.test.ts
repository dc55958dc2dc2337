/** The column `label` of a Parquet log, by row; tests of `steward score` cover text formats. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Database, literal } from '../src/database/database.ts';
import { openLog, readLabels } from '../src/index.ts';
import { folderOf } from './support.ts';

const ROWS = `SELECT 1740830400 + i AS ts, 'g' AS "group", 'a' AS member`;

async function parquet(name: string, query: string): Promise<string> {
  const folder = folderOf({});
  const path = join(folder, name);
  const database = await Database.open(128 << 20);
  try {
    await database.run(`COPY (${query}) TO ${literal(path)} (FORMAT parquet, ROW_GROUP_SIZE 2048)`);
  } finally {
    database.close();
  }
  return path;
}

test('by row, whatever the row group; a log with labels is read like one without', async () => {
  const label = `CASE WHEN i = 1 THEN 'Spam' WHEN i = 20000 THEN ' ad ' WHEN i = 5 THEN '' END`;
  const path = await parquet('a.parquet', `${ROWS}, ${label} AS "Label" FROM range(20001) t(i)`);
  expect(await readLabels([path], null)).toEqual([
    { file: 0, line: 2, text: 'Spam' },
    { file: 0, line: 20_001, text: 'ad' },
  ]);
  const reader = await openLog({ paths: [path] });
  expect([reader.events, reader.problemCount]).toEqual([20_001, 0]);
  await reader.close();
});

test('a missing column, a numeric one, and a chat export have no labels', async () => {
  const without = await parquet('b.parquet', `${ROWS} FROM range(3) t(i)`);
  const numbers = await parquet('c.parquet', `${ROWS}, i AS label FROM range(3) t(i)`);
  const export_ = join(folderOf({ 'room.tsv': 'id\tsent\ttext\treadBy\tfromUser\n' }), 'room.tsv');
  expect(await readLabels([without, numbers], null)).toEqual([]);
  expect(await readLabels([export_], 'gitter')).toEqual([]);
});
