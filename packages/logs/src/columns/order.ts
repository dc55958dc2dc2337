/** Which records of a group count, and their order: no duplicates, sorted by time, file, line, then order of arrival. */
import { kindOf } from '../database/flags.ts';
import { MESSAGE } from '../schema/fields.ts';
import { HashIndex } from './hash-index.ts';
import type { EventLayout } from './layout.ts';

const HIGH = 4_294_967_296;

/** A 64-bit integer (below 2^53) of a record. */
export function wide(records: Uint32Array, at: number): number {
  // The high word is signed, so that "none" (-1) comes out as -1.
  return ((records[at + 1] ?? 0) | 0) * HIGH + (records[at] ?? 0);
}

/** A record's place in the log, as a number that grows with file and line. */
function sourceOf(records: Uint32Array, at: number, layout: EventLayout): number {
  return ((records[at + layout.flags] ?? 0) >>> 16) * HIGH + (records[at + layout.line] ?? 0);
}

export interface Unique {
  /** Numbers of events, in order of arrival. */
  kept: Int32Array;
  dropped: number;
  /** How many of the dropped ones are messages. */
  droppedMessages: number;
  /** Dropped events that differ in time or kind from the one kept. */
  conflicting: number;
}

const scratch = new HashIndex(0);

/**
 * Of the events with the same id, keeps the first by file and line. Compares ids by their 64-bit hashes: in a group of a million events,
 * two different ids have the same hash once in 37 million logs.
 * @param records of one group
 */
export function withoutDuplicates(records: Uint32Array, layout: EventLayout): Unique {
  const { words } = layout;
  const count = records.length / words;
  const kept = new Int32Array(count);
  for (let i = 0; i < count; i++) kept[i] = i;
  if (layout.id < 0) return { kept, dropped: 0, droppedMessages: 0, conflicting: 0 };
  scratch.reset(count);
  /** By the first event of an id to arrive: the event that is kept, if it is a different one. */
  const better = new Map<number, number>();
  const gone = new Set<number>();
  let conflicting = 0;
  for (let i = 0; i < count; i++) {
    const at = i * words;
    const low = records[at + layout.id] ?? 0;
    const high = records[at + layout.id + 1] ?? 0;
    if (low === 0 && high === 0) continue;
    const first = scratch.add(low, high, i);
    if (first < 0) continue;
    const holder = better.get(first) ?? first;
    const other = holder * words;
    const earlier = sourceOf(records, at, layout) < sourceOf(records, other, layout);
    gone.add(earlier ? holder : i);
    if (earlier) better.set(first, i);
    if (differ(records, at, other, layout)) conflicting += 1;
  }
  const isMessage = (event: number): boolean => kindOf(records[event * words + layout.flags] ?? 0) === MESSAGE;
  const droppedMessages = [...gone].filter(isMessage).length;
  return { kept: kept.filter((event) => !gone.has(event)), dropped: gone.size, droppedMessages, conflicting };
}

function differ(records: Uint32Array, a: number, b: number, layout: EventLayout): boolean {
  if (wide(records, a + layout.ts) !== wide(records, b + layout.ts)) return true;
  return ((records[a + layout.flags] ?? 0) & 0xffff) !== ((records[b + layout.flags] ?? 0) & 0xffff);
}

/** @param records of one group; @returns the numbers of the kept events, in log order */
export function inLogOrder(records: Uint32Array, kept: Int32Array, layout: EventLayout): Int32Array {
  const count = kept.length;
  const ts = new Float64Array(count);
  const source = new Float64Array(count);
  let sorted = true;
  for (let i = 0; i < count; i++) {
    const at = (kept[i] ?? 0) * layout.words;
    const time = wide(records, at + layout.ts);
    const place = sourceOf(records, at, layout);
    ts[i] = time;
    source[i] = place;
    const last = ts[i - 1] ?? Number.NEGATIVE_INFINITY;
    if (time < last || (time === last && place < (source[i - 1] ?? 0))) sorted = false;
  }
  if (sorted) return kept;
  const before = (a: number, b: number): number =>
    (ts[a] ?? 0) - (ts[b] ?? 0) || (source[a] ?? 0) - (source[b] ?? 0) || a - b;
  const { run, late } = splitLate(count, before);
  late.sort(before);
  return Int32Array.from(merged(run, late, before), (index) => kept[index] ?? 0);
}

type Order = (a: number, b: number) => number;

/** Most logs are in order except for a few late rows: only those are sorted and merged in. */
function splitLate(count: number, before: Order): { run: Int32Array; late: number[] } {
  const run = new Int32Array(count);
  const late: number[] = [];
  let length = 0;
  for (let i = 0; i < count; i++) {
    const last = run[length - 1] ?? -1;
    if (length === 0 || before(last, i) < 0) {
      run[length++] = i;
      continue;
    }
    // A single row from the far future must not make all later rows late: of two rows, keep the one that leaves more in order.
    const fits = length < 2 || before(run[length - 2] ?? 0, i) < 0;
    if (fits && i + 1 < count && before(i + 1, last) < 0) {
      late.push(last);
      run[length - 1] = i;
      continue;
    }
    late.push(i);
  }
  return { run: run.subarray(0, length), late };
}

function merged(run: Int32Array, late: readonly number[], before: Order): Int32Array {
  const order = new Int32Array(run.length + late.length);
  let r = 0;
  let l = 0;
  for (let i = 0; i < order.length; i++) {
    const fromRun = l >= late.length || (r < run.length && before(run[r] ?? 0, late[l] ?? 0) < 0);
    order[i] = (fromRun ? run[r++] : late[l++]) ?? 0;
  }
  return order;
}
