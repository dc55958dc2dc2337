/** What every importer gives: events, row by row, from one file of its format. */
import type { Signal } from '@steward/events';
import type { Bilingual } from '@steward/text';
import type { LogProblem } from '../problems/problem.ts';
import type { EventRow } from '../schema/fields.ts';
import type { UnknownColumn } from '../schema/headings.ts';
import type { TimeRules } from '../schema/time.ts';
import type { People } from './wechat/people.ts';

/** Records that a log rightly has but that are no events of a group; counted, never in silence. */
export type SkipReason = 'directMessage' | 'systemNotice' | 'noMember';

/** Records that an importer does not fully understand: what they may have told is not certain. */
export type DoubtReason = 'unknownNotice' | 'unknownMedia';

export interface Doubt {
  reason: DoubtReason;
  /** 1-based line of the record. */
  line: number;
  /** What was not understood, as the file writes it. */
  found: string;
}

/**
 * `shows`: signals that the file can show, told when the reader meets what shows them. `unknown`: columns of the file that are not read.
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
  /** The group of a file that names none: the file's name without its endings. */
  fileGroup: string;
  /** Whom all files of the log know: a notice of one names people whose ids stand in another. */
  people: People;
}

export interface Format {
  /** As `--from` names it. */
  name: string;
  /**
   * Tells `people` of everybody in the file, before any file of the log is read. A fault is left to `read`.
   * @throws LogError if the file cannot be read to its end
   */
  survey?(file: string, people: People): Promise<void>;
  /**
   * Events of the file in its own order, in blocks. A faulty record is a problem and reading goes on behind it.
   * @throws LogError if the file cannot be read to its end
   */
  read(file: string, context: ReadContext): AsyncIterable<ReadItem[]>;
}

/** What another program exports; its folder in `formats/` has its name. */
export interface ExportFormat extends Format {
  /** What is read, as messages and pages list it: `JSON and CSV of chatlog`. */
  about: Bilingual;
  /** Whether a file is in this format. @param head beginning of the file @param first its first line that is not blank */
  matches(head: string, first: string): boolean;
  /** Its JSON is neither lines nor an array of records, so that JSON of any shape is its own to judge. */
  anyJson?: true;
}

/** Tells of a message that is of some kind, nobody here knows of which. @param found what the file calls it */
export function unknownMedia(line: number, found: string): ReadItem {
  return { doubt: { reason: 'unknownMedia', line, found } };
}
