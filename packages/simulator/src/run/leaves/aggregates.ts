/**
 * Aggregates over spans of a stream, read in ascending order. Two pointers move forward, so that all reads together cost one pass over the
 * stream.
 */
import { type GroupLog, NONE } from '@steward/events';
import type { Stream } from '../../columns/streams.ts';
import type { AggregateLeaf } from '../../program/plan.ts';
import type { GroupStore } from '../store.ts';

/** The events [from, to) of the stream that the last read covered, and their result. */
export interface AggregateReader {
  stream: Stream;
  read(from: number, to: number): void;
  first(): number;
  past(): number;
  /** Count, distinct values, days or sum of amounts. */
  value(): number;
  /** For averages: the number of amounts. */
  amounts(): number;
}

export function aggregateReader(store: GroupStore, leaf: AggregateLeaf): AggregateReader {
  const stream = store.stream(leaf.stream);
  const { ts } = stream;
  const tally = tallyOf(store, stream.events, leaf);
  let a = 0;
  let b = 0;
  let lastFrom = Number.NEGATIVE_INFINITY;
  let lastTo = Number.NEGATIVE_INFINITY;

  const seek = (from: number): void => {
    for (let i = a; i < b; i += 1) tally.leave(i);
    a = firstAtOrAfter(ts, from);
    b = a;
  };

  return {
    stream,
    read(from, to) {
      if (from < lastFrom || to < lastTo || from > lastTo) seek(from);
      lastFrom = from;
      lastTo = to;
      while (b < ts.length && (ts[b] as number) <= to) {
        tally.enter(b);
        b += 1;
      }
      while (a < b && (ts[a] as number) < from) {
        tally.leave(a);
        a += 1;
      }
    },
    first: () => a,
    past: () => b,
    value: () => tally.value(a, b),
    amounts: () => tally.amounts(a, b),
  };
}

/** Index of the first value at or above `limit`. */
export function firstAtOrAfter(sorted: Float64Array, limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The running result over a range [a, b) of events, updated as events enter and leave. */
export interface Tally {
  /** If false, `enter` and `leave` need not be called. */
  follows: boolean;
  enter(index: number): void;
  leave(index: number): void;
  value(a: number, b: number): number;
  /** For averages: the number of amounts. */
  amounts(a: number, b: number): number;
}

const nothing = (): void => undefined;
const none = (): number => 0;
const still = { follows: false, enter: nothing, leave: nothing, amounts: none };

export function tallyOf(store: GroupStore, events: Int32Array, leaf: AggregateLeaf): Tally {
  switch (leaf.function) {
    case 'count':
    case 'since':
      return { ...still, value: (a, b) => b - a };
    case 'days': {
      const ranks = dayRanks(events, store.eventDay);
      return { ...still, value: (a, b) => (b > a ? (ranks[b - 1] as number) - (ranks[a] as number) + 1 : 0) };
    }
    case 'sum':
    case 'average': {
      const { sums, counts } = amountPrefixes(events, store.log);
      return {
        ...still,
        value: (a, b) => (sums[b] as number) - (sums[a] as number),
        amounts: (a, b) => (counts[b] as number) - (counts[a] as number),
      };
    }
    case 'distinct':
      return distinctTally(events, codesOf(store, leaf));
  }
}

function codesOf(store: GroupStore, leaf: AggregateLeaf): ArrayLike<number> {
  const field = fieldOf(leaf);
  return leaf.stream.possible === true && store.filter.doubtful.has(field)
    ? store.possibleCodes(field)
    : store.codes(field);
}

function fieldOf(leaf: AggregateLeaf): NonNullable<AggregateLeaf['field']> {
  if (leaf.field === null) throw new Error(`${leaf.function} without a field`);
  return leaf.field;
}

/** For each event, the number of day changes before it, so that distinct days in a range are a difference. */
function dayRanks(events: Int32Array, eventDay: Int32Array): Int32Array {
  const ranks = new Int32Array(events.length);
  for (let i = 1; i < events.length; i += 1) {
    const same = eventDay[events[i] as number] === eventDay[events[i - 1] as number];
    ranks[i] = (ranks[i - 1] as number) + (same ? 0 : 1);
  }
  return ranks;
}

function amountPrefixes(events: Int32Array, log: GroupLog): { sums: Float64Array; counts: Int32Array } {
  const sums = new Float64Array(events.length + 1);
  const counts = new Int32Array(events.length + 1);
  for (let i = 0; i < events.length; i += 1) {
    const amount = log.amount[events[i] as number] as number;
    const given = !Number.isNaN(amount);
    sums[i + 1] = (sums[i] as number) + (given ? amount : 0);
    counts[i + 1] = (counts[i] as number) + (given ? 1 : 0);
  }
  return { sums, counts };
}

function distinctTally(events: Int32Array, codes: ArrayLike<number>): Tally {
  const held = new Int32Array(highest(events, codes) + 1);
  let distinct = 0;
  const enter = (index: number): void => {
    const code = codes[events[index] as number] as number;
    if (code === NONE) return;
    const before = held[code] as number;
    if (before === 0) distinct += 1;
    held[code] = before + 1;
  };
  const leave = (index: number): void => {
    const code = codes[events[index] as number] as number;
    if (code === NONE) return;
    const after = (held[code] as number) - 1;
    if (after === 0) distinct -= 1;
    held[code] = after;
  };
  return { follows: true, enter, leave, value: () => distinct, amounts: none };
}

function highest(events: Int32Array, codes: ArrayLike<number>): number {
  let top = NONE;
  for (let i = 0; i < events.length; i += 1) {
    const code = codes[events[i] as number] as number;
    if (code > top) top = code;
  }
  return top;
}

/** The events that have the aggregate's field; only these count. */
export function withField(store: GroupStore, read: AggregateLeaf, events: Int32Array): Int32Array {
  if (read.function === 'sum' || read.function === 'average') {
    return events.filter((event) => !Number.isNaN(store.log.amount[event]));
  }
  if (read.function !== 'distinct') return events;
  const codes = codesOf(store, read);
  return events.filter((event) => codes[event] !== NONE);
}
