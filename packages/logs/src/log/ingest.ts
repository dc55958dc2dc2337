/** Reads the files of a log into the database: text through importers, Parquet directly. */
import type { Signal } from '@steward/events';
import type { Database } from '../database/database.ts';
import { EVENT_COLUMNS, Stage, type StagedColumns, stageTable } from '../database/staging.ts';
import { type Reading, readingOf } from '../formats/detect.ts';
import type { Doubt, DoubtReason, Format, ReadItem, SkipReason } from '../formats/format.ts';
import { People } from '../formats/wechat/people.ts';
import { isGb18030 } from '../input/bytes.ts';
import { fileTitle } from '../input/paths.ts';
import { fieldProblem } from '../problems/field-problems.ts';
import { zerosInIds } from '../problems/id-problems.ts';
import { LogError, type LogProblem } from '../problems/problem.ts';
import { type EventRow, ID_FIELDS } from '../schema/fields.ts';
import type { UnknownColumn } from '../schema/headings.ts';
import { IdColumn } from '../schema/ids.ts';
import { eventFault } from '../schema/record.ts';
import type { TimeRules } from '../schema/time.ts';
import { readSidecar, type Sidecar } from '../sidecar.ts';
import { type ParquetSource, parquetSources, parquetSql, unsoundRows } from '../sources/parquet.ts';
import { Identities } from './identity.ts';

export interface IngestOptions extends TimeRules {
  format: string;
  lenient: boolean;
  /** Accept a log without members. */
  withoutMembers: boolean;
  onProgress: (records: number) => void;
}

/** A file of the log, and what is known before its events are read. */
export interface LogFile {
  path: string;
  index: number;
  sidecar: Sidecar | null;
  format: string;
  /** Signals its format can show, even if none occur. */
  shows: Set<Signal>;
  /** Kinds of records its format does not understand. */
  doubts: Set<DoubtReason>;
  /** Makes ids for events without one; null for a log of one file, and for Parquet, which is too large and never a chat export. */
  identities: Identities | null;
  /** Whether it is a chat export, and whether any message in it has an id. */
  isChat: boolean;
  hasIds: boolean;
  /** Unknown columns, which are ignored. */
  unknown: readonly UnknownColumn[];
  /** Whether its text was guessed to be GB18030. */
  isGb18030: boolean;
  /** Its ids, by ID_FIELDS; null for Parquet, which no spreadsheet saves. */
  idColumns: readonly IdColumn[] | null;
}

/** Records not understood, for one reason. */
export interface Doubts {
  count: number;
  /** The first of them. */
  first: Doubt;
  file: string;
}

export interface IngestResult {
  /** Files, problems and counts. Still grows when rows are checked later. */
  ingestion: Ingestion;
  sources: EventSource[];
  /** Which optional columns the staged events have. */
  staged: StagedColumns;
}

/** How many faulty rows are quoted; the rest are only counted. */
const QUOTED_PROBLEMS = 100;
const PROGRESS_EVERY = 100_000;

/**
 * Reads text files. Parquet files become sources, read when the log is scanned.
 * @param onParquet called with the path of each Parquet file
 * @throws LogError at the first faulty row unless `lenient`, and for files that cannot be read
 */
export async function ingest(
  database: Database,
  paths: readonly string[],
  options: IngestOptions,
  onParquet: (path: string) => void,
): Promise<IngestResult> {
  const ingestion = new Ingestion(options);
  const stage = await Stage.create(database, 'events');
  const parquet: LogFile[] = [];
  await ingestion.readFiles(paths, stage, (file) => {
    parquet.push(file);
    onParquet(file.path);
    return Promise.resolve();
  });
  stage.finish();
  return {
    ingestion,
    sources: await eventSources(database, stage.rows > 0, parquet, ingestion),
    staged: stage.present,
  };
}

/** Receives checked events. */
export interface EventSink {
  append(file: number, event: EventRow): void;
}

export class Ingestion {
  readonly options: IngestOptions;
  readonly files: LogFile[] = [];
  readonly problems: LogProblem[] = [];
  readonly skipped = new Map<SkipReason, number>();
  readonly doubts = new Map<DoubtReason, Doubts>();
  /** When each group's own founding notice was sent, in microseconds. */
  readonly founded = new Map<string, number>();
  readonly #people = new People();
  problemCount = 0;
  #records = 0;
  #toldAt = 0;

  constructor(options: IngestOptions) {
    this.options = options;
  }

  /** Text files go to the sink, in order; Parquet files to their own reader. */
  async readFiles(
    paths: readonly string[],
    sink: EventSink,
    readParquet: (file: LogFile) => Promise<void>,
  ): Promise<void> {
    const { format, zone } = this.options;
    const readings: Reading[] = [];
    for (const [index, path] of paths.entries()) {
      const sidecar = await readSidecar(path, zone);
      const reading = await readingOf(path, format === 'auto' ? (sidecar?.format ?? 'auto') : format);
      const name = reading.kind === 'parquet' ? 'parquet' : reading.format.name;
      readings.push(reading);
      const identities = paths.length > 1 && reading.kind === 'text' ? new Identities(reading.format) : null;
      this.files.push({
        path,
        index,
        sidecar,
        format: name,
        shows: new Set(),
        doubts: new Set(),
        unknown: [],
        identities,
        isChat: reading.kind === 'text' && reading.format.survey !== undefined,
        hasIds: false,
        isGb18030: reading.kind === 'text' && (await isGb18030(path).catch(() => false)),
        idColumns: reading.kind === 'text' ? ID_FIELDS.map(() => new IdColumn()) : null,
      });
      if (reading.kind === 'text') await this.#survey(path, reading.format);
    }
    for (const [index, reading] of readings.entries()) {
      const file = this.files[index];
      if (file === undefined) continue;
      if (reading.kind === 'parquet') await readParquet(file);
      else await this.readText(sink, file, reading.format);
    }
  }

  async #survey(path: string, format: Format): Promise<void> {
    try {
      await format.survey?.(path, this.#people);
    } catch (error) {
      // The actual read reports what is wrong with the file.
      if (!(error instanceof LogError)) throw error;
    }
  }

  async readText(sink: EventSink, file: LogFile, format: Format): Promise<void> {
    const context = { ...this.rulesOf(file), fileGroup: fileTitle(file.path), people: this.#people };
    try {
      for await (const items of format.read(file.path, context)) this.take(sink, file, items);
    } catch (error) {
      // When faults are skipped, a truncated file is read up to the break, which is reported.
      if (!(error instanceof LogError) || !this.options.lenient || !error.problems.every(breaksOff)) throw error;
      for (const problem of error.problems) this.fault(problem);
    }
    if (!this.options.lenient) requireWholeIds(file);
  }

  take(sink: EventSink, file: LogFile, items: readonly ReadItem[]): void {
    for (const item of items) {
      if ('event' in item) this.#takeEvent(sink, file, item.event);
      else if ('problem' in item) this.fault(item.problem);
      else if ('skipped' in item) this.skipped.set(item.skipped, (this.skipped.get(item.skipped) ?? 0) + 1);
      else if ('doubt' in item) this.#doubt(file, item.doubt);
      else if ('founded' in item) this.#found(item.founded);
      else if ('unknown' in item) file.unknown = item.unknown;
      else for (const signal of item.shows) file.shows.add(signal);
    }
    this.#records += items.length;
    if (this.#records - this.#toldAt < PROGRESS_EVERY) return;
    this.#toldAt = this.#records;
    this.options.onProgress(this.#records);
  }

  #doubt(file: LogFile, doubt: Doubt): void {
    file.doubts.add(doubt.reason);
    const known = this.doubts.get(doubt.reason);
    if (known === undefined) this.doubts.set(doubt.reason, { count: 1, first: doubt, file: file.path });
    else known.count += 1;
  }

  #found({ group, at }: { group: string; at: number }): void {
    this.founded.set(group, Math.min(at, this.founded.get(group) ?? at));
  }

  #takeEvent(sink: EventSink, file: LogFile, event: EventRow): void {
    const fault = eventFault(event, this.rulesOf(file).latest);
    if (file.idColumns !== null) noteIds(file.idColumns, event);
    if (event.id === null) event.id = file.identities?.idOf(event) ?? null;
    else file.hasIds = true;
    if (fault === null) sink.append(file.index, event);
    else this.fault(fieldProblem(fault, { file: file.path, line: event.line, column: null }));
  }

  /** How the times of a file are read. A sidecar applies to its own file; if it covers future days, times in them are intended. */
  rulesOf(file: LogFile): TimeRules {
    const latest = Math.max(this.options.latest, file.sidecar?.covers.to ?? 0);
    return { zone: file.sidecar?.zone ?? this.options.zone, latest };
  }

  fault(problem: LogProblem): void {
    if (!this.options.lenient) throw new LogError([problem]);
    this.problemCount += 1;
    if (this.problems.length < QUOTED_PROBLEMS) this.problems.push(problem);
  }
}

function noteIds(columns: readonly IdColumn[], event: EventRow): void {
  for (const [index, column] of columns.entries()) {
    const id = event[ID_FIELDS[index] ?? 'id'];
    if (id !== null) column.add(id, event.line);
  }
}

/** @throws LogError for a column of ids whose last digits are lost */
function requireWholeIds({ path, idColumns }: LogFile): void {
  for (const [index, column] of (idColumns ?? []).entries()) {
    const { rounded } = column;
    if (rounded === null) continue;
    const place = { file: path, line: rounded.line, column: null };
    throw new LogError([zerosInIds(ID_FIELDS[index] ?? 'id', rounded.id, place, true)]);
  }
}

function breaksOff(problem: LogProblem): boolean {
  return problem.code === 'truncated' || problem.code === 'corrupt';
}

/** A part of the log that one query reads, in row order. */
export interface EventSource {
  /** SQL with the columns of EVENT_COLUMNS; for Parquet, including unsound rows. */
  sql: string;
  /** Null for staged rows, which are sound. */
  parquet: { source: ParquetSource; rules: TimeRules } | null;
}

async function eventSources(
  database: Database,
  staged: boolean,
  parquet: readonly LogFile[],
  ingestion: Ingestion,
): Promise<EventSource[]> {
  const columns = EVENT_COLUMNS.join(', ');
  const sources: EventSource[] = staged
    ? [{ sql: `SELECT ${columns} FROM ${stageTable('events')}`, parquet: null }]
    : [];
  const keyOf = ({ zone, latest }: TimeRules): string => `${zone?.timezone ?? ''} ${latest}`;
  const rulesByKey = new Map(parquet.map((file) => ingestion.rulesOf(file)).map((rules) => [keyOf(rules), rules]));
  for (const [key, rules] of rulesByKey) {
    const files = parquet.filter((file) => keyOf(ingestion.rulesOf(file)) === key);
    const named = files.map((file) => ({ index: file.index, path: file.path, group: fileTitle(file.path) }));
    for (const source of await parquetSources(database, named)) {
      for (const { index } of source.files) {
        const read = ingestion.files[index];
        if (read !== undefined) read.unknown = source.unknown;
      }
      sources.push({ sql: parquetSql(source, rules), parquet: { source, rules } });
    }
  }
  return sources;
}

/**
 * Rows of Parquet files that the database could not take as they are, checked like rows of any other format.
 * @returns the source of those that turn out to be events; null if none do
 */
export async function judgeUnsound(
  database: Database,
  sources: readonly EventSource[],
  ingestion: Ingestion,
): Promise<EventSource | null> {
  const stage = await Stage.create(database, 'judged');
  for (const { parquet } of sources) {
    if (parquet === null) continue;
    for await (const rows of unsoundRows(database, parquet.source, parquet.rules)) {
      for (const { file, item } of rows) {
        const read = ingestion.files[file];
        if (read !== undefined) ingestion.take(stage, read, [item]);
      }
    }
  }
  stage.finish();
  if (stage.rows === 0) return null;
  return { sql: `SELECT ${EVENT_COLUMNS.join(', ')} FROM ${stageTable('judged')}`, parquet: null };
}
