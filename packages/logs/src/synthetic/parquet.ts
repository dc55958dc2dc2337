/** Rows as Parquet, through DuckDB: appended in chunks to a database of its own on disk, then copied out, so memory stays bounded. */
import { mkdtempSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { guarded } from '@steward/files';
import { Database } from '../database/database.ts';
import { SyntheticOptionError } from './options.ts';
import { type ColumnName, columnOf, type EventRow } from './row.ts';

const NO_WRITER = {
  en: 'Parquet is written by the database driver (@duckdb/node-api), which is not installed for this platform. Use .jsonl, .csv or .tsv.',
  zh: '写 Parquet 需要数据库驱动（@duckdb/node-api），而此平台上没有安装。请改用 .jsonl、.csv 或 .tsv。',
};

const CHUNK_ROWS = 2_048;
const MEMORY_LIMIT = '1GB';

/** @param path the file to write; a folder for the database is made beside it and removed again */
export async function writeParquet(
  rows: Iterable<EventRow>,
  path: string,
  columns: readonly ColumnName[],
): Promise<void> {
  if (!(await Database.isInstalled())) throw new SyntheticOptionError('path', NO_WRITER);
  const duckdb = await import('@duckdb/node-api');
  const folder = mkdtempSync(join(dirname(resolve(path)), '.steward-parquet-'));
  const remove = guarded(folder);
  try {
    const instance = await duckdb.DuckDBInstance.create(join(folder, 'log.duckdb'), { memory_limit: MEMORY_LIMIT });
    const connection = await instance.connect();
    try {
      const declared = columns.map((column) => `"${column}" ${sqlType(column)}`);
      await connection.run(`CREATE TABLE log (${declared.join(', ')})`);
      await append(duckdb, connection, rows, columns);
      await connection.run(`COPY log TO '${path.replaceAll("'", "''")}' (FORMAT parquet, COMPRESSION zstd)`);
    } finally {
      connection.closeSync();
      instance.closeSync();
    }
  } finally {
    remove();
  }
}

type DuckDB = typeof import('@duckdb/node-api');

async function append(
  duckdb: DuckDB,
  connection: DuckDBConnection,
  rows: Iterable<EventRow>,
  columns: readonly ColumnName[],
): Promise<void> {
  const appender = await connection.createAppender('log');
  const types = columns.map((column) => {
    if (column === 'ts') return duckdb.TIMESTAMPTZ;
    return column === 'amount' ? duckdb.DOUBLE : duckdb.VARCHAR;
  });
  let values: DuckDBValue[][] = columns.map(() => []);
  // One chunk for all: its memory is outside the heap, where the garbage collector would not feel thousands of them.
  const chunk = duckdb.DuckDBDataChunk.create(types);
  const flush = (): void => {
    chunk.reset();
    chunk.setColumns(values);
    appender.appendDataChunk(chunk);
    values = columns.map(() => []);
  };
  for (const row of rows) {
    columns.forEach((column, index) => {
      const value =
        column === 'ts' ? new duckdb.DuckDBTimestampTZValue(BigInt(row.ts) * 1_000n) : columnOf(row, column);
      values[index]?.push(value);
    });
    if ((values[0]?.length ?? 0) === CHUNK_ROWS) flush();
  }
  if ((values[0]?.length ?? 0) > 0) flush();
  appender.closeSync();
}

function sqlType(column: ColumnName): string {
  if (column === 'ts') return 'TIMESTAMPTZ';
  return column === 'amount' ? 'DOUBLE' : 'VARCHAR';
}
