/**
 * The single scan that turns a log into records by group. It checks the rows of Parquet files, counts, and finds what the log shows
 * and covers. Memory holds the dictionaries and one partition; the rest stays in files.
 */
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { SIGNALS, type Signal } from '@steward/events';
import { type EventLayout, type Layout, scanSql } from '../columns/layout.ts';
import { wide, withoutDuplicates } from '../columns/order.ts';
import {
  type GroupRange,
  Partitions,
  partitionGroups,
  type RecordVisitor,
  recordsOfGroup,
  Scratch,
} from '../columns/partitions.ts';
import type { Database } from '../database/database.ts';
import { isUnsound, kindOf, roleOf } from '../database/flags.ts';
import { MESSAGE, showsStanding } from '../schema/fields.ts';
import type { Groups } from './dictionaries.ts';
import type { EventSource } from './ingest.ts';

/** What the scan saw in one file. */
export interface FileFacts {
  events: number;
  /** Microseconds of its first and last event. */
  first: number;
  last: number;
  kinds: Signal[];
  /** Whether any event names its member. */
  members: boolean;
  /** Whether any event has the role `member`, `staff` or `owner`. */
  roles: boolean;
}

export interface DecodedLog {
  layout: EventLayout;
  partitions: Partitions;
  /** Files of every group, by group number. */
  filesOfGroup: Set<number>[];
  /** By file; undefined if the file has no events. */
  files: (FileFacts | undefined)[];
}

export interface DecodeContext {
  database: Database;
  groups: Groups;
  /** For records, bytes. */
  memoryBytes: number;
  onProgress: (records: number) => void;
}

export function newPartitions(
  context: DecodeContext,
  layout: Layout,
  counts: readonly number[],
  ranges?: readonly GroupRange[],
): Partitions {
  const folder = mkdtempSync(join(context.database.folder.path, 'scan-'));
  const cut = ranges ?? partitionGroups(counts, layout.words, context.memoryBytes);
  return new Partitions(layout, cut, context.groups.index, folder);
}

export class Decoder {
  readonly #context: DecodeContext;
  readonly #layout: EventLayout;
  readonly #partitions: Partitions;
  readonly #filesOfGroup: Set<number>[];
  readonly #lastFile: Int32Array;
  readonly #first: number[] = [];
  readonly #last: number[] = [];
  readonly #kinds: number[] = [];
  readonly #roles: boolean[] = [];
  readonly #events: number[] = [];
  readonly #members: boolean[] = [];
  /** Rows to check one by one. */
  unsound = 0;
  messages = 0;

  constructor(context: DecodeContext, layout: EventLayout) {
    const { entries } = context.groups;
    this.#context = context;
    this.#layout = layout;
    this.#partitions = newPartitions(
      context,
      layout,
      entries.map((entry) => entry.rows),
    );
    this.#filesOfGroup = entries.map(() => new Set());
    this.#lastFile = new Int32Array(entries.length).fill(-1);
  }

  async read(source: EventSource): Promise<void> {
    const { database, groups, onProgress } = this.#context;
    const visit: RecordVisitor = (records, start, group) => this.#visit(records, start, group);
    let records = 0;
    for await (const chunk of database.stream(scanSql(this.#layout, groups.hash, `(${source.sql})`))) {
      this.#partitions.push(chunk, visit);
      records += chunk.rows;
      onProgress(records);
    }
  }

  finish(): DecodedLog {
    return {
      layout: this.#layout,
      partitions: this.#partitions,
      filesOfGroup: this.#filesOfGroup,
      files: Array.from(this.#events, (events, file) => this.#facts(file, events)),
    };
  }

  #hasMember(records: Uint32Array, start: number): boolean {
    const { member } = this.#layout;
    if (member < 0) return false;
    return records[start + member] !== 0 || records[start + member + 1] !== 0;
  }

  #facts(file: number, events: number | undefined): FileFacts | undefined {
    if (events === undefined) return undefined;
    const kinds = this.#kinds[file] ?? 0;
    return {
      events,
      first: this.#first[file] ?? 0,
      last: this.#last[file] ?? 0,
      members: this.#members[file] ?? false,
      kinds: SIGNALS.filter((_signal, index) => ((kinds >> index) & 1) === 1),
      roles: this.#roles[file] ?? false,
    };
  }

  #visit(records: Uint32Array, start: number, group: number): boolean {
    const word = records[start + this.#layout.flags] ?? 0;
    if (isUnsound(word)) {
      this.unsound += 1;
      return false;
    }
    const file = word >>> 16;
    const ts = wide(records, start + this.#layout.ts);
    const kind = kindOf(word);
    if (kind === MESSAGE) this.messages += 1;
    if (showsStanding(roleOf(word))) this.#roles[file] = true;
    const events = this.#events[file];
    if (events === undefined) {
      this.#events[file] = 1;
      this.#first[file] = ts;
      this.#last[file] = ts;
      this.#kinds[file] = 1 << kind;
    } else {
      this.#events[file] = events + 1;
      if (ts < (this.#first[file] ?? 0)) this.#first[file] = ts;
      if (ts > (this.#last[file] ?? 0)) this.#last[file] = ts;
      this.#kinds[file] = (this.#kinds[file] ?? 0) | (1 << kind);
    }
    if (!this.#members[file] && this.#hasMember(records, start)) this.#members[file] = true;
    if (this.#lastFile[group] !== file) {
      this.#lastFile[group] = file;
      this.#filesOfGroup[group]?.add(file);
    }
    return true;
  }
}

export interface Counts {
  /** By group number, without duplicates. */
  groups: number[];
  duplicates: number;
  duplicateMessages: number;
  conflicting: number;
}

/** Counts the events of every group without duplicates. */
export function countEvents({ partitions, layout }: DecodedLog): Counts {
  const counts: Counts = { groups: [], duplicates: 0, duplicateMessages: 0, conflicting: 0 };
  const scratch = new Scratch();
  for (const index of partitions.ranges.keys()) {
    const grouped = partitions.grouped(index, scratch);
    for (let group = 0; group + 1 < grouped.starts.length; group++) {
      const unique = withoutDuplicates(recordsOfGroup(grouped, group), layout);
      counts.groups.push(unique.kept.length);
      counts.duplicates += unique.dropped;
      counts.duplicateMessages += unique.droppedMessages;
      counts.conflicting += unique.conflicting;
    }
  }
  return counts;
}
