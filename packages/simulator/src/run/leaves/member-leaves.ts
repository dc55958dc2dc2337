/**
 * Member-scope leaves. For the current member and day, each fills its slots and says on which later day its value or a comparison with it
 * can next change, so that the days in between can be skipped.
 */
import { shapeKey } from '@steward/policy';
import type { Slots } from '../../program/judge.ts';
import type { AggregateLeaf, Leaf } from '../../program/plan.ts';
import type { Membership } from '../members/memberships.ts';
import type { GroupStore } from '../store.ts';
import { dayEnd, dayEndingAtOrAfter } from '../time/frame.ts';
import { elapsedLength, windowReader } from '../time/windows.ts';
import { firstAtOrAfter, tallyOf } from './aggregates.ts';
import { fillAggregate } from './group-leaves.ts';

export interface MemberLeaf {
  /** A new person. Days then ascend. */
  person(number: number): void;
  /** Starts a membership of that person. */
  membership(membership: Membership): void;
  /** @returns the next day on which to fill again, above `day`. */
  fill(slots: Slots, day: number): number;
  /** Days on which coverage changes for everybody: 1 if it differs from the day before. */
  changes: Uint8Array | null;
}

/** Both ends of a window at the end of each day, and whether it is covered. */
interface DaySpans {
  from: Float64Array;
  to: Float64Array;
  covered: Uint8Array;
}

function daySpans(store: GroupStore, { window, earlier }: Pick<AggregateLeaf, 'window' | 'earlier'>): DaySpans {
  const { timezone } = store.frame.calendar;
  return store.keep(`spans ${timezone} ${shapeKey({ window, earlier })}`, () => readSpans(store, { window, earlier }));
}

function readSpans(store: GroupStore, read: Pick<AggregateLeaf, 'window' | 'earlier'>): DaySpans {
  const { frame } = store;
  const windows = windowReader(frame, 'completed', null);
  const spans: DaySpans = {
    from: new Float64Array(frame.days),
    to: new Float64Array(frame.days),
    covered: new Uint8Array(frame.days),
  };
  for (let day = 0; day < frame.days; day += 1) {
    const span = windows.span(read.window, read.earlier, dayEnd(frame, day));
    spans.from[day] = span.from;
    spans.to[day] = span.to;
    spans.covered[day] = span.covered ? 1 : 0;
  }
  return spans;
}

/** Days on which events enter and leave a window: `enter[key[i]]` for the i-th event of the stream. */
interface Passage {
  key: Int32Array;
  enter: Int32Array;
  leave: Int32Array;
}

/** Windows aligned to days treat all events of a day alike; others look at each event. */
function passage(store: GroupStore, read: AggregateLeaf, ts: Float64Array, day: Int32Array, spans: DaySpans): Passage {
  const wholeDays =
    elapsedLength(read.window) === null && !(read.window.kind === 'period' && read.window.period === 'hour');
  const instants = wholeDays ? store.frame.starts.subarray(0, store.frame.days) : ts;
  const enter = new Int32Array(instants.length);
  const leave = new Int32Array(instants.length);
  for (let i = 0; i < instants.length; i += 1) {
    enter[i] = firstAtOrAfter(spans.to, instants[i] as number);
    leave[i] = firstAtOrAfter(spans.from, (instants[i] as number) + 1);
  }
  return { key: wholeDays ? day : Int32Array.from(ts, (_, i) => i), enter, leave };
}

export function aggregateOfMember(store: GroupStore, leaf: Leaf, read: AggregateLeaf): MemberLeaf {
  const { slot } = leaf;
  const spans = daySpans(store, read);
  const least = slidingTally(store, read, spans);
  const more = store.possibly(read);
  const most = more === null ? least : slidingTally(store, more, spans);
  const shown = store.shows(read.stream.signals);
  return {
    changes: changesOf(spans.covered),
    person(number) {
      least.person(number);
      if (most !== least) most.person(number);
    },
    membership: () => undefined,
    fill(slots, day) {
      let next = least.moveTo(day);
      if (most !== least) next = Math.min(next, most.moveTo(day));
      fillAggregate(slots, slot, read, { least, most, whole: shown && spans.covered[day] === 1 });
      return next;
    },
  };
}

/** An aggregate over a member's own events in a daily moving window. */
interface SlidingTally {
  person(number: number): void;
  /** @returns the next day on which an event enters or leaves the window. */
  moveTo(day: number): number;
  value(): number;
  /** For averages: the number of amounts. */
  amounts(): number;
}

function slidingTally(store: GroupStore, read: AggregateLeaf, spans: DaySpans): SlidingTally {
  const { offsets, events, ts, day: dayOf } = store.memberStream(read.stream);
  const { key, enter, leave } = passage(store, read, ts, dayOf, spans);
  const tally = tallyOf(store, events, read);
  const { follows } = tally;
  const { days } = store.frame;
  let a = 0;
  let b = 0;
  let end = 0;
  let next = 0;
  let value = 0;

  const advance = (day: number): void => {
    while (b < end && (enter[key[b] as number] as number) <= day) {
      if (follows) tally.enter(b);
      b += 1;
    }
    while (a < b && (leave[key[a] as number] as number) <= day) {
      if (follows) tally.leave(a);
      a += 1;
    }
    value = tally.value(a, b);
    const entering = b < end ? (enter[key[b] as number] as number) : days;
    const leaving = a < b ? (leave[key[a] as number] as number) : days;
    next = Math.min(entering, leaving);
  };

  return {
    person(number) {
      if (follows) for (let i = a; i < b; i += 1) tally.leave(i);
      // Rosters may name people who are not in the log and so have no events.
      a = offsets[number] ?? 0;
      end = offsets[number + 1] ?? a;
      b = a;
      next = 0;
    },
    moveTo(day) {
      if (next <= day) advance(day);
      return next;
    },
    value: () => value,
    amounts: () => tally.amounts(a, b),
  };
}

function changesOf(flags: Uint8Array): Uint8Array {
  return flags.map((flag, day) => (day > 0 && flag !== flags[day - 1] ? 1 : 0));
}

export function sinceOfMember(store: GroupStore, leaf: Leaf, read: AggregateLeaf): MemberLeaf {
  const { slot, thresholds } = leaf;
  const surely = lastOfMember(store, read);
  const more = store.possibly(read);
  const possibly = more === null ? surely : lastOfMember(store, more);
  const shown = store.shows(read.stream.signals);
  const { frame } = store;
  const crossings = crossingDays(store, thresholds);
  let start = 0;
  let startExact = false;

  return {
    changes: null,
    person(number) {
      surely.person(number);
      if (possibly !== surely) possibly.person(number);
    },
    membership(membership) {
      start = membership.sinceStart;
      startExact = membership.sinceExact;
    },
    fill(slots, day) {
      let next = surely.moveTo(day);
      if (possibly !== surely) next = Math.min(next, possibly.moveTo(day));
      const seen = surely.last() >= start;
      const from = Math.max(start, surely.last());
      const latest = Math.max(start, possibly.last());
      const elapsed = dayEnd(frame, day) - from;
      slots[slot] = shown ? dayEnd(frame, day) - latest : 0;
      slots[slot + 1] = seen || startExact ? elapsed : Number.POSITIVE_INFINITY;
      return Math.min(next, crossings(from, day), latest === from ? frame.days : crossings(latest, day));
    },
  };
}

/** A member's last event of a stream, day by day. */
function lastOfMember(
  store: GroupStore,
  read: AggregateLeaf,
): { person(number: number): void; moveTo(day: number): number; last(): number } {
  const { offsets, ts, day: dayOf } = store.memberStream(read.stream);
  let first = 0;
  let b = 0;
  let end = 0;
  return {
    person(number) {
      first = offsets[number] ?? 0;
      b = first;
      end = offsets[number + 1] ?? first;
    },
    /** The day of the event after it. */
    moveTo(day) {
      while (b < end && (dayOf[b] as number) <= day) b += 1;
      return b < end ? (dayOf[b] as number) : store.frame.days;
    },
    last: () => (b > first ? (ts[b - 1] as number) : Number.NEGATIVE_INFINITY),
  };
}

export function tenureOfMember(
  store: GroupStore,
  leaf: Leaf,
  read: { window: AggregateLeaf['window']; earlier: boolean },
): MemberLeaf {
  const { slot, thresholds } = leaf;
  const { frame } = store;
  const spans = read.window.kind === 'all' ? null : daySpans(store, read);
  const crossings = crossingDays(store, spans === null ? thresholds : null);
  let start = 0;
  let exact = false;
  return {
    changes: null,
    person: () => undefined,
    membership(membership) {
      start = membership.tenureStart;
      exact = membership.tenureExact;
    },
    fill(slots, day) {
      const at = spans === null ? dayEnd(frame, day) : (spans.to[day] as number);
      const elapsed = Math.max(0, at - start);
      slots[slot] = elapsed;
      slots[slot + 1] = exact ? elapsed : Number.POSITIVE_INFINITY;
      return crossings(start, day);
    },
  };
}

/** When the time elapsed since `from` next reaches or passes one of the constants it is compared with. */
function crossingDays(store: GroupStore, thresholds: Leaf['thresholds']): (from: number, day: number) => number {
  if (thresholds === null) return (_, day) => day + 1;
  const limits = [...new Set(thresholds.flatMap(({ numerator, denominator }) => reaching(numerator, denominator)))];
  return (from, day) => {
    let next = store.frame.days;
    for (const limit of limits) {
      const crossing = dayEndingAtOrAfter(store.frame, from + limit);
      if (crossing > day && crossing < next) next = crossing;
    }
    return next;
  };
}

/** The smallest integers at and above a constant. */
function reaching(numerator: number, denominator: number): number[] {
  return [Math.ceil(numerator / denominator), Math.floor(numerator / denominator) + 1];
}
