/** The interface of an importer: the events of one file, row by row. */
import type { Signal } from '@steward/events';
import type { Bilingual } from '@steward/text';
import type { LogProblem } from '../problems/problem.ts';
import type { EventRow } from '../schema/fields.ts';
import type { UnknownColumn } from '../schema/headings.ts';
import type { TimeRules } from '../schema/time.ts';
import type { People } from './wechat/people.ts';

/** Reasons to skip records that belong in a log but are not events of a group. They are counted, never skipped silently. */
export type SkipReason = 'directMessage' | 'systemNotice' | 'noMember';

/** Reasons why an importer does not fully understand a record, so that what it may have said is uncertain. */
export type DoubtReason = 'unknownNotice' | 'unknownMedia';

export interface Doubt {
  reason: DoubtReason;
  /** 1-based line of the record. */
  line: number;
  /** What was not understood, as written in the file. */
  found: string;
}

/**
 * `shows`: signals that the file can show, reported once the reader sees evidence of it. `unknown`: columns of the file that are not read.
 */
export type ReadItem =
  | { event: EventRow }
  | { problem: LogProblem }
  | { skipped: SkipReason }
  | { doubt: Doubt }
  | { founded: { group: string; at: number } }
  | { shows: readonly Signal[] }
  | { unknown: readonly UnknownColumn[] };

export interface ReadContext extends TimeRules {
  /** The group of a file that names none: the file name without its extensions. */
  fileGroup: string;
  /** The people known from all files of the log: a notice in one may name people whose ids are in another. */
  people: People;
}

export interface Format {
  /** Its name for `--from`. */
  name: string;
  /**
   * Adds everyone in the file to `people`, before any file of the log is read. Leaves faults to `read`.
   * @throws LogError if the file cannot be read to its end
   */
  survey?(file: string, people: People): Promise<void>;
  /**
   * The file's events in file order, in blocks. A faulty record becomes a problem, and reading continues after it.
   * @throws LogError if the file cannot be read to its end
   */
  read(file: string, context: ReadContext): AsyncIterable<ReadItem[]>;
}

/** A format that another program exports; its folder in `formats/` has the same name. */
export interface ExportFormat extends Format {
  /** How messages and pages list it: `JSON and CSV of chatlog`. */
  about: Bilingual;
  /** Whether a file has this format. @param head beginning of the file @param first its first line that is not blank */
  matches(head: string, first: string): boolean;
  /** Its JSON is neither lines nor an array of records, so the importer itself judges JSON of any shape. */
  anyJson?: true;
}

/** Reports a message whose kind is unknown. @param found what the file calls it */
export function unknownMedia(line: number, found: string): ReadItem {
  return { doubt: { reason: 'unknownMedia', line, found } };
}
