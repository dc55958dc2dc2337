/** Opens a log: reads (or, for Parquet, judges) every file once, so that what is wrong is known before anything is computed. */
import { type LogInfo, SIGNALS, type Signal } from '@steward/events';
import { Database } from '../database/database.ts';
import type { SkipReason } from '../formats/format.ts';
import { expandPaths } from '../input/paths.ts';
import { emptyLog, tooManyFiles, unknownZone } from '../problems/file-problems.ts';
import { type Bilingual, LogError } from '../problems/problem.ts';
import { type Zone, zoneNamed } from '../schema/zone.ts';
import {
  createGroups,
  createMembers,
  type FileEntry,
  fileEntries,
  type GroupEntry,
  groupEntries,
  totals,
} from './catalog.ts';
import { dropDuplicates, withoutDropped } from './duplicates.ts';
import { readGroups, readTextBits, type ScanContext } from './groups.ts';
import { identify } from './identify.ts';
import { type Ingested, ingest, type LogFile } from './ingest.ts';
import type { LogReader, OpenLogOptions, Skipped } from './reader.ts';

const DEFAULT_MEMORY = 512 << 20;
/** Shares of the memory given: the rest is for what the database and the engine hold beside. */
const DATABASE_SHARE = 0.4;
const RECORDS_SHARE = 0.3;

/** File numbers are 16 bits wide. */
const MOST_FILES = 65_535;

/** @throws LogError for what cannot be read, and at the first faulty row unless `lenient` */
export async function openLog(options: OpenLogOptions): Promise<LogReader> {
  const zone = zoneOf(options.timezone);
  const paths = await expandPaths(options.paths);
  const [first] = paths;
  if (first !== undefined && paths.length > MOST_FILES) throw new LogError([tooManyFiles(first, MOST_FILES)]);
  const memoryBytes = options.memoryBytes ?? DEFAULT_MEMORY;
  const database = await Database.open(memoryBytes * DATABASE_SHARE);
  try {
    const onProgress = options.onProgress ?? (() => undefined);
    const ingested = await ingest(database, paths, {
      format: options.format ?? 'auto',
      lenient: options.lenient ?? false,
      zone,
      onProgress,
    });
    return await readerOf(database, ingested, {
      shows: options.shows ?? null,
      memoryBytes: memoryBytes * RECORDS_SHARE,
      onProgress,
    });
  } catch (error) {
    database.close();
    throw error;
  }
}

function zoneOf(name: string | undefined): Zone | null {
  if (name === undefined) return null;
  const zone = zoneNamed(name);
  if (zone === null) throw new LogError([unknownZone(name)]);
  return zone;
}

interface ReaderOptions {
  shows: readonly Signal[] | null;
  memoryBytes: number;
  onProgress: (records: number) => void;
}

async function readerOf(database: Database, ingested: Ingested, options: ReaderOptions): Promise<LogReader> {
  const { files } = ingested;
  const duplicates = await dropDuplicates(database, ingested.events);
  const events = duplicates.dropped > 0 ? withoutDropped(ingested.events) : ingested.events;
  const total = await totals(database);
  const [firstFile] = files;
  if (total.events === 0 && firstFile !== undefined) {
    throw new LogError(ingested.problems.length > 0 ? ingested.problems : [emptyLog(firstFile.path)]);
  }
  await createGroups(database);
  await createMembers(database, events);
  const entries = await fileEntries(database);
  const groups = await groupEntries(database, events);
  const context: ScanContext = {
    database,
    events,
    groups,
    covers: coversOf(files, entries, groups),
    present: total.present,
    memoryBytes: options.memoryBytes,
    onProgress: options.onProgress,
  };
  const info: LogInfo = {
    files: files.map((file) => file.path),
    shows: showsOf(files, entries, options.shows),
    complete: false,
  };
  return {
    info,
    events: total.events,
    messages: total.messages,
    groupNames: groups.map(({ group, groupName, events: count }) => ({ group, groupName, events: count })),
    problems: ingested.problems,
    problemCount: ingested.problemCount,
    skipped: [...ingested.skipped].map(
      ([reason, count]): Skipped => ({ reason, count, message: SKIP_MESSAGES[reason] }),
    ),
    duplicates: duplicates.dropped,
    conflictingDuplicates: duplicates.conflicting,
    formats: files.map((file) => file.format),
    groups: (predicates, only) => readGroups(context, predicates, only ?? null),
    textBits: (predicates, only) => readTextBits(context, predicates, only ?? null),
    identify: (references) => identify(database, events, references),
    close: async () => database.close(),
  };
}

const SKIP_MESSAGES: Readonly<Record<SkipReason, Bilingual>> = {
  directMessage: { en: 'messages between two people, outside any group', zh: '条两人之间的消息,不属于任何群' },
  systemNotice: { en: 'system notices that say nothing about members', zh: '条与成员无关的系统提示' },
  noMember: { en: 'notices that do not say whom they are about', zh: '条未说明对象的通知' },
};

/** What the user says; else, file by file, what its sidecar says, what its format says, or the kinds that occur. */
function showsOf(files: readonly LogFile[], entries: readonly FileEntry[], given: readonly Signal[] | null): Signal[] {
  if (given !== null) return SIGNALS.filter((signal) => given.includes(signal));
  const shown = new Set<Signal>();
  for (const file of files) {
    const occurring = entries.find((entry) => entry.file === file.index)?.kinds ?? [];
    // What a format says goes before what occurs: WeChat shows who was removed, but not who left.
    const said = file.sidecar?.shows ?? (file.shows.size > 0 ? file.shows : occurring);
    for (const signal of said) shown.add(signal);
  }
  return SIGNALS.filter((signal) => shown.has(signal));
}

/** By group number: from the first event of any group in the group's files to the last of the whole log, or as sidecars say. */
function coversOf(
  files: readonly LogFile[],
  entries: readonly FileEntry[],
  groups: readonly GroupEntry[],
): { from: number; to: number }[] {
  const from = new Map<number, number>();
  let to = Number.NEGATIVE_INFINITY;
  for (const entry of entries) {
    const said = files[entry.file]?.sidecar?.covers ?? { from: null, to: null };
    from.set(entry.file, said.from ?? entry.first);
    to = Math.max(to, said.to ?? entry.last);
  }
  return groups.map((group) => ({
    from: Math.min(...group.files.map((file) => from.get(file) ?? to)),
    to,
  }));
}
