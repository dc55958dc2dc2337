/** Opens a log. Reads (or, for Parquet, checks) every file once, so faults are known before anything is computed. */

import { tmpdir } from 'node:os';
import type { Signal } from '@steward/events';
import { type Calendar, calendarOf, isTimeZone } from '@steward/time';
import type { MembersByHash } from '../columns/group-log.ts';
import { plainHash } from '../columns/hash-sql.ts';
import { eventLayout, type Present } from '../columns/layout.ts';
import { Database } from '../database/database.ts';
import { UNSOUND_SQL } from '../database/flags.ts';
import { expandPaths } from '../input/paths.ts';
import { openInMemory } from '../javascript/open.ts';
import { noRoom, tooManyFiles, unknownZone } from '../problems/file-problems.ts';
import { LogError } from '../problems/problem.ts';
import type { Field } from '../schema/fields.ts';
import { latestMicros } from '../schema/time.ts';
import { countEvents, type DecodeContext, Decoder } from './decode.ts';
import { createTargets, NO_TEXTS, readGroupEntries, readMembers, readTexts } from './dictionaries.ts';
import { factsOf, nothingIn, type RowFacts, requireMembers, timesOf } from './facts.ts';
import { readGroups, readTextBits, type ScanContext } from './groups.ts';
import { identify } from './identify.ts';
import { type EventSource, type IngestOptions, type IngestResult, ingest, judgeUnsound } from './ingest.ts';
import type { LogReader, OpenLogOptions } from './reader.ts';
import { explaining, ReadingFaults } from './reading-faults.ts';

const DEFAULT_MEMORY = 512 << 20;
/** Shares of the memory given. Records take three times their share while they are dealt to groups; the rest is left to the database and the engine. */
const DATABASE_SHARE = 0.4;
const RECORDS_SHARE = 0.1;
/** The database needs this much to read a Parquet file. */
const LEAST_FOR_DATABASE = 128 << 20;

/** File numbers are 16 bits wide. */
const MOST_FILES = 65_535;

/** @throws LogError if a file cannot be read and, unless `lenient`, at the first faulty row */
export async function openLog(options: OpenLogOptions): Promise<LogReader> {
  const zone = zoneOf(options.timezone);
  const paths = await expandPaths(options.paths);
  const [first] = paths;
  if (first !== undefined && paths.length > MOST_FILES) throw new LogError([tooManyFiles(first, MOST_FILES)]);
  const onProgress = options.onProgress ?? (() => undefined);
  const settings: IngestOptions = {
    format: options.format ?? 'auto',
    lenient: options.lenient ?? false,
    withoutMembers: options.withoutMembers ?? false,
    zone,
    latest: latestMicros(options.now ?? Date.now()),
    onProgress,
  };
  const shows = options.shows ?? null;
  const engine = options.engine ?? ((await Database.isInstalled()) ? 'database' : 'javascript');
  if (engine === 'javascript') return openInMemory(paths, settings, shows);
  const memoryBytes = options.memoryBytes ?? DEFAULT_MEMORY;
  const database = await openDatabase(memoryBytes);
  const faults = new ReadingFaults(database);
  try {
    const ingested = await ingest(database, paths, settings, (path) => faults.watch(path));
    const limits = { shows, memoryBytes: memoryBytes * RECORDS_SHARE, onProgress };
    const reader = await readerOf(database, ingested, limits);
    faults.requireUnchanged();
    return explaining(reader, faults);
  } catch (error) {
    const explained = await faults.explained(error);
    database.close();
    throw explained;
  }
}

async function openDatabase(memoryBytes: number): Promise<Database> {
  try {
    return await Database.open(Math.max(memoryBytes * DATABASE_SHARE, LEAST_FOR_DATABASE));
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) throw new LogError([noRoom(tmpdir(), error.message)]);
    throw error;
  }
}

function zoneOf(name: string | undefined): Calendar | null {
  if (name === undefined) return null;
  if (!isTimeZone(name)) throw new LogError([unknownZone(name)]);
  return calendarOf(name);
}

interface ReaderOptions {
  shows: readonly Signal[] | null;
  memoryBytes: number;
  onProgress: (records: number) => void;
}

async function readerOf(database: Database, ingested: IngestResult, options: ReaderOptions): Promise<LogReader> {
  const { ingestion } = ingested;
  if (ingested.sources.length === 0) throw nothingIn(ingestion);
  await database.run(`CREATE VIEW ${ALL_ROWS} AS ${ingested.sources.map(({ sql }) => sql).join(' UNION ALL ')}`);
  const groups = await readGroupEntries(database, ALL_ROWS);
  const present = presentColumns(ingested);
  const members = present.member ? await readMembers(database, ALL_ROWS) : null;
  const memberNames = members?.severalNames ? await readTexts(database, ALL_ROWS, ['mem_name']) : NO_TEXTS;
  const labelColumns = [present.category ? 'category' : null, present.about ? 'about' : null];
  const labels = await readTexts(
    database,
    ALL_ROWS,
    labelColumns.filter((column) => column !== null),
  );
  const layout = eventLayout(
    { ...present, memberName: members?.severalNames ?? false },
    { group: groups.hash, member: members?.hash ?? plainHash, memberName: memberNames.hash, label: labels.hash },
  );
  const base: DecodeContext = { database, groups, memoryBytes: options.memoryBytes, onProgress: options.onProgress };

  const decoder = new Decoder(base, layout);
  for (const source of ingested.sources) await decoder.read(source);
  const judged = decoder.unsound > 0 ? await judgeUnsound(database, ingested.sources, ingestion) : null;
  if (judged !== null) await decoder.read(judged);
  const decoded = decoder.finish();
  const counts = countEvents(decoded);
  const events = counts.groups.reduce((sum, count) => sum + count, 0);
  if (events === 0) throw nothingIn(ingestion);
  requireMembers(ingestion, decoded.files);

  const sources = soundSources(ingested.sources, judged, decoder.unsound > 0);
  await database.run(`CREATE VIEW ${EVENTS} AS ${sources.join(' UNION ALL ')}`);
  const rows: RowFacts = {
    files: decoded.files,
    groups: groups.entries.map(({ group }) => group),
    filesOfGroup: decoded.filesOfGroup,
  };
  const context: ScanContext = {
    ...base,
    decoded,
    sources,
    dictionaries: { members: members ?? NO_MEMBERS, memberNames, labels },
    targets: present.target ? await createTargets(database, EVENTS, groups.entries.length) : null,
    hasDuplicates: counts.duplicates > 0,
    ...timesOf(ingestion, rows),
  };
  const names = groups.entries.map(({ group, groupName }, number) => ({
    group,
    groupName,
    events: counts.groups[number] ?? 0,
  }));
  return {
    ...factsOf(ingestion, rows, options.shows),
    events,
    messages: decoder.messages - counts.duplicateMessages,
    groupNames: names.filter((entry) => entry.events > 0),
    duplicates: counts.duplicates,
    conflictingDuplicates: counts.conflicting,
    groups: (predicates, only) => readGroups(context, predicates, only ?? null),
    textBits: (predicates, only) => readTextBits(context, predicates, only ?? null),
    identify: (references) => identify(database, EVENTS, references),
    close: async () => {
      decoded.partitions.close();
      database.close();
    },
  };
}

/** All rows that were read, and the events among them. */
const ALL_ROWS = 'stage.all_rows';
const EVENTS = 'stage.log';

function presentColumns({ sources, staged }: IngestResult): Omit<Present, 'memberName'> {
  const has = (field: Field): boolean => sources.some(({ parquet }) => parquet?.source.columns.has(field) ?? false);
  return {
    member: staged.member || has('member'),
    category: staged.category || has('category'),
    about: staged.about || has('about'),
    target: staged.target || has('target'),
    amount: staged.amount || has('amount'),
    id: staged.id || has('id'),
  };
}

const NO_MEMBERS: MembersByHash = {
  memberOf: () => {
    throw new Error('The log has no members');
  },
};

function soundSources(sources: readonly EventSource[], judged: EventSource | null, filter: boolean): string[] {
  const sound = sources.map(({ sql, parquet }) =>
    parquet === null || !filter ? sql : `SELECT * FROM (${sql}) WHERE NOT (${UNSOUND_SQL})`,
  );
  return judged === null ? sound : [...sound, judged.sql];
}
