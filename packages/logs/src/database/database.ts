/**
 * The database that parses, scans and spills. Loaded when the first log is opened, and not exposed outside this package.
 *
 * - Memory is bounded: past its limit it spills into a folder that {@link Database.close} removes.
 * - Offline: it may neither install nor load extensions, and all its times are UTC.
 */
import type { DuckDBConnection, DuckDBDataChunk, DuckDBInstance, DuckDBValue } from '@duckdb/node-api';
import type duckdb from '@duckdb/node-bindings';
import { TemporaryFolder } from '@steward/files';

type Bindings = typeof duckdb;

/** Scans run beside the simulation, which has a thread of its own. */
const THREADS = 2;

/** Buffer for chunks not yet read: with the default of 1 MB, producer and reader wait for each other on every chunk. */
const STREAM_BUFFER = '64MB';

const MEGABYTE = 1 << 20;

/** A chunk of a result: up to a few thousand rows as columns. */
export class Chunk {
  readonly rows: number;
  readonly #bindings: Bindings;
  readonly #chunk: DuckDBDataChunk;

  constructor(bindings: Bindings, chunk: DuckDBDataChunk) {
    this.#bindings = bindings;
    this.#chunk = chunk;
    this.rows = chunk.rowCount;
  }

  /** A column as values. Each is an object or a string, so don't use it for long columns. */
  values(column: number): SqlValue[] {
    return this.#chunk.getColumnValues(column);
  }

  /** A column of 4-byte values or, with a `width` of several words, of larger ones: low word first. The database owns the memory: copy what must outlive the chunk. */
  words32(column: number, width: 1 | 2 | 4): Uint32Array {
    const data = this.#bytes(column, 4 * width);
    return new Uint32Array(data.buffer, data.byteOffset, this.rows * width);
  }

  /** A column of lists of 8-byte values, copied: two words per value, low word first. */
  lists64(column: number): Uint32Array[] {
    const vector = this.#bindings.data_chunk_get_vector(this.#chunk.chunk, column);
    const entries = this.words32(column, 4);
    const size = this.#bindings.list_vector_get_size(vector);
    const child = this.#bindings.vector_get_data(this.#bindings.list_vector_get_child(vector), size * 8);
    const words = new Uint32Array(child.buffer, child.byteOffset, size * 2);
    return Array.from({ length: this.rows }, (_, row) => {
      const offset = entries[row * 4] ?? 0;
      const length = entries[row * 4 + 2] ?? 0;
      return words.slice(offset * 2, (offset + length) * 2);
    });
  }

  #bytes(column: number, width: number): Uint8Array {
    const vector = this.#bindings.data_chunk_get_vector(this.#chunk.chunk, column);
    return this.#bindings.vector_get_data(vector, this.rows * width);
  }
}

export type SqlValue = DuckDBValue;

/** An error of the database about its files, its memory or, if we have a bug, its SQL. */
export class DatabaseError extends Error {
  constructor(cause: Error) {
    super(cause.message, { cause });
    this.name = 'DatabaseError';
  }

  get isOutOfMemory(): boolean {
    return /^Out of Memory Error/.test(this.message);
  }

  mentions(path: string): boolean {
    return this.message.includes(path);
  }
}

/** @throws DatabaseError for an error of the driver */
async function asked<Result>(query: () => Promise<Result>): Promise<Result> {
  try {
    return await query();
  } catch (error) {
    throw error instanceof Error ? new DatabaseError(error) : error;
  }
}

export class Database {
  readonly folder: TemporaryFolder;
  readonly #instance: DuckDBInstance;
  readonly #bindings: Bindings;
  /** For everything but streams, which have a connection each. */
  readonly connection: DuckDBConnection;

  private constructor(
    folder: TemporaryFolder,
    instance: DuckDBInstance,
    connection: DuckDBConnection,
    bindings: Bindings,
  ) {
    this.folder = folder;
    this.#instance = instance;
    this.connection = connection;
    this.#bindings = bindings;
  }

  /** Whether the native parts for this platform are installed. */
  static async isInstalled(): Promise<boolean> {
    try {
      await import('@duckdb/node-api');
      return true;
    } catch {
      return false;
    }
  }

  /** @param memoryBytes memory limit beyond which the database spills */
  static async open(memoryBytes: number): Promise<Database> {
    const [api, bindings] = await Promise.all([import('@duckdb/node-api'), import('@duckdb/node-bindings')]);
    const folder = new TemporaryFolder();
    try {
      const instance = await api.DuckDBInstance.create(':memory:', {
        threads: String(THREADS),
        memory_limit: `${Math.ceil(memoryBytes / MEGABYTE)}MiB`,
        temp_directory: folder.path,
        autoinstall_known_extensions: 'false',
        autoload_known_extensions: 'false',
      });
      const connection = await connect(instance);
      // Takes half the memory and half the time of an uncompressed table.
      await connection.run(`ATTACH ':memory:' AS stage (COMPRESS)`);
      return new Database(folder, instance, connection, bindings.default);
    } catch (error) {
      folder.remove();
      throw error;
    }
  }

  async run(sql: string): Promise<void> {
    await asked(() => this.connection.run(sql));
  }

  /** A small result as rows of values. */
  async rows(sql: string): Promise<SqlValue[][]> {
    const reader = await asked(() => this.connection.runAndReadAll(sql));
    return reader.getRows();
  }

  /** A result of any size, in row order, one chunk at a time. */
  async *stream(sql: string): AsyncGenerator<Chunk, void, undefined> {
    const connection = await connect(this.#instance);
    try {
      const result = await asked(() => connection.stream(sql));
      for (;;) {
        const chunk = await asked(() => result.fetchChunk());
        if (chunk === null || chunk.rowCount === 0) return;
        yield new Chunk(this.#bindings, chunk);
      }
    } finally {
      connection.closeSync();
    }
  }

  close(): void {
    this.connection.closeSync();
    this.#instance.closeSync();
    this.folder.remove();
  }
}

async function connect(instance: DuckDBInstance): Promise<DuckDBConnection> {
  const connection = await instance.connect();
  await connection.run(`SET streaming_buffer_size = '${STREAM_BUFFER}'`);
  await connection.run(`SET TimeZone = 'UTC'`);
  return connection;
}

/** A string as an SQL literal. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A name as an SQL identifier. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
