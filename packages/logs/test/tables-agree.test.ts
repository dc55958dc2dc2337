/** The same rows as CSV, with other delimiters, as JSON and as Parquet give the same events in both readers. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MEDIA, ROLES, SIGNALS } from '@steward/events';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Database, literal } from '../src/database/database.ts';
import type { LogReader } from '../src/index.ts';
import { collect, folderOf, linesOf, withReader } from './support.ts';

const COLUMNS = ['ts', 'member', 'member_name', 'role', 'kind', 'media', 'category', 'text', 'target', 'amount', 'id'];
type Row = (string | null)[];

/** Delimiters, quotes, line feeds, spaces, and values that spreadsheets like to convert. */
const text = fc
  .array(fc.constantFrom('a', '好', '😀', ',', ';', '\t', '|', '"', '\n', ' ', "'", '¥', '#', '1', '\\'), {
    maxLength: 8,
  })
  .map((letters) => letters.join(''));
const name = fc.constantFrom('甲', 'u,1', 'a "b"', '1097000000000000001', 'x;y', "o'k");
const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> => fc.option(value, { freq: 3 });

const row: fc.Arbitrary<Row> = fc
  .tuple(
    fc.integer({ min: 1_700_000_000_000, max: 1_760_000_000_000 }).map((millis) => new Date(millis).toISOString()),
    maybe(name),
    maybe(text),
    maybe(fc.constantFrom(...ROLES, '群主', 'STAFF')),
    maybe(fc.constantFrom(...SIGNALS, '点击', 'Message')),
    maybe(fc.constantFrom(...MEDIA, '图片')),
    maybe(name),
    maybe(text),
    maybe(name),
    maybe(fc.integer({ min: 0, max: 99_999_999 }).map((amount) => (amount / 10_000).toFixed(4))),
  )
  .map((values) => [...values, null]);

const rows = fc.array(row, { minLength: 1, maxLength: 30 }).map((all) =>
  // Every second event has an id.
  all.map((values, index) => (index % 2 === 0 ? [...values.slice(0, -1), `id${index}`] : values)),
);

function delimited(all: readonly Row[], delimiter: string): string {
  const cell = (value: string | null): string => (value === null ? '' : `"${value.replaceAll('"', '""')}"`);
  const line = (values: Row): string => values.map(cell).join(delimiter);
  return `${[COLUMNS.join(delimiter), ...all.map(line)].join('\n')}\n`;
}

function objects(all: readonly Row[]): string[] {
  return all.map((values) =>
    JSON.stringify(Object.fromEntries(COLUMNS.map((column, i) => [column, values[i] ?? null]))),
  );
}

async function parquet(all: readonly Row[], path: string): Promise<void> {
  const database = await Database.open(128 << 20);
  const tuples = all.map((values) => `(${values.map((one) => (one === null ? 'NULL' : literal(one))).join(', ')})`);
  const columns = COLUMNS.map((column) => `"${column}"::VARCHAR AS "${column}"`).join(', ');
  const names = COLUMNS.map((column) => `"${column}"`).join(', ');
  try {
    await database.run(
      `COPY (SELECT ${columns} FROM (VALUES ${tuples.join(', ')}) t(${names})) TO ${literal(path)} (FORMAT parquet)`,
    );
  } finally {
    database.close();
  }
}

/** Every event by file, with text and id but without its place, which differs. */
async function columnsOf(reader: LogReader): Promise<Map<string, unknown[]>> {
  const files = new Map<string, unknown[]>();
  for (const log of await collect(reader.groups([]))) {
    const places = Array.from(log.sourceLine, (line, event) => ({ file: log.sourceFile[event] ?? 0, line }));
    const said = await reader.identify(places);
    const lines = linesOf({ ...log, group: 'g' }).map((line) => line.replace(/ @\d+:\d+$/, ''));
    files.set(
      log.group,
      lines.map((line, event) => [line, said[event]]),
    );
  }
  return files;
}

describe.each(['database', 'javascript'] as const)('%s', (engine) => {
  test('random rows', { timeout: 120_000 }, async () => {
    const property = fc.asyncProperty(rows, async (all) => {
      const folder = folderOf({});
      const write = (name: string, content: string): void => writeFileSync(join(folder, name), content);
      write('comma.csv', delimited(all, ','));
      write('semicolon.csv', delimited(all, ';'));
      write('tab.tsv', delimited(all, '\t'));
      write('lines.jsonl', `${objects(all).join('\n')}\n`);
      write('array.json', `[\n${objects(all).join(',\n')}\n]`);
      write('compact.json', `[${objects(all).join(',')}]`);
      await parquet(all, join(folder, 'table.parquet'));
      const files = await withReader({ paths: [folder], engine }, columnsOf);
      const [first, ...others] = [...files.values()];
      expect(files.size).toBe(7);
      expect(first).toHaveLength(all.length);
      for (const other of others) expect(other).toEqual(first);
    });
    await fc.assert(property, { numRuns: 8 });
  });
});
