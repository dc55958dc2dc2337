/** Writes rows of the events schema as Parquet through DuckDB. To bound memory, it appends chunks to a temporary database on disk, then copies them out. */
import { mkdtempSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { guarded } from '@steward/files';
import type { Field } from '../schema/fields.ts';
import { Database } from './database.ts';

const CHUNK_ROWS = 2_048;
const MEMORY_LIMIT = '1GB';

/** Whether the database driver is installed for this platform. */
export function canWriteParquet(): Promise<boolean> {
  return Database.isInstalled();
}

/**
 * @param path the file to write; a temporary folder beside it holds the database
 * @param cellOf the value of a row in a column; `ts` is in milliseconds since the epoch
 */
export async function writeParquet<Row>(
  rows: Iterable<Row>,
  path: string,
  columns: readonly Field[],
  cellOf: (row: Row, column: Field) => string | number | null,
): Promise<void> {
  const duckdb = await import('@duckdb/node-api');
  const folder = mkdtempSync(join(dirname(resolve(path)), '.steward-parquet-'));
  const remove = guarded(folder);
  try {
    const instance = await duckdb.DuckDBInstance.create(join(folder, 'log.duckdb'), { memory_limit: MEMORY_LIMIT });
    const connection = await instance.connect();
    try {
      const declared = columns.map((column) => `"${column}" ${sqlType(column)}`);
      await connection.run(`CREATE TABLE log (${declared.join(', ')})`);
      await append(duckdb, connection, rows, columns, cellOf);
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

async function append<Row>(
  duckdb: DuckDB,
  connection: DuckDBConnection,
  rows: Iterable<Row>,
  columns: readonly Field[],
  cellOf: (row: Row, column: Field) => string | number | null,
): Promise<void> {
  const appender = await connection.createAppender('log');
  const types = columns.map((column) => {
    if (column === 'ts') return duckdb.TIMESTAMPTZ;
    return column === 'amount' ? duckdb.DOUBLE : duckdb.VARCHAR;
  });
  let values: DuckDBValue[][] = columns.map(() => []);
  // One chunk is reused: its memory is outside the heap, where the garbage collector would not notice thousands of them.
  const chunk = duckdb.DuckDBDataChunk.create(types);
  const flush = (): void => {
    chunk.reset();
    chunk.setColumns(values);
    appender.appendDataChunk(chunk);
    values = columns.map(() => []);
  };
  for (const row of rows) {
    columns.forEach((column, index) => {
      const value = cellOf(row, column);
      values[index]?.push(column === 'ts' ? new duckdb.DuckDBTimestampTZValue(BigInt(value ?? 0) * 1_000n) : value);
    });
    if ((values[0]?.length ?? 0) === CHUNK_ROWS) flush();
  }
  if ((values[0]?.length ?? 0) > 0) flush();
  appender.closeSync();
}

function sqlType(column: Field): string {
  if (column === 'ts') return 'TIMESTAMPTZ';
  return column === 'amount' ? 'DOUBLE' : 'VARCHAR';
}
