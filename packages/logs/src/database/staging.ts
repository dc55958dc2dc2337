/** The table that text formats are read into. From there on, every format is handled the same way. */
import type { DuckDBAppender, DuckDBDataChunk, DuckDBType, DuckDBValue } from '@duckdb/node-api';
import { type EventRow, NO_AMOUNT } from '../schema/fields.ts';
import type { Database } from './database.ts';
import { packFlags } from './flags.ts';

/** Columns of every source of events, in order. Only text columns may be null; `ts` never is. */
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

const SCHEMA = 'stage';

/** `events`: events of text formats. `judged`: rows of Parquet files that were checked one by one. */
export type StageTable = 'events' | 'judged';

export function stageTable(table: StageTable): string {
  return `${SCHEMA}.${table}`;
}

const COLUMNS = `(
  f USMALLINT, line UINTEGER, ts BIGINT, grp VARCHAR, grp_name VARCHAR, mem VARCHAR, mem_name VARCHAR, flags USMALLINT,
  category VARCHAR, txt VARCHAR, target VARCHAR, about VARCHAR, amount BIGINT, id VARCHAR)`;

const CHUNK_ROWS = 2048;

/** Columns in which at least one event has a value. */
export type StagedColumns = Record<'member' | 'category' | 'about' | 'target' | 'amount' | 'id', boolean>;

/** Appends checked events to the staging table. */
export class Stage {
  readonly #appender: DuckDBAppender;
  readonly #chunk: DuckDBDataChunk;
  readonly #columns: DuckDBValue[][];
  rows = 0;
  readonly present: StagedColumns = {
    member: false,
    category: false,
    about: false,
    target: false,
    amount: false,
    id: false,
  };

  private constructor(appender: DuckDBAppender, chunk: DuckDBDataChunk) {
    this.#appender = appender;
    this.#chunk = chunk;
    this.#columns = EVENT_COLUMNS.map(() => []);
  }

  static async create(database: Database, table: StageTable): Promise<Stage> {
    const api = await import('@duckdb/node-api');
    await database.run(`CREATE TABLE ${stageTable(table)} ${COLUMNS}`);
    const appender = await database.connection.createAppender(table, 'main', SCHEMA);
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
    this.#note(event);
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

  /** Writes pending rows; afterwards the table is complete. */
  finish(): void {
    this.#flush();
    this.#appender.closeSync();
  }

  #note(event: EventRow): void {
    const { present } = this;
    present.member ||= event.member !== null;
    present.category ||= event.category !== null;
    present.about ||= event.about !== null;
    present.target ||= event.target !== null;
    present.amount ||= event.amount !== NO_AMOUNT;
    present.id ||= event.id !== null;
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
