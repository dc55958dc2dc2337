/** Reads the files of a log into the database: text through its importers, Parquet by the database itself. */
import type { Signal } from '@steward/events';
import type { Database } from '../database/database.ts';
import { createStageTable, EVENT_COLUMNS, STAGE_TABLE, Stage } from '../database/staging.ts';
import { readingOf } from '../formats/detect.ts';
import type { Format, ReadItem, SkipReason } from '../formats/format.ts';
import { fileTitle } from '../input/paths.ts';
import { LogError, type LogProblem } from '../problems/problem.ts';
import type { Zone } from '../schema/zone.ts';
import { readSidecar, type Sidecar } from '../sidecar.ts';
import { type ParquetSource, parquetFault, parquetSources, parquetSql, uncleanRows } from '../sources/parquet.ts';
import { addToCatalog, CATALOG_TABLE, createCatalog } from './catalog.ts';

export interface IngestOptions {
  format: string;
  lenient: boolean;
  zone: Zone | null;
  onProgress: (records: number) => void;
}

/** A file of the log, and what is known of it beforehand. */
export interface LogFile {
  path: string;
  index: number;
  sidecar: Sidecar | null;
  format: string;
  /** What its reader says that it can show, beside what occurs. */
  shows: Set<Signal>;
}

export interface Ingested {
  files: LogFile[];
  /** SQL of the table of all events. */
  events: string;
  problems: LogProblem[];
  problemCount: number;
  skipped: Map<SkipReason, number>;
}

/** Faulty rows that are quoted; the rest are only counted. */
const QUOTED_PROBLEMS = 100;
const PROGRESS_EVERY = 100_000;

/** @throws LogError at the first faulty row unless `lenient`; always for files that cannot be read */
export async function ingest(database: Database, paths: readonly string[], options: IngestOptions): Promise<Ingested> {
  await createStageTable(database);
  await createCatalog(database);
  const ingestion = new Ingestion(options);
  const stage = await Stage.create(database);
  const parquet: LogFile[] = [];
  for (const [index, path] of paths.entries()) {
    const sidecar = await readSidecar(path, options.zone);
    const reading = await readingOf(path, options.format === 'auto' ? (sidecar?.format ?? 'auto') : options.format);
    if (reading.kind === 'parquet') {
      parquet.push(ingestion.add({ path, index, sidecar, format: 'parquet', shows: new Set() }));
      continue;
    }
    const { format } = reading;
    await ingestion.readText(
      stage,
      ingestion.add({ path, index, sidecar, format: format.name, shows: new Set() }),
      format,
    );
  }
  const sources = await ingestParquet(database, stage, parquet, ingestion);
  stage.finish();
  await addToCatalog(database, `SELECT *, true AS clean FROM ${STAGE_TABLE}`);
  return {
    files: ingestion.files,
    events: await eventsTable(database, sources, stage.rows > 0),
    problems: ingestion.problems,
    problemCount: ingestion.problemCount,
    skipped: ingestion.skipped,
  };
}

class Ingestion {
  readonly options: IngestOptions;
  readonly files: LogFile[] = [];
  readonly problems: LogProblem[] = [];
  readonly skipped = new Map<SkipReason, number>();
  problemCount = 0;
  #records = 0;
  #toldAt = 0;

  constructor(options: IngestOptions) {
    this.options = options;
  }

  add(file: LogFile): LogFile {
    this.files.push(file);
    return file;
  }

  async readText(stage: Stage, file: LogFile, format: Format): Promise<void> {
    const context = { zone: file.sidecar?.zone ?? this.options.zone, fileGroup: fileTitle(file.path) };
    try {
      for await (const items of format.read(file.path, context)) this.take(stage, file, items);
    } catch (error) {
      // A file that breaks off is read up to there when faults are to be skipped, and the break is reported.
      if (!(error instanceof LogError) || !this.options.lenient || !error.problems.every(breaksOff)) throw error;
      for (const problem of error.problems) this.fault(problem);
    }
  }

  take(stage: Stage, file: LogFile, items: readonly ReadItem[]): void {
    for (const item of items) {
      if ('event' in item) stage.append(file.index, item.event);
      else if ('problem' in item) this.fault(item.problem);
      else if ('skipped' in item) this.skipped.set(item.skipped, (this.skipped.get(item.skipped) ?? 0) + 1);
      else for (const signal of item.shows) file.shows.add(signal);
    }
    this.#records += items.length;
    if (this.#records - this.#toldAt < PROGRESS_EVERY) return;
    this.#toldAt = this.#records;
    this.options.onProgress(this.#records);
  }

  fault(problem: LogProblem): void {
    if (!this.options.lenient) throw new LogError([problem]);
    this.problemCount += 1;
    if (this.problems.length < QUOTED_PROBLEMS) this.problems.push(problem);
  }
}

function breaksOff(problem: LogProblem): boolean {
  return problem.code === 'truncated' || problem.code === 'corrupt';
}

/** SQL of each Parquet source's sound rows; its other rows are judged one by one and staged. */
async function ingestParquet(
  database: Database,
  stage: Stage,
  files: readonly LogFile[],
  ingestion: Ingestion,
): Promise<string[]> {
  const named = files.map((file) => ({ index: file.index, path: file.path, group: fileTitle(file.path) }));
  const sql: string[] = [];
  for (const source of await parquetSources(database, named)) {
    const zone = files.find((file) => file.index === source.files[0]?.index)?.sidecar?.zone ?? ingestion.options.zone;
    sql.push(await ingestSource(database, stage, source, zone, ingestion));
  }
  return sql;
}

async function ingestSource(
  database: Database,
  stage: Stage,
  source: ParquetSource,
  zone: Zone | null,
  ingestion: Ingestion,
): Promise<string> {
  const sql = parquetSql(source, zone);
  await parquetFault(source.files[0]?.path ?? '', () => addToCatalog(database, sql));
  const [unclean = []] = await database.rows(`SELECT count(*) FROM ${CATALOG_TABLE} WHERE NOT clean`);
  const columns = EVENT_COLUMNS.join(', ');
  if (Number(unclean[0]) === 0) return `SELECT ${columns} FROM (${sql})`;

  for await (const rows of uncleanRows(database, source, zone)) {
    for (const { file, item } of rows) {
      const read = ingestion.files[file];
      if (read !== undefined) ingestion.take(stage, read, [item]);
    }
  }
  await database.run(`DELETE FROM ${CATALOG_TABLE} WHERE NOT clean`);
  return `SELECT ${columns} FROM (${sql}) WHERE clean`;
}

async function eventsTable(database: Database, sources: readonly string[], staged: boolean): Promise<string> {
  const columns = EVENT_COLUMNS.join(', ');
  const parts = staged || sources.length === 0 ? [`SELECT ${columns} FROM ${STAGE_TABLE}`, ...sources] : sources;
  await database.run(`CREATE VIEW stage.log AS ${parts.join(' UNION ALL ')}`);
  return 'stage.log';
}
