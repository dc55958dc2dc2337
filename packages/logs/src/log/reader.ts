/** An opened log: one complete group at a time, as columns, whatever the format and size of its files. */
import type { GroupLog, LogInfo, Signal, TextPredicate } from '@steward/events';
import type { Bilingual } from '@steward/text';
import type { DoubtReason, SkipReason } from '../formats/format.ts';
import type { LogNote } from '../problems/column-problems.ts';
import type { LogProblem } from '../problems/problem.ts';

export interface OpenLogOptions {
  /** Files, folders (all logs directly in them) and glob patterns. */
  paths: readonly string[];
  /** Name of a format. Absent or `auto`: detected from name and content, file by file. */
  format?: string;
  /** Skip faulty rows and count them, instead of stopping at the first. */
  lenient?: boolean;
  /** Accept a log in which no event names a member; otherwise it is refused. */
  withoutMembers?: boolean;
  /** What the log can show; overrides formats and sidecars. */
  shows?: readonly Signal[];
  /** Time zone of times without one. A sidecar's takes precedence. */
  timezone?: string;
  /** Now, in milliseconds since 1970; events more than a day later are faults. Absent: the machine's clock. */
  now?: number;
  /** Memory for reading, in bytes; beyond it the reader uses temporary files. */
  memoryBytes?: number;
  /**
   * `database` is fast and bounded in memory but has native parts; `javascript` runs everywhere and keeps the whole log in
   * memory. Both give the same events. Absent: the database, if installed for this platform.
   */
  engine?: 'database' | 'javascript';
  /** Called now and then with the number of records read so far, starting from 0 in each pass over the log. */
  onProgress?: (records: number) => void;
}

/** Where an event is in the log. */
export interface EventPlace {
  /** Index into `info.files`. */
  file: number;
  line: number;
}

/** Id and text of an event, looked up for the few that are shown. */
export interface EventIdentity {
  id: string | null;
  /** The start of its text; null if it has none. */
  text: string | null;
}

export interface GroupName {
  group: string;
  groupName: string | null;
  events: number;
}

export interface SkippedRecords {
  reason: SkipReason;
  count: number;
  message: Bilingual;
}

/** Records that were read but not fully understood. */
export interface DoubtfulRecords {
  reason: DoubtReason;
  count: number;
  /** The first one; `found` quotes what was not understood. */
  example: { file: string; line: number; found: string };
  /** What is wrong, and what follows from it. */
  message: Bilingual;
}

export interface LogReader {
  info: LogInfo;
  /** Without duplicates and skipped records. */
  events: number;
  messages: number;
  /** Ordered by id (code points). */
  groupNames: GroupName[];
  /** The first hundred skipped faulty rows, by file and line. Empty unless `lenient`. */
  problems: LogProblem[];
  /** How many faulty rows were skipped. */
  problemCount: number;
  /** Records that are not events of a group, by reason. */
  skipped: SkippedRecords[];
  /** What is uncertain because of records that were not understood, by reason. */
  doubts: DoubtfulRecords[];
  /** Not faults, but worth knowing: ignored columns, for example. */
  notes: LogNote[];
  /** Events dropped because an earlier one has the same group and id. */
  duplicates: number;
  /** Duplicates whose time or kind differs from that of the event kept. */
  conflictingDuplicates: number;
  /** Format of each file, by position in `info.files`. */
  formats: string[];
  /** Each group once, ordered by id; with `only`, the groups of these ids. Bit b of `textBits` answers `predicates[b]`. */
  groups(predicates: readonly TextPredicate[], only?: readonly string[]): AsyncIterable<GroupLog>;
  /** The answers to other predicates for events in the order of `groups`. */
  textBits(
    predicates: readonly TextPredicate[],
    only?: readonly string[],
  ): AsyncIterable<{ group: string; textBits: Uint32Array[] }>;
  /** In the order of the references. @throws RangeError if there is no event at a place */
  identify(references: readonly EventPlace[]): Promise<EventIdentity[]>;
  /** Releases memory and temporary files. */
  close(): Promise<void>;
}
