/**
 * Turns errors of the database about a log's files, or about the space for reading them, into problems that name the file.
 *
 * - A Parquet file is read again in every pass; one replaced or truncated meanwhile would give other events, or none.
 * - Any database error about a Parquet file is a fault of the file: there are too many kinds of damage to list.
 */
import { type Stats, statSync } from 'node:fs';
import { type Database, DatabaseError } from '../database/database.ts';
import { changedWhileRead, noRoom, outOfMemory } from '../problems/file-problems.ts';
import { LogError } from '../problems/problem.ts';
import { brokenParquet, readsToTheEnd } from '../sources/parquet.ts';
import type { LogReader } from './reader.ts';

/** A Parquet file, and its state when it was opened. */
interface FileStamp {
  path: string;
  stamp: string;
}

export class ReadingFaults {
  readonly #database: Database;
  readonly #files: FileStamp[] = [];

  constructor(database: Database) {
    this.#database = database;
  }

  /** @param path of a Parquet file, before it is read */
  watch(path: string): void {
    this.#files.push({ path, stamp: stampOf(path) });
  }

  /** @throws LogError if a file has changed since it was opened */
  requireUnchanged(): void {
    const changed = this.#files.filter(({ path, stamp }) => stampOf(path) !== stamp);
    if (changed.length > 0) throw new LogError(changed.map(({ path }) => changedWhileRead(path)));
  }

  /** @returns a LogError for what the user can fix; any other error unchanged */
  async explained(error: unknown): Promise<unknown> {
    if (error instanceof LogError) return error;
    try {
      this.requireUnchanged();
    } catch (change) {
      return change;
    }
    if (error instanceof Error && 'syscall' in error) return new LogError([noRoom(this.#folder, error.message)]);
    if (!(error instanceof DatabaseError)) return error;
    if (error.isOutOfMemory) return new LogError([outOfMemory()]);
    if (error.mentions(this.#folder)) return new LogError([noRoom(this.#folder, error.message)]);
    if (this.#files.length === 0) return error;
    return new LogError([brokenParquet(await this.#brokenFile(error))]);
  }

  get #folder(): string {
    return this.#database.folder.path;
  }

  /** The file the database names; else the first that cannot be read. */
  async #brokenFile(error: DatabaseError): Promise<string> {
    const [first, ...others] = this.#files.map(({ path }) => path);
    if (first === undefined) throw new Error('A log without Parquet files has no broken one');
    const named = this.#files.find(({ path }) => error.mentions(path))?.path;
    if (named !== undefined || others.length === 0) return named ?? first;
    for (const path of [first, ...others]) if (!(await readsToTheEnd(this.#database, path))) return path;
    return first;
  }
}

/** Empty if the file is gone. */
function stampOf(path: string): string {
  const stats: Stats | undefined = statSync(path, { throwIfNoEntry: false });
  return stats === undefined ? '' : `${stats.ino} ${stats.size} ${stats.mtimeMs}`;
}

/** Wraps a reader so that faults in its later passes are explained. */
export function explaining(reader: LogReader, faults: ReadingFaults): LogReader {
  async function* pass<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item, void, undefined> {
    try {
      yield* items;
      faults.requireUnchanged();
    } catch (error) {
      throw await faults.explained(error);
    }
  }
  return {
    ...reader,
    groups: (predicates, only) => pass(reader.groups(predicates, only)),
    textBits: (predicates, only) => pass(reader.textBits(predicates, only)),
    identify: async (references) => {
      try {
        const identities = await reader.identify(references);
        faults.requireUnchanged();
        return identities;
      } catch (error) {
        throw await faults.explained(error);
      }
    },
  };
}
