/**
 * Writes a synthetic log to a file.
 *
 * - Atomic: the file appears under its name once it is complete, or not at all.
 * - Memory is bounded: rows are written as they are generated; a text file of any size needs a few megabytes beyond the generator's own.
 */
import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { guarded, replacementOf } from '@steward/files';
import { canWriteParquet, writeParquet } from '@steward/logs';
import { generateEvents } from './generate.ts';
import { SyntheticOptionError } from './options.ts';
import { COLUMNS, type ColumnName, columnOf, type EventRow } from './row.ts';
import type { SyntheticOptions } from './settings.ts';
import { type TextFormat, textOf } from './text-lines.ts';

export interface WriteSettings {
  /** Default: all. */
  columns?: readonly ColumnName[];
  /** UTC milliseconds; default: the current time. */
  now?: number;
  /** Called now and then with the number of events generated so far. */
  onProgress?: (events: number) => void;
}

export interface WriteResult {
  path: string;
  events: number;
  messages: number;
  /** UTC milliseconds of the last event. */
  last: number;
  /** Whether the log ends in the future; its sidecar then says so. */
  isFuture: boolean;
}

const NO_WRITER = {
  en: 'Writing Parquet needs the database driver (@duckdb/node-api), which is not installed for this platform. Use .jsonl, .csv or .tsv.',
  zh: '写 Parquet 需要数据库驱动（@duckdb/node-api），而此平台上没有安装。请改用 .jsonl、.csv 或 .tsv。',
};

interface LogFormat {
  format: TextFormat | 'parquet';
  gzip: boolean;
}

/**
 * Writes the log to `path` in the format of its extension: `.jsonl`, `.ndjson`, `.csv`, `.tsv` (each also with `.gz`) or `.parquet`.
 * Also writes `<path>.meta.json`, with the signals that the log can show and, if it ends in the future, its end.
 * @throws SyntheticOptionError for an unknown extension; a system error if the file cannot be written
 */
export async function writeLog(
  options: SyntheticOptions,
  path: string,
  settings: WriteSettings = {},
): Promise<WriteResult> {
  const { format, gzip } = formatOf(path);
  if (format === 'parquet' && !(await canWriteParquet())) throw new SyntheticOptionError('path', NO_WRITER);
  const columns = settings.columns ?? COLUMNS;
  const written: WriteResult = { path, events: 0, messages: 0, last: 0, isFuture: false };
  const rows = counted(generateEvents(options), written, settings.onProgress);
  await atomically(path, async (temporary) => {
    if (format === 'parquet') return writeParquet(rows, temporary, columns, columnOf);
    const text = Readable.from(textOf(rows, format, columns), { objectMode: true });
    const file = createWriteStream(temporary);
    return gzip ? pipeline(text, createGzip(), file) : pipeline(text, file);
  });
  // Without such a sidecar, times in the future count as mistakes.
  written.isFuture = written.last > (settings.now ?? Date.now());
  const covers = written.isFuture ? { covers: { to: new Date(written.last) } } : {};
  await atomically(`${path}.meta.json`, (temporary) =>
    writeFile(temporary, `${JSON.stringify({ shows: options.shows, ...covers })}\n`),
  );
  return written;
}

function formatOf(path: string): LogFormat {
  const [, name, packed] = /\.(jsonl|ndjson|csv|tsv|parquet)(\.gz)?$/i.exec(path) ?? [];
  const format = name?.toLowerCase();
  const gzip = packed !== undefined;
  if (format === 'jsonl' || format === 'ndjson') return { format: 'jsonl', gzip };
  if (format === 'csv' || format === 'tsv') return { format, gzip };
  if (format === 'parquet' && !gzip) return { format, gzip };
  throw new SyntheticOptionError('path', {
    en: `${path}: the file extension determines the format. Use .jsonl, .csv, .tsv (also with .gz) or .parquet.`,
    zh: `${path}：文件格式由扩展名决定，请用 .jsonl、.csv、.tsv（都可加 .gz）或 .parquet。`,
  });
}

const PROGRESS_EVERY = 100_000;

function* counted(
  rows: Iterable<EventRow>,
  written: WriteResult,
  onProgress: ((events: number) => void) | undefined,
): Generator<EventRow, void, undefined> {
  for (const row of rows) {
    written.events += 1;
    if (row.kind === 'message') written.messages += 1;
    written.last = Math.max(written.last, row.ts);
    if (written.events % PROGRESS_EVERY === 0) onProgress?.(written.events);
    yield row;
  }
}

/** Writes to a temporary file in the same folder, so that the last step is a rename, not a copy. */
async function atomically(path: string, write: (temporary: string) => Promise<void>): Promise<void> {
  const replacement = replacementOf(path);
  const remove = guarded(resolve(replacement.temporary));
  try {
    await write(replacement.temporary);
    replacement.commit();
  } finally {
    remove();
  }
}
