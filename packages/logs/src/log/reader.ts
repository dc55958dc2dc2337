/** What an opened log offers: one complete group at a time, as columns, whatever the format and size of its files. */
import type { GroupLog, LogInfo, Signal, TextPredicate } from '@steward/events';
import type { Bilingual } from '@steward/text';
import type { DoubtReason, SkipReason } from '../formats/format.ts';
import type { LogNote } from '../problems/column-problems.ts';
import type { LogProblem } from '../problems/problem.ts';

export interface OpenLogOptions {
  /** Files, folders (all logs directly in them) and glob patterns. */
  paths: readonly string[];
  /** Name of a format; absent or `auto`: told from name and content, file by file. */
  format?: string;
  /** Skip faulty rows and count them, instead of stopping at the first. */
  lenient?: boolean;
  /** Take a log in which no event says whose it is; else it is refused. */
  withoutMembers?: boolean;
  /** What the log can show, whatever its formats and sidecars say. */
  shows?: readonly Signal[];
  /** Zone of times that say none. A sidecar's goes before. */
  timezone?: string;
  /** The present, milliseconds since the epoch: events more than a day later are faults. Absent: the machine's clock. */
  now?: number;
  /** Memory that reading may take, bytes: past it the reader works from temporary files. */
  memoryBytes?: number;
  /**
   * What reads: `database` is quick and bounded in memory, but has native parts; `javascript` runs everywhere and keeps the whole log in
   * memory. Both give the same. Absent: the database, where it is installed for this platform.
   */
  engine?: 'database' | 'javascript';
  /** Told now and then, with the number of records read so far (of each pass over the log from the start). */
  onProgress?: (records: number) => void;
}

/** Where an event stands, as the engine's references name it. */
export interface EventPlace {
  /** Index into `info.files`. */
  file: number;
  line: number;
}

/** What an event says, for the few that somebody looks at. */
export interface EventIdentity {
  id: string | null;
  /** The beginning of its text; null where it has none. */
  text: string | null;
}

export interface GroupName {
  group: string;
  groupName: string | null;
  events: number;
}

export interface Skipped {
  reason: SkipReason;
  count: number;
  message: Bilingual;
}

/** Records that were read and not fully understood. */
export interface Doubted {
  reason: DoubtReason;
  count: number;
  /** The first of them: `found` is what was not understood, quoted. */
  example: { file: string; line: number; found: string };
  /** What is the matter with one of them, and what follows. */
  message: Bilingual;
}

export interface LogReader {
  info: LogInfo;
  /** Without duplicates and what was skipped. */
  events: number;
  messages: number;
  /** Ordered by id (code points). */
  groupNames: GroupName[];
  /** Faulty rows that were skipped, in order of file and line: the first hundred. Empty unless `lenient`. */
  problems: LogProblem[];
  /** How many faulty rows were skipped. */
  problemCount: number;
  /** Records that are rightly no events of a group, by reason. */
  skipped: Skipped[];
  /** What is not certain because of records that were not understood, by reason. */
  doubts: Doubted[];
  /** What is not wrong, but ought to be known: columns that are not read. */
  notes: LogNote[];
  /** Events dropped because another of the same group and id stands before them. */
  duplicates: number;
  /** Those of the duplicates that differ from the one kept in time or kind. */
  conflictingDuplicates: number;
  /** Name of each file's format, by position in `info.files`. */
  formats: string[];
  /** Each group once, ordered by id; with `only`, the groups of these ids. Bit b of `textBits` answers `predicates[b]`. */
  groups(predicates: readonly TextPredicate[], only?: readonly string[]): AsyncIterable<GroupLog>;
  /** The answers to other predicates for events in the order of `groups`. */
  textBits(
    predicates: readonly TextPredicate[],
    only?: readonly string[],
  ): AsyncIterable<{ group: string; textBits: Uint32Array[] }>;
  /** In the order of the references. @throws RangeError for a place where no event stands */
  identify(references: readonly EventPlace[]): Promise<EventIdentity[]>;
  /** Gives memory and temporary files back. */
  close(): Promise<void>;
}
