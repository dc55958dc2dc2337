/**
 * The instants at which a risk's condition is evaluated, except those where nothing it reads can have changed and the previous result
 * still holds.
 */

import type { Window } from '@steward/policy';
import type { AggregateLeaf, Clause, IntrinsicLeaf, Leaf } from '../../program/plan.ts';
import { firstAtOrAfter, withField } from '../leaves/aggregates.ts';
import { ageStart } from '../leaves/group-leaves.ts';
import type { GroupStore } from '../store.ts';
import { frameEnd } from '../time/frame.ts';
import { elapsedLength } from '../time/windows.ts';

export interface Instants {
  /** The first listed instant after the last one taken; Infinity if none is left. */
  next(): number;
  /** Skips everything up to and including an instant. */
  take(instant: number): void;
}

/** Ascending times, shifted by `offset`. */
interface Source {
  times: ArrayLike<number>;
  offset: number;
  at: number;
}

export function riskInstants(store: GroupStore, clause: Clause): Instants {
  const begin = store.frame.starts[0] as number;
  const end = frameEnd(store.frame);
  const sources: Source[] = [];
  const add = (times: ArrayLike<number>, offset = 0): void => {
    sources.push({ times, offset, at: 0 });
  };
  add(dayBounds(store));
  if (clause.leaves.some(readsHours)) add(hourBounds(store));
  for (const leaf of clause.leaves) addLeaf(store, leaf, add);

  const skip = (limit: number): void => {
    for (const source of sources) {
      while (source.at < source.times.length && (source.times[source.at] as number) + source.offset <= limit) {
        source.at += 1;
      }
    }
  };
  skip(begin - 1);
  return {
    take: skip,
    next() {
      let next = Number.POSITIVE_INFINITY;
      for (const { times, offset, at } of sources) {
        if (at === times.length) continue;
        const time = (times[at] as number) + offset;
        if (time < next) next = time;
      }
      return next <= end ? next : Number.POSITIVE_INFINITY;
    },
  };
}

function windowOf(leaf: Leaf): Window | null {
  return leaf.read.kind === 'rank' ? null : leaf.read.window;
}

function readsHours(leaf: Leaf): boolean {
  const window = windowOf(leaf);
  return window?.kind === 'period' && window.period === 'hour';
}

function dayBounds(store: GroupStore): number[] {
  const { starts, days } = store.frame;
  return Array.from({ length: days }, (_, day) => [starts[day] as number, (starts[day + 1] as number) - 1]).flat();
}

function hourBounds(store: GroupStore): number[] {
  const { calendar, firstDay, days } = store.frame;
  const begins = Array.from({ length: days }, (_, day) => calendar.hours(firstDay + day)).flat();
  const end = frameEnd(store.frame) + 1;
  return begins.flatMap((begin, i) => [begin, (begins[i + 1] ?? end) - 1]);
}

function addLeaf(store: GroupStore, leaf: Leaf, add: (times: ArrayLike<number>, offset?: number) => void): void {
  const { read } = leaf;
  const window = windowOf(leaf);
  const length = window === null ? null : elapsedLength(window);
  if (length !== null && !store.frame.whole) {
    const covered = store.frame.beginning + length - 1;
    if (read.kind === 'aggregate') add([covered]);
    // A trend's own window, and the one before it.
    if (read.kind === 'span') add([covered, covered + length]);
  }
  if (read.kind === 'intrinsic') {
    if (read.name === 'members' && !read.earlier) add(headCountChanges(store));
    else if (leaf.thresholds === null || isOfWindow(read)) add(store.log.ts);
    if (read.name === 'age') add(reachedFrom([ageStart(store).start], leaf));
    return;
  }
  if (read.kind !== 'aggregate') return;
  addAggregate(store, leaf, read, length, add);
  const more = store.possibly(read);
  if (more !== null) addAggregate(store, leaf, more, length, add);
}

/** Whether the value depends on the window's start and may change at any instant. */
function isOfWindow({ name }: IntrinsicLeaf): boolean {
  return name === 'opening_members' || name === 'retained_members';
}

function addAggregate(
  store: GroupStore,
  leaf: Leaf,
  read: AggregateLeaf,
  length: number | null,
  add: (times: ArrayLike<number>, offset?: number) => void,
): void {
  const { events, ts } = store.stream(read.stream);
  add(ts);
  if (length !== null) {
    // An event that does not count changes nothing when it leaves.
    const leaving = read.field === null ? ts : Float64Array.from(withField(store, read, events), timeOf(store));
    add(leaving, length);
    if (read.earlier) add(leaving, 2 * length);
  }
  if (read.function !== 'since') return;
  if (leaf.thresholds === null) add(store.log.ts);
  add(reachedFrom([store.frame.start, ...ts], leaf));
}

/** When the time since the latest of `starts` reaches a constant, and one microsecond later. */
function reachedFrom(starts: readonly number[], leaf: Leaf): Float64Array {
  const found: number[] = [];
  for (const { numerator, denominator } of leaf.constants) {
    const limit = Math.ceil(numerator / denominator);
    starts.forEach((start, i) => {
      const reached = start + limit;
      const following = starts[i + 1];
      if (following === undefined || following > reached) found.push(reached, reached + 1);
    });
  }
  return Float64Array.from(found).sort();
}

/** A changed head count shows at the first event or day boundary at or after the change. */
function headCountChanges(store: GroupStore): Float64Array {
  const { starts, ends } = store.people;
  const bounds = Float64Array.from(dayBounds(store));
  const { ts } = store.log;
  const seen = [...starts, ...ends].flatMap((change) => {
    const event = ts[firstAtOrAfter(ts, change)] ?? Number.POSITIVE_INFINITY;
    const bound = bounds[firstAtOrAfter(bounds, change)] ?? Number.POSITIVE_INFINITY;
    const first = Math.min(event, bound);
    return Number.isFinite(first) ? [first] : [];
  });
  return Float64Array.from(seen).sort();
}

function timeOf(store: GroupStore): (event: number) => number {
  return (event) => store.log.ts[event] as number;
}
