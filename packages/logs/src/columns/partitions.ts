/**
 * Stores the records of a scan by group. The number of events per group is known in advance, so groups are assigned to partitions that each
 * fit the given memory: a single partition stays in memory, several go to files and are read back one at a time, as often as needed. The
 * source is read once, whatever its size.
 */
import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { HashIndex } from './hash-index.ts';
import type { Layout } from './layout.ts';

/** Consecutive groups: `from` inclusive, `to` exclusive. */
export interface GroupRange {
  from: number;
  to: number;
  /** Expected number of records. */
  records: number;
}

/** Splits the groups, in order, wherever the next one would not fit. A group larger than the given memory gets a partition of its own. */
export function partitionGroups(counts: readonly number[], words: number, memoryBytes: number): GroupRange[] {
  const limit = Math.max(1, Math.floor(memoryBytes / (words * 4)));
  const ranges: GroupRange[] = [];
  let current: GroupRange = { from: 0, to: 0, records: 0 };
  counts.forEach((count, group) => {
    if (current.records > 0 && current.records + count > limit) {
      ranges.push(current);
      current = { from: group, to: group, records: 0 };
    }
    current.to = group + 1;
    current.records += count;
  });
  if (current.to > current.from) ranges.push(current);
  return ranges;
}

/** Reusable memory: the garbage collector is slow to notice how large typed arrays are. */
class Room {
  #words = new Uint32Array(0);

  take(words: number): Uint32Array {
    if (this.#words.length < words) this.#words = new Uint32Array(words);
    return this.#words.subarray(0, words);
  }
}

/** Memory for reading partitions one after the other. */
export class Scratch {
  readonly first = new Room();
  readonly second = new Room();
}

/** Words buffered per partition before they are written to its file. */
const FILE_BUFFER_WORDS = 1 << 17;

interface Partition {
  /** All records, or those not yet written to the file. */
  buffer: Uint32Array;
  filled: number;
  written: number;
  file: number | null;
  /** Where the groups start; null while records are in order of arrival. */
  starts: Float64Array | null;
}

/** A chunk of a scan: rows as columns of 32-bit words. */
export interface WordColumns {
  rows: number;
  /** Values of one word or of two, low word first. */
  words32(column: number, width: 1 | 2): Uint32Array;
}

/** Sees every record as it arrives and says whether to keep it. */
export type RecordVisitor = (records: Uint32Array, start: number, group: number) => boolean;

export class Partitions {
  readonly ranges: readonly GroupRange[];
  readonly #layout: Layout;
  readonly #groups: HashIndex;
  readonly #partitions: Partition[];
  readonly #partitionOfGroup: Int32Array;
  #rows: Uint32Array = new Uint32Array(0);

  /** @param folder for files; @param groups maps the hash of a group's id to its number */
  constructor(layout: Layout, ranges: readonly GroupRange[], groups: HashIndex, folder: string) {
    this.ranges = ranges;
    this.#layout = layout;
    this.#groups = groups;
    this.#partitionOfGroup = new Int32Array(ranges.at(-1)?.to ?? 0);
    for (const [index, range] of ranges.entries()) this.#partitionOfGroup.fill(index, range.from, range.to);
    const spill = ranges.length > 1;
    this.#partitions = ranges.map((range, index) => ({
      buffer: new Uint32Array(spill ? fullRecords(layout) : range.records * layout.words),
      filled: 0,
      written: 0,
      starts: null,
      file: spill ? openSync(join(folder, `partition-${index}`), 'w+') : null,
    }));
  }

  /** Takes a chunk of `scanSql`. Rows of unknown groups are left out. */
  push(chunk: WordColumns, visit: RecordVisitor | null): void {
    const { words, columns } = this.#layout;
    const needed = chunk.rows * words;
    if (this.#rows.length < needed) this.#rows = new Uint32Array(needed);
    const rows = this.#rows;
    this.#numberGroups(chunk.words32(0, 2), chunk.rows, rows);
    columns.forEach(({ offset, width }, index) => {
      const source = chunk.words32(index + 1, width);
      if (width === 1) copyColumn(source, rows, offset, words, chunk.rows);
      else copyWideColumn(source, rows, offset, words, chunk.rows);
    });
    this.#deal(rows, chunk.rows, visit);
  }

  /**
   * The records of a partition, by group: a view of its memory, or a copy of its file.
   * @param scratch memory for the copy; the next call with the same scratch reuses it
   */
  grouped(index: number, scratch: Scratch): GroupedRecords {
    const partition = this.#partitions[index];
    const range = this.ranges[index];
    if (partition === undefined || range === undefined) throw new RangeError(`No partition ${index}`);
    const records = recordsOf(partition, scratch);
    if (partition.starts !== null) return { records, starts: partition.starts };
    // A partition that stays in memory must not share its arrays.
    const room = partition.file === null ? new Uint32Array(records.length) : scratch.second.take(records.length);
    const grouped = groupRecords(records, this.#layout.words, range, room);
    keepGrouped(partition, grouped);
    return grouped;
  }

  close(): void {
    for (const partition of this.#partitions) {
      if (partition.file !== null) closeSync(partition.file);
      partition.file = null;
      partition.buffer = new Uint32Array(0);
      partition.filled = 0;
    }
  }

  #numberGroups(hashes: Uint32Array, count: number, rows: Uint32Array): void {
    const { words } = this.#layout;
    for (let i = 0; i < count; i++) {
      // An unknown group becomes the largest number, which no partition has.
      rows[i * words] = this.#groups.get(hashes[i * 2] ?? 0, hashes[i * 2 + 1] ?? 0);
    }
  }

  #deal(rows: Uint32Array, count: number, visit: RecordVisitor | null): void {
    const { words } = this.#layout;
    for (let i = 0; i < count; i++) {
      const start = i * words;
      const group = rows[start] ?? 0;
      if (group >= this.#partitionOfGroup.length) continue;
      if (visit !== null && !visit(rows, start, group)) continue;
      const partition = this.#partitions[this.#partitionOfGroup[group] ?? 0];
      if (partition === undefined) continue;
      if (partition.filled + words > partition.buffer.length) makeRoom(partition, words);
      const { buffer, filled } = partition;
      for (let word = 0; word < words; word++) buffer[filled + word] = rows[start + word] ?? 0;
      partition.filled = filled + words;
    }
  }
}

function fullRecords(layout: Layout): number {
  return Math.ceil(FILE_BUFFER_WORDS / layout.words) * layout.words;
}

function copyColumn(from: Uint32Array, to: Uint32Array, offset: number, words: number, count: number): void {
  for (let i = 0, at = offset; i < count; i++, at += words) to[at] = from[i] ?? 0;
}

function copyWideColumn(from: Uint32Array, to: Uint32Array, offset: number, words: number, count: number): void {
  for (let i = 0, at = offset; i < count; i++, at += words) {
    to[at] = from[i * 2] ?? 0;
    to[at + 1] = from[i * 2 + 1] ?? 0;
  }
}

/** Writes the buffer to the file or, in memory, doubles it if more records arrived than were counted. */
function makeRoom(partition: Partition, words: number): void {
  const { buffer, filled, file } = partition;
  if (file === null) {
    partition.buffer = new Uint32Array(Math.max(words, buffer.length * 2));
    partition.buffer.set(buffer);
    return;
  }
  writeFully(file, buffer.subarray(0, filled), partition.written * 4);
  partition.written += filled;
  partition.filled = 0;
}

function recordsOf({ buffer, filled, written, file }: Partition, scratch: Scratch): Uint32Array {
  if (file === null) return buffer.subarray(0, filled);
  const records = scratch.first.take(written + filled);
  readFully(file, records.subarray(0, written));
  records.set(buffer.subarray(0, filled), written);
  return records;
}

/** From now on the partition holds its records by group. */
function keepGrouped(partition: Partition, { records, starts }: GroupedRecords): void {
  partition.starts = starts;
  if (partition.file === null) {
    partition.buffer = records;
    return;
  }
  writeFully(partition.file, records, 0);
  partition.written = records.length;
  partition.filled = 0;
  partition.buffer = new Uint32Array(0);
}

function writeFully(file: number, words: Uint32Array, position: number): void {
  const bytes = new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
  let done = 0;
  while (done < bytes.length) done += writeSync(file, bytes, done, bytes.length - done, position + done);
}

function readFully(file: number, into: Uint32Array): void {
  const bytes = new Uint8Array(into.buffer, into.byteOffset, into.byteLength);
  let done = 0;
  while (done < bytes.length) {
    const count = readSync(file, bytes, done, bytes.length - done, done);
    if (count === 0) throw new Error('A temporary file is shorter than what was written to it');
    done += count;
  }
}

/** The records of every group of a partition, group after group, each in order of arrival. */
export interface GroupedRecords {
  records: Uint32Array;
  /** By position in the range: where its records start, in words, plus one entry for the end. */
  starts: Float64Array;
}

export function recordsOfGroup({ records, starts }: GroupedRecords, group: number): Uint32Array {
  return records.subarray(starts[group] ?? 0, starts[group + 1] ?? 0);
}

function groupRecords(records: Uint32Array, words: number, range: GroupRange, grouped: Uint32Array): GroupedRecords {
  const groups = range.to - range.from;
  const starts = new Float64Array(groups + 1);
  for (let at = 0; at < records.length; at += words) {
    const group = (records[at] ?? 0) - range.from;
    starts[group + 1] = (starts[group + 1] ?? 0) + words;
  }
  for (let group = 0; group < groups; group++) starts[group + 1] = (starts[group + 1] ?? 0) + (starts[group] ?? 0);
  const next = starts.slice();
  for (let at = 0; at < records.length; at += words) {
    const group = (records[at] ?? 0) - range.from;
    const to = next[group] ?? 0;
    for (let word = 0; word < words; word++) grouped[to + word] = records[at + word] ?? 0;
    next[group] = to + words;
  }
  return { records: grouped, starts };
}
