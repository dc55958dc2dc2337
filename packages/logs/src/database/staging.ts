/** The table that text formats are read into, once: everything after is the same for every format. */
import type { DuckDBAppender, DuckDBDataChunk, DuckDBType, DuckDBValue } from '@duckdb/node-api';
import type { EventRow } from '../schema/fields.ts';
import type { Database } from './database.ts';
import { packFlags } from './flags.ts';

/** Columns of every source of events, in order; nulls only in the text columns and in `ts` never. */
export const EVENT_COLUMNS = [
  'f',
  'line',
  'ts',
  'grp',
  'grp_name',
  'mem',
  'mem_name',
  'flags',
  'category',
  'txt',
  'target',
  'about',
  'amount',
  'id',
] as const;

export const STAGE_TABLE = 'stage.events';

const TABLE = `CREATE TABLE ${STAGE_TABLE} (
  f USMALLINT, line UINTEGER, ts BIGINT, grp VARCHAR, grp_name VARCHAR, mem VARCHAR, mem_name VARCHAR, flags USMALLINT,
  category VARCHAR, txt VARCHAR, target VARCHAR, about VARCHAR, amount BIGINT, id VARCHAR)`;

const CHUNK_ROWS = 2048;

/** Appends checked events to the staging table. */
export class Stage {
  readonly #appender: DuckDBAppender;
  readonly #chunk: DuckDBDataChunk;
  readonly #columns: DuckDBValue[][];
  rows = 0;

  private constructor(appender: DuckDBAppender, chunk: DuckDBDataChunk) {
    this.#appender = appender;
    this.#chunk = chunk;
    this.#columns = EVENT_COLUMNS.map(() => []);
  }

  static async create(database: Database): Promise<Stage> {
    const api = await import('@duckdb/node-api');
    const appender = await database.connection.createAppender('events', 'main', 'stage');
    const types: DuckDBType[] = [
      api.USMALLINT,
      api.UINTEGER,
      api.BIGINT,
      api.VARCHAR,
      api.VARCHAR,
      api.VARCHAR,
      api.VARCHAR,
      api.USMALLINT,
      api.VARCHAR,
      api.VARCHAR,
      api.VARCHAR,
      api.VARCHAR,
      api.BIGINT,
      api.VARCHAR,
    ];
    return new Stage(appender, api.DuckDBDataChunk.create(types));
  }

  append(file: number, event: EventRow): void {
    const hasText = event.text !== null;
    this.#push([
      file,
      event.line,
      BigInt(event.ts),
      event.group,
      event.groupName,
      event.member,
      event.memberName,
      packFlags(event.kind, event.role, event.media, hasText),
      event.category,
      event.text,
      event.target,
      event.about,
      BigInt(event.amount),
      event.id,
    ]);
  }

  /** Writes what is still pending; the table holds everything afterwards. */
  finish(): void {
    this.#flush();
    this.#appender.closeSync();
  }

  #push(row: DuckDBValue[]): void {
    for (let column = 0; column < row.length; column++) this.#columns[column]?.push(row[column] ?? null);
    this.rows += 1;
    if ((this.#columns[0]?.length ?? 0) === CHUNK_ROWS) this.#flush();
  }

  #flush(): void {
    const rows = this.#columns[0]?.length ?? 0;
    if (rows === 0) return;
    this.#chunk.rowCount = rows;
    this.#columns.forEach((values, column) => {
      this.#chunk.setColumnValues(column, values);
      values.length = 0;
    });
    this.#appender.appendDataChunk(this.#chunk);
    this.#chunk.reset();
  }
}

export async function createStageTable(database: Database): Promise<void> {
  await database.run(TABLE);
}
