/**
 * Parquet files of our own schema as a source of events: SQL that turns each column, whatever its type, into the common form
 * and marks each row as sound or not. Only rows that certainly are sound count; every other row is fetched and checked by the rules that
 * all formats share (`schema/record.ts`).
 */
import { type Database, identifier, literal, type SqlValue } from '../database/database.ts';
import { NO_MEDIA_FLAG, NO_ROLE_FLAG, packFlagsSql, UNKNOWN_WORD, UNSOUND_SQL } from '../database/flags.ts';
import type { ReadItem } from '../formats/format.ts';
import { noTimeColumn } from '../problems/column-problems.ts';
import { fieldProblem } from '../problems/field-problems.ts';
import { badType, wholeFile } from '../problems/file-problems.ts';
import { LogError, type LogProblem } from '../problems/problem.ts';
import { LARGEST_AMOUNT } from '../schema/amount.ts';
import { FIELDS, type Field, fieldNamed, ID_FIELDS } from '../schema/fields.ts';
import { type UnknownColumn, unknownColumns } from '../schema/headings.ts';
import { checkRecord } from '../schema/record.ts';
import { EPOCH_BOUNDS, FIRST_MICROS, LAST_MICROS, type TimeRules } from '../schema/time.ts';
import { KIND_INDEX, MEDIA_INDEX, ROLE_INDEX } from '../schema/words.ts';

/** Files with the same columns and types. */
export interface ParquetSource {
  files: { index: number; path: string; group: string }[];
  /** Column and type by field. */
  columns: Map<Field, Column>;
  /** Ignored columns. */
  unknown: readonly UnknownColumn[];
}

interface Column {
  name: string;
  type: string;
}

/** Columns and types of each file, grouped by shape. @throws LogError if a file is not a Parquet file or lacks `ts` */
export async function parquetSources(
  database: Database,
  files: readonly { index: number; path: string; group: string }[],
): Promise<ParquetSource[]> {
  const byShape = new Map<string, ParquetSource>();
  for (const file of files) {
    const { columns, unknown } = await columnsOf(database, file.path);
    const shape = JSON.stringify([[...columns], unknown]);
    const source = byShape.get(shape) ?? { files: [], columns, unknown };
    source.files.push(file);
    byShape.set(shape, source);
  }
  return [...byShape.values()];
}

async function columnsOf(database: Database, path: string): Promise<Omit<ParquetSource, 'files'>> {
  const rows = await database.rows(`DESCRIBE SELECT * FROM read_parquet(${literal(path)}, binary_as_string = true)`);
  const columns = new Map<Field, Column>();
  for (const row of rows) {
    const column: Column = { name: String(row[0]), type: String(row[1]) };
    const field = fieldNamed(column.name);
    if (field !== null && !columns.has(field)) columns.set(field, column);
  }
  const names = rows.map((row) => String(row[0]));
  const unknown = unknownColumns(names);
  if (!columns.has('ts')) throw new LogError([noTimeColumn(path, names, unknown)]);
  const wrong = [...columns].find(([field, column]) => expressionOf(field, column, NO_RULES) === null);
  if (wrong) {
    const [field, column] = wrong;
    const expected = TYPES[kindOfField(field)];
    throw new LogError([badType(wholeFile(path), field, column.type, { en: expected, zh: expected })]);
  }
  return { columns, unknown };
}

/** Whether every value of a file can be read. */
export async function readsToTheEnd(database: Database, path: string): Promise<boolean> {
  try {
    await database.rows(`SELECT max(hash(rows)) FROM read_parquet(${literal(path)}, binary_as_string = true) rows`);
    return true;
  } catch {
    return false;
  }
}

export function brokenParquet(file: string): LogProblem {
  return {
    code: 'brokenParquet',
    ...wholeFile(file),
    found: null,
    expected: { en: 'a complete Parquet file', zh: '完整的 Parquet 文件' },
    message: { en: 'This is not a Parquet file, or it is damaged', zh: '这不是 Parquet 文件，或文件已损坏' },
    advice: { en: 'Export or copy the file again.', zh: '请重新导出或复制该文件。' },
  };
}

type FieldKind = 'time' | 'amount' | 'text';

export const TYPES: Readonly<Record<FieldKind, string>> = {
  time: 'TIMESTAMP WITH TIME ZONE, TIMESTAMP, BIGINT, DOUBLE, VARCHAR',
  amount: 'DOUBLE, DECIMAL, BIGINT, VARCHAR',
  text: 'VARCHAR, BIGINT, UUID',
};

export function kindOfField(field: Field): FieldKind {
  if (field === 'ts') return 'time';
  return field === 'amount' ? 'amount' : 'text';
}

/** A column in the common form, and the condition for a sound value; null if it always is. */
interface Expression {
  value: string;
  sound: string | null;
}

/** For questions that only the types of columns answer. */
const NO_RULES: TimeRules = { zone: null, latest: LAST_MICROS };

const INTEGER = /^U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)$/;
const FLOATING = /^(FLOAT|DOUBLE)$/;
const DECIMAL = /^DECIMAL\(/;
const NAIVE = /^TIMESTAMP(_S|_MS|_NS)?$/;
const ENUM = /^ENUM\(/;

/** @returns null if the type cannot hold such a field */
function expressionOf(field: Field, column: Column | undefined, rules: TimeRules): Expression | null {
  if (field === 'ts') return column === undefined ? null : timeExpression(column, rules);
  if (field === 'amount') return amountExpression(column);
  const text = textOf(column);
  if (text === null) return null;
  if (field === 'role') return vocabulary(text, ROLE_INDEX, NO_ROLE_FLAG, UNKNOWN_WORD.role);
  if (field === 'kind') return vocabulary(text, KIND_INDEX, 0, UNKNOWN_WORD.kind);
  if (field === 'media') return vocabulary(text, MEDIA_INDEX, NO_MEDIA_FLAG, UNKNOWN_WORD.media);
  return { value: text, sound: isWritten(column) ? writtenSound(field, column) : null };
}

const NO_TEXT = 'NULL::VARCHAR';

function textOf(column: Column | undefined): string | null {
  if (column === undefined) return NO_TEXT;
  const name = identifier(column.name);
  if (column.type === 'VARCHAR') return `nullif(${name}, '')`;
  if (INTEGER.test(column.type) || column.type === 'UUID') return `${name}::VARCHAR`;
  if (ENUM.test(column.type)) return `nullif(${name}::VARCHAR, '')`;
  // An all-null column has no type of its own.
  if (column.type === '"NULL"') return NO_TEXT;
  return null;
}

/** Whether the column holds text, not numbers or words of a fixed list. */
function isWritten(column: Column | undefined): column is Column {
  return column?.type === 'VARCHAR';
}

/** NUL, and the plus sign of an id that a spreadsheet rounded: what may be wrong is judged by the rules of every format. */
function writtenSound(field: Field, column: Column): string {
  const name = identifier(column.name);
  const suspects = IDS.has(field) ? ['chr(0)', "'E+'", "'e+'"] : ['chr(0)'];
  const holds = suspects.map((part) => `contains(${name}, ${part})`).join(' OR ');
  return `${name} IS NULL OR NOT (${holds})`;
}

const IDS: ReadonlySet<Field> = new Set(ID_FIELDS);

/** Indexes into a vocabulary. An unknown word becomes a number that makes the row unsound. */
function vocabulary(text: string, words: ReadonlyMap<string, number>, absent: number, unknown: number): Expression {
  if (text === NO_TEXT) return { value: String(absent), sound: null };
  const cases = [...words].map(([word, index]) => `WHEN ${literal(word)} THEN ${index}`).join(' ');
  return {
    value: `(CASE WHEN ${text} IS NULL THEN ${absent} ELSE (CASE ${text} ${cases} ELSE ${unknown} END) END)`,
    sound: null,
  };
}

function timeExpression(column: Column, { zone, latest }: TimeRules): Expression | null {
  const name = identifier(column.name);
  const inRange = (micros: string): Expression => ({
    value: `coalesce(${micros}, 0)`,
    sound: `coalesce(${micros} BETWEEN ${FIRST_MICROS} AND ${latest}, false)`,
  });
  if (column.type === 'TIMESTAMP WITH TIME ZONE') return inRange(`epoch_us(${name})`);
  if (NAIVE.test(column.type)) {
    if (zone === null) return { value: '0::BIGINT', sound: 'false' };
    return inRange(`epoch_us(${name}::TIMESTAMP AT TIME ZONE ${literal(zone.timezone)})`);
  }
  if (INTEGER.test(column.type) || FLOATING.test(column.type)) return inRange(epochMicros(`${name}::DOUBLE`));
  if (column.type === 'VARCHAR') return timeText(name, inRange);
  return null;
}

/** A number since the epoch: its size says its unit. Doubles hold every microsecond up to 2199 exactly. */
function epochMicros(value: string): string {
  const { seconds, milliseconds, microseconds, end } = EPOCH_BOUNDS;
  return `(CASE WHEN ${value} < ${seconds} OR ${value} >= ${end} THEN NULL
    WHEN ${value} < ${milliseconds} THEN round(${value} * 1000000)
    WHEN ${value} < ${microseconds} THEN round(${value} * 1000)
    ELSE round(${value}) END)::BIGINT`;
}

/** ISO with a zone and at most microseconds, which is what other programs write; all else is judged row by row. */
const ISO_WITH_ZONE = '\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,6})?)?(Z|[+-]\\d{2}(:?\\d{2})?)';

function timeText(name: string, inRange: (micros: string) => Expression): Expression {
  const iso = `CASE WHEN regexp_full_match(${name}, ${literal(ISO_WITH_ZONE)}) THEN epoch_us(try_cast(${name} AS TIMESTAMPTZ)) END`;
  const digits = `CASE WHEN regexp_full_match(${name}, '\\d{9,17}') THEN ${epochMicros(`try_cast(${name} AS DOUBLE)`)} END`;
  return inRange(`coalesce(${iso}, ${digits})`);
}

function amountExpression(column: Column | undefined): Expression | null {
  if (column === undefined || column.type === '"NULL"') return { value: '(-1)::BIGINT', sound: null };
  const name = identifier(column.name);
  // An unsound amount is never used, but converting it must not fail.
  const exact = (number: string, sound: string): Expression => ({
    value: `CASE WHEN ${sound} THEN round(${number} * 10000)::BIGINT ELSE -1 END`,
    sound: `${name} IS NULL OR (${sound})`,
  });
  const bounds = `>= 0 AND ${name} < ${LARGEST_AMOUNT}`;
  if (FLOATING.test(column.type)) return exact(`${name}::DOUBLE`, `${name} ${bounds} AND round(${name}, 4) = ${name}`);
  if (DECIMAL.test(column.type)) return exact(name, `${name} ${bounds} AND round(${name}, 4) = ${name}`);
  if (INTEGER.test(column.type)) return exact(`${name}::HUGEINT`, `${name} ${bounds}`);
  if (column.type !== 'VARCHAR') return null;
  const decimal = `try_cast(${name} AS DECIMAL(18, 4))`;
  return {
    value: `coalesce((${decimal} * 10000)::BIGINT, -1)`,
    sound: `${name} IS NULL OR ${name} = '' OR (regexp_full_match(${name}, '\\d{1,11}(\\.\\d{1,4})?') AND ${decimal} IS NOT NULL)`,
  };
}

/** The source's events in the common columns; flags mark rows that can be used as they are. */
export function parquetSql(source: ParquetSource, rules: TimeRules): string {
  const at = (field: Field): Expression => {
    const expression = expressionOf(field, source.columns.get(field), rules);
    if (expression === null) throw new Error(`No expression for ${field}: columnsOf() refuses such types`);
    return expression;
  };
  const group = source.columns.has('group')
    ? { value: at('group').value, sound: `${at('group').value} IS NOT NULL` }
    : { value: perFile(source, (file) => literal(file.group)), sound: null };
  const sound = FIELDS.map((field) => (field === 'group' ? group : at(field)).sound).filter((one) => one !== null);
  const words = {
    kind: at('kind').value,
    role: at('role').value,
    media: at('media').value,
    hasText: `${at('text').value} IS NOT NULL`,
  };
  return `SELECT (${fileNumber(source)})::USMALLINT AS f,
    (file_row_number + 1)::UINTEGER AS line, ${at('ts').value} AS ts,
    coalesce(${group.value}, '') AS grp, ${at('group_name').value} AS grp_name,
    ${at('member').value} AS mem, ${at('member_name').value} AS mem_name,
    ${packFlagsSql(words, sound.map((one) => `(${one})`).join(' AND '))} AS flags,
    ${at('category').value} AS category, ${at('text').value} AS txt, ${at('target').value} AS target,
    ${at('about').value} AS about, ${at('amount').value} AS amount, ${at('id').value} AS id
  FROM ${tableOf(source)}`;
}

function tableOf(source: ParquetSource): string {
  const paths = source.files.map((file) => literal(file.path)).join(', ');
  return `read_parquet([${paths}], binary_as_string = true)`;
}

/** Usually the files are consecutive, which makes a shorter query. */
function fileNumber(source: ParquetSource): string {
  const [first] = source.files;
  const inRow = source.files.every((file, position) => file.index === (first?.index ?? 0) + position);
  return inRow ? `file_index + ${first?.index ?? 0}` : perFile(source, (file) => String(file.index));
}

/** A value per file, looked up by the file's position in the list that is read. */
function perFile(source: ParquetSource, value: (file: ParquetSource['files'][number]) => string): string {
  const [first] = source.files;
  if (first !== undefined && source.files.length === 1) return value(first);
  return `[${source.files.map(value).join(', ')}][file_index::BIGINT + 1]`;
}

/** Checks unsound rows one by one by the rules of every other format: they become events or problems. */
export async function* unsoundRows(
  database: Database,
  source: ParquetSource,
  rules: TimeRules,
): AsyncGenerator<{ file: number; item: ReadItem }[], void, undefined> {
  const raw = FIELDS.map((field, index) => `${rawText(source.columns.get(field))} AS raw${index}`);
  const names = FIELDS.map((_field, index) => `raw${index}`).join(', ');
  const sql = parquetSql(source, rules).replace('SELECT ', `SELECT ${raw.join(', ')}, `);
  for await (const chunk of database.stream(`SELECT f::INTEGER, line, ${names} FROM (${sql}) WHERE ${UNSOUND_SQL}`)) {
    const columns = Array.from({ length: FIELDS.length + 2 }, (_, column) => chunk.values(column));
    yield Array.from({ length: chunk.rows }, (_, row) => {
      const values = columns.map((column) => column[row] ?? null);
      return { file: Number(values[0]), item: judge(source, values, rules) };
    });
  }
}

/** Times as text formats write them: with microseconds, and with a zone only if the column has one. */
const ISO_FORMAT = '%Y-%m-%dT%H:%M:%S.%f';

function rawText(column: Column | undefined): string {
  if (column === undefined) return NO_TEXT;
  const name = identifier(column.name);
  if (column.type === 'TIMESTAMP WITH TIME ZONE') return `strftime(${name}, '${ISO_FORMAT}Z')`;
  if (NAIVE.test(column.type)) return `strftime(${name}::TIMESTAMP, '${ISO_FORMAT}')`;
  if (column.type === 'VARCHAR') return name;
  return `${name}::VARCHAR`;
}

function judge(source: ParquetSource, row: readonly SqlValue[], rules: TimeRules): ReadItem {
  const [f, line, ...values] = row;
  const file = source.files.find((candidate) => candidate.index === Number(f));
  const raw = values.map((value) => (value === null ? null : String(value)));
  const group = source.columns.has('group') ? null : (file?.group ?? null);
  const result = checkRecord(Number(line), raw, { ...rules, group });
  if ('event' in result) return result;
  return { problem: fieldProblem(result.fault, { file: file?.path ?? '', line: Number(line), column: null }) };
}
