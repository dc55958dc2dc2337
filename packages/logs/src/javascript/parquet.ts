/** Reads Parquet files of our own schema in JavaScript: every row as the raw text that all formats check (`schema/record.ts`). */
import {
  type AsyncBuffer,
  asyncBufferFromFile,
  type FileMetaData,
  type ParquetParsers,
  parquetMetadataAsync,
  parquetReadObjects,
  parquetSchema,
  type SchemaElement,
} from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { fileTitle } from '../input/paths.ts';
import type { EventSink, Ingestion, LogFile } from '../log/ingest.ts';
import { noTimeColumn } from '../problems/column-problems.ts';
import { fieldProblem } from '../problems/field-problems.ts';
import { badType, wholeFile } from '../problems/file-problems.ts';
import { LogError } from '../problems/problem.ts';
import { FIELDS, type Field, fieldNamed } from '../schema/fields.ts';
import { unknownColumns } from '../schema/headings.ts';
import { checkRecord, type RawRecord } from '../schema/record.ts';
import { brokenParquet, kindOfField, TYPES } from '../sources/parquet.ts';

/** Converts a cell to raw text; null if it is empty. */
type ToText = (value: unknown) => string | null;

interface Column {
  name: string;
  toText: ToText;
}

/** Rows to process before yielding to other work. */
const BATCH = 16_384;

/** @throws LogError for a broken file, or columns of other types */
export async function readParquet(file: LogFile, ingestion: Ingestion, sink: EventSink): Promise<void> {
  const rules = ingestion.rulesOf(file);
  const { buffer, metadata } = await whole(file.path, () => open(file.path));
  // Names and types may be damaged in ways that the library does not notice.
  const { columns, unknown } = await whole(file.path, async () => ({
    columns: columnsOf(file.path, metadata),
    unknown: unknownColumns(columnNames(metadata)),
  }));
  file.unknown = unknown;
  const group = columns.has('group') ? null : fileTitle(file.path);
  const names = [...columns.values()].map(({ name }) => name);
  const rows = Number(metadata.num_rows);
  for (let start = 0; start < rows; start += BATCH) {
    const rowEnd = Math.min(start + BATCH, rows);
    const options = { file: buffer, metadata, columns: names, rowStart: start, rowEnd, compressors, parsers: PARSERS };
    const records = await whole(file.path, async () => {
      const read = await parquetReadObjects(options);
      if (read.length !== rowEnd - start) throw new RangeError(`${read.length} rows from ${start} to ${rowEnd}`);
      return read.map((row) => rawRecord(row, columns));
    });
    const items = records.map((raw, index) => {
      const line = start + index + 1;
      const result = checkRecord(line, raw, { ...rules, group });
      if ('event' in result) return result;
      return { problem: fieldProblem(result.fault, { file: file.path, line, column: null }) };
    });
    ingestion.take(sink, file, items);
  }
}

/**
 * One column as text, row by row; empty if there is no text column of that name.
 * @throws LogError for a file that is broken
 */
export async function* readTextColumn(
  path: string,
  isNamed: (name: string) => boolean,
): AsyncGenerator<{ line: number; text: string | null }> {
  const { buffer, metadata } = await whole(path, () => open(path));
  const { children } = await whole(path, async () => parquetSchema(metadata));
  const column = children.find(({ element }) => isNamed(element.name ?? ''))?.element;
  if (column === undefined || formOf(column) !== 'text') return;
  const rows = Number(metadata.num_rows);
  for (let start = 0; start < rows; start += BATCH) {
    const rowEnd = Math.min(start + BATCH, rows);
    const options = { file: buffer, metadata, columns: [column.name], rowStart: start, rowEnd, compressors };
    const read = await whole(path, () => parquetReadObjects({ ...options, parsers: PARSERS }));
    for (const [index, row] of read.entries()) {
      const value: unknown = row[column.name];
      yield { line: start + index + 1, text: typeof value === 'string' ? value : null };
    }
  }
}

async function open(path: string): Promise<{ buffer: AsyncBuffer; metadata: FileMetaData }> {
  const buffer = await asyncBufferFromFile(path);
  return { buffer, metadata: await parquetMetadataAsync(buffer, { geoparquet: false }) };
}

/** On a damaged file the library throws whatever error it runs into. */
async function whole<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof LogError ? error : new LogError([brokenParquet(path)]);
  }
}

function rawRecord(row: Readonly<Record<string, unknown>>, columns: ReadonlyMap<Field, Column>): RawRecord {
  return FIELDS.map((field) => {
    const column = columns.get(field);
    if (column === undefined) return null;
    const value = row[column.name];
    return value === null || value === undefined ? null : column.toText(value);
  });
}

function columnsOf(path: string, metadata: FileMetaData): Map<Field, Column> {
  const { children } = parquetSchema(metadata);
  const columns = new Map<Field, Column>();
  for (const { element } of children) {
    const field = fieldNamed(element.name);
    if (field === null || columns.has(field)) continue;
    const toText = toTextOf(field, element);
    if (toText === null) {
      const expected = TYPES[kindOfField(field)];
      throw new LogError([badType(wholeFile(path), field, typeName(element), { en: expected, zh: expected })]);
    }
    columns.set(field, { name: element.name, toText });
  }
  if (columns.has('ts')) return columns;
  const names = columnNames(metadata);
  throw new LogError([noTimeColumn(path, names, unknownColumns(names))]);
}

function columnNames(metadata: FileMetaData): string[] {
  return parquetSchema(metadata).children.map(({ element }) => element.name);
}

function typeName({ type, logical_type, converted_type }: SchemaElement): string {
  return logical_type?.type ?? converted_type ?? type ?? 'STRUCT';
}

/** @returns null if the type cannot hold such a field */
function toTextOf(field: Field, element: SchemaElement): ToText | null {
  const form = formOf(element);
  if (form === 'nothing') return () => null;
  if (form === 'text' || form === 'integer') return String;
  if (form === 'uuid') return field === 'ts' || field === 'amount' ? null : String;
  if (field === 'ts') {
    if (form === 'instant') return (value) => instantText(Number(value), 'Z');
    if (form === 'local') return (value) => instantText(Number(value), '');
    return form === 'floating' ? String : null;
  }
  if (field !== 'amount') return null;
  if (form === 'decimal') return (value) => Number(value).toFixed(scaleOf(element));
  return form === 'floating' ? String : null;
}

type Form = 'nothing' | 'text' | 'integer' | 'floating' | 'decimal' | 'uuid' | 'instant' | 'local';

const TEXTS: ReadonlySet<string> = new Set(['STRING', 'ENUM']);
const TEXT_TYPES: ReadonlySet<string> = new Set(['UTF8', 'ENUM']);

/** @returns null for a type that no field has */
function formOf({
  type,
  logical_type: logical,
  converted_type: converted,
  num_children,
  repetition_type,
}: SchemaElement): Form | null {
  if (num_children !== undefined || repetition_type === 'REPEATED') return null;
  if (logical?.type === 'NULL') return 'nothing';
  if (logical?.type === 'UUID') return 'uuid';
  if (logical?.type === 'TIMESTAMP') return logical.isAdjustedToUTC ? 'instant' : 'local';
  if (converted === 'TIMESTAMP_MILLIS' || converted === 'TIMESTAMP_MICROS' || type === 'INT96') return 'local';
  if (logical?.type === 'DECIMAL' || converted === 'DECIMAL') return 'decimal';
  if (type === 'FLOAT' || type === 'DOUBLE') return 'floating';
  if (type === 'BYTE_ARRAY') return isText(logical?.type, converted) ? 'text' : null;
  if (type === 'INT32' || type === 'INT64') return isInteger(logical?.type, converted) ? 'integer' : null;
  return null;
}

function isText(logical: string | undefined, converted: string | undefined): boolean {
  return TEXTS.has(logical ?? 'STRING') && TEXT_TYPES.has(converted ?? 'UTF8');
}

function isInteger(logical: string | undefined, converted: string | undefined): boolean {
  return (logical ?? 'INTEGER') === 'INTEGER' && /^U?INT_/.test(converted ?? 'INT_64');
}

function scaleOf({ scale, logical_type: logical }: SchemaElement): number {
  return scale ?? (logical?.type === 'DECIMAL' ? logical.scale : 0);
}

const LAST_INSTANT_MILLIS = 8.64e15;

/** A time beyond the calendar stays a number. */
function instantText(micros: number, suffix: string): string {
  const millis = Math.floor(micros / 1000);
  if (Math.abs(millis) > LAST_INSTANT_MILLIS) return String(micros);
  const whole = new Date(millis).toISOString().slice(0, -1);
  return `${whole}${String(micros - millis * 1000).padStart(3, '0')}${suffix}`;
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Times as microseconds. Text that is not UTF-8 means that the file is damaged. */
const PARSERS: Partial<ParquetParsers> = {
  timestampFromMilliseconds: (millis) => millis * 1_000n,
  timestampFromMicroseconds: (micros) => micros,
  timestampFromNanoseconds: (nanos) => nanos / 1_000n,
  stringFromBytes: (bytes: Uint8Array | undefined) => (bytes === undefined ? undefined : UTF8.decode(bytes)),
};
