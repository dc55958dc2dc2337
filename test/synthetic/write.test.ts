import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { generateEvents } from '../../packages/synthetic/src/generate.ts';
import { syntheticOptions } from '../../packages/synthetic/src/options.ts';
import { rosterOf, writeRoster } from '../../packages/synthetic/src/roster.ts';
import { COLUMNS, columnOf, type EventRow } from '../../packages/synthetic/src/row.ts';
import { textOf } from '../../packages/synthetic/src/text-lines.ts';
import { writeLog } from '../../packages/synthetic/src/write.ts';

const OPTIONS = syntheticOptions({ members: 15, days: 6, seed: 5, shows: ['message', 'purchase', 'read', 'click'] });
const ROWS = [...generateEvents(OPTIONS)];

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'steward-synthetic-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Rows as DuckDB reads them back: everything as text, times in milliseconds. */
async function readBack(path: string): Promise<unknown[][]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const columns = COLUMNS.map((column) => {
    if (column === 'ts') return `epoch_ms(${column}::TIMESTAMPTZ)::DOUBLE AS ts`;
    return column === 'amount' ? 'amount::DOUBLE AS amount' : `nullif("${column}"::VARCHAR, '') AS "${column}"`;
  });
  const source = path.endsWith('.parquet') ? `read_parquet('${path}')` : readerOf(path);
  const reader = await connection.runAndReadAll(`SELECT ${columns.join(', ')} FROM ${source}`);
  return reader.getRows();
}

function readerOf(path: string): string {
  const columns = `{${COLUMNS.map((column) => `"${column}": 'VARCHAR'`).join(', ')}}`;
  if (path.includes('.jsonl')) return `read_json('${path}', format='newline_delimited', columns=${columns})`;
  return `read_csv('${path}', header=true, all_varchar=true)`;
}

/** Text formats omit a plain member's role. */
function expectedIn(name: string): unknown[][] {
  const isText = !name.endsWith('.parquet');
  return ROWS.map((row) =>
    COLUMNS.map((column) => (isText && column === 'role' && row.role === 'member' ? null : columnOf(row, column))),
  );
}

test.each(['log.jsonl', 'log.csv', 'log.tsv', 'log.jsonl.gz', 'log.csv.gz', 'log.parquet'])(
  '%s contains every row',
  async (name) => {
    const path = join(folder, 'deep', name);
    const written = await writeLog(OPTIONS, path);
    expect(written.events).toBe(ROWS.length);
    expect(await readBack(path)).toEqual(expectedIn(name));
    expect(readdirSync(join(folder, 'deep')).sort()).toEqual([name, `${name}.meta.json`]);
    expect(JSON.parse(readFileSync(`${path}.meta.json`, 'utf8'))).toEqual({
      shows: ['message', 'purchase', 'read', 'click'],
    });
  },
);

test('a log of future days states its end, so that they are not taken for mistakes', async () => {
  const path = join(folder, 'log.jsonl');
  const before = Date.parse('2025-03-01T00:00:00Z');
  const { last } = await writeLog(OPTIONS, path, { now: before });
  expect(new Date(last).toISOString()).toMatch(/^2025-03-08T/);
  const { covers } = JSON.parse(readFileSync(`${path}.meta.json`, 'utf8'));
  expect(covers).toEqual({ to: new Date(last).toISOString() });
});

test('only some columns, in the requested order', async () => {
  const path = join(folder, 'log.csv.gz');
  await writeLog(OPTIONS, path, { columns: ['kind', 'member'] });
  const lines = gunzipSync(readFileSync(path)).toString().split('\n');
  expect(lines.slice(0, 2)).toEqual(['kind,member', `${ROWS[0]?.kind},${ROWS[0]?.member}`]);
});

test('commas, quotes and line ends are quoted; a missing value is an empty cell, or no key', () => {
  const row: EventRow = { ...(ROWS[0] as EventRow), text: 'a,"b"\nc', about: null, amount: 9.9 };
  const columns = ['text', 'about', 'amount'] as const;
  expect([...textOf([row], 'csv', columns)].join('')).toBe('text,about,amount\n"a,""b""\nc",,9.9\n');
  expect([...textOf([row], 'jsonl', columns)].join('')).toBe('{"text":"a,\\"b\\"\\nc","amount":9.9}\n');
});

test('an unknown ending is rejected with a message, and nothing is written', async () => {
  await expect(writeLog(OPTIONS, join(folder, 'log.xlsx'))).rejects.toThrow(
    'Use .jsonl, .csv, .tsv (also with .gz) or .parquet',
  );
  expect(readdirSync(folder)).toEqual([]);
});

test('if the file cannot be renamed, nothing is left behind', async () => {
  await writeLog(OPTIONS, join(folder, 'taken.csv', 'inner.csv'));
  await expect(writeLog(OPTIONS, join(folder, 'taken.csv'))).rejects.toThrow();
  expect(readdirSync(folder)).toEqual(['taken.csv']);
});

test('a roster names the members from before the log, with the staff and their roles', async () => {
  const joined = new Set([...generateEvents({ ...OPTIONS, shows: ['join'] })].map((row) => row.member));
  const roster = rosterOf(OPTIONS);
  expect(roster.slice(0, 4).map((row) => row.role)).toEqual(['owner', 'staff', 'staff', 'bot']);
  expect(roster.filter((row) => joined.has(row.member))).toEqual([]);
  joined.delete('stranger');
  expect(roster.length).toBe(4 + 15 - joined.size);
  expect(roster.every((row) => row.joined < OPTIONS.start)).toBe(true);
  await writeRoster(OPTIONS, join(folder, 'roster.csv'));
  expect(readFileSync(join(folder, 'roster.csv'), 'utf8').split('\n')[0]).toBe('member,name,role,joined');
});

test('missing folders of a log are created, and a failure is reported', async () => {
  const made = join(folder, 'not', 'there', 'log.jsonl');
  await writeLog(OPTIONS, made);
  expect(readFileSync(made, 'utf8').length).toBeGreaterThan(0);
  await expect(writeLog(OPTIONS, join(made, 'log.jsonl'))).rejects.toMatchObject({ syscall: expect.any(String) });
});
