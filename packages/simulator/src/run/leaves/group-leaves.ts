/** Group-scope leaves at an instant: fills their slots and reports which events they counted. */
import type { Signal } from '@steward/events';
import { localMicros } from '@steward/time';
import type { Slots } from '../../program/judge.ts';
import type { AggregateLeaf, IntrinsicLeaf, Leaf } from '../../program/plan.ts';
import { headCount } from '../members/memberships.ts';
import type { GroupStore } from '../store.ts';
import type { WindowReader } from '../time/windows.ts';
import { aggregateReader } from './aggregates.ts';
import { presenceReader } from './presence.ts';

/** Events [first, past) of a stream, in log order. */
interface CountedEvents {
  events: Int32Array;
  first: number;
  past: number;
}

export interface GroupLeaf {
  leaf: Leaf;
  /** Fills the leaf's slots with its value at `instant`. Fastest in ascending order. */
  fill(slots: Slots, instant: number): void;
  /** What the last fill counted. */
  counted(): CountedEvents | null;
}

export function groupLeaf(store: GroupStore, leaf: Leaf, windows: WindowReader): GroupLeaf {
  const { read, slot } = leaf;
  switch (read.kind) {
    case 'aggregate':
      return read.function === 'since' ? sinceLeaf(store, leaf, read) : aggregateLeaf(store, leaf, read, windows);
    case 'intrinsic':
      return intrinsicLeaf(store, leaf, read, windows);
    case 'span':
      return {
        leaf,
        counted: () => null,
        fill(slots, instant) {
          slots[slot] = windows.span(read.window, true, instant).covered ? 1 : 0;
        },
      };
    case 'rank':
      throw new Error('a rank outside a member scope');
  }
}

function aggregateLeaf(store: GroupStore, leaf: Leaf, read: AggregateLeaf, windows: WindowReader): GroupLeaf {
  const { slot } = leaf;
  const reader = aggregateReader(store, read);
  const more = store.possibly(read);
  const possible = more === null ? reader : aggregateReader(store, more);
  const shown = store.shows(read.stream.signals);
  return {
    leaf,
    counted: () => ({ events: reader.stream.events, first: reader.first(), past: reader.past() }),
    fill(slots, instant) {
      const span = windows.span(read.window, read.earlier, instant);
      reader.read(span.from, span.to);
      if (possible !== reader) possible.read(span.from, span.to);
      fillAggregate(slots, slot, read, {
        least: reader,
        most: possible,
        whole: shown && span.covered && !span.running,
      });
    },
  };
}

/** An aggregate's value over the events that certainly count, and over those that may. */
interface AggregateValues {
  least: { value(): number; amounts(): number };
  most: { value(): number; amounts(): number };
  /** Complete: its signals are shown, and its window is covered and over. */
  whole: boolean;
}

export function fillAggregate(slots: Slots, slot: number, read: AggregateLeaf, values: AggregateValues): void {
  const { least, most, whole } = values;
  const value = least.value();
  const highest = most.value();
  slots[slot] = Math.min(value, highest);
  if (read.function === 'average') {
    const amounts = least.amounts();
    slots[slot] = value;
    slots[slot + 1] = whole && amounts === most.amounts() ? amounts : 0;
  } else slots[slot + 1] = whole ? Math.max(value, highest) : Number.POSITIVE_INFINITY;
}

function sinceLeaf(store: GroupStore, leaf: Leaf, read: AggregateLeaf): GroupLeaf {
  const { slot } = leaf;
  const reader = aggregateReader(store, read);
  const more = store.possibly(read);
  const possible = more === null ? reader : aggregateReader(store, more);
  const shown = store.shows(read.stream.signals);
  const { whole, start } = store.frame;
  const seenLast = ({ stream, past }: typeof reader): number => stream.ts[past() - 1] ?? start;
  return {
    leaf,
    counted: () => ({ events: reader.stream.events, first: Math.max(0, reader.past() - 1), past: reader.past() }),
    fill(slots, instant) {
      reader.read(Number.NEGATIVE_INFINITY, instant);
      if (possible !== reader) possible.read(Number.NEGATIVE_INFINITY, instant);
      const elapsed = Math.max(0, instant - seenLast(reader));
      slots[slot] = shown ? Math.max(0, instant - seenLast(possible)) : 0;
      slots[slot + 1] = reader.past() > 0 || whole ? elapsed : Number.POSITIVE_INFINITY;
    },
  };
}

/** The instant from which `age` runs, and whether that is known. */
export function ageStart(store: GroupStore): { start: number; exact: boolean } {
  const { founded } = store.policy;
  const { calendar, firstEvent, complete } = store.frame;
  if (founded !== null) return { start: calendar.instantAt(localMicros(founded)), exact: true };
  const { founded: shown } = store.people;
  return { start: shown ?? firstEvent, exact: complete || shown !== null };
}

function intrinsicLeaf(store: GroupStore, leaf: Leaf, read: IntrinsicLeaf, windows: WindowReader): GroupLeaf {
  const { slot } = leaf;
  if (read.name === 'opening_members' || read.name === 'retained_members')
    return presenceLeaf(store, leaf, read, windows);
  const age = ageStart(store);
  return {
    leaf,
    counted: () => null,
    fill(slots, instant) {
      const at = read.window.kind === 'all' ? instant : windows.span(read.window, read.earlier, instant).to;
      if (read.name === 'members') {
        slots[slot] = headCount(store.people, at);
        slots[slot + 1] = slots[slot] as number;
        return;
      }
      if (read.name === 'tenure') throw new Error('tenure outside a member scope');
      slots[slot] = Math.max(0, at - age.start);
      slots[slot + 1] = age.exact ? (slots[slot] as number) : Number.POSITIVE_INFINITY;
    },
  };
}

const COMINGS_AND_GOINGS: Signal[] = ['join', 'leave'];

function presenceLeaf(store: GroupStore, leaf: Leaf, read: IntrinsicLeaf, windows: WindowReader): GroupLeaf {
  const { slot } = leaf;
  const reader = presenceReader(store.people, store.frame);
  const shown = store.shows(COMINGS_AND_GOINGS);
  return {
    leaf,
    counted: () => null,
    fill(slots, instant) {
      const span = windows.span(read.window, read.earlier, instant);
      reader.read(span.from, span.to);
      const value = read.name === 'opening_members' ? reader.opening() : reader.retained();
      const exact = shown && span.covered;
      slots[slot] = exact ? value : 0;
      slots[slot + 1] = exact ? value : Number.POSITIVE_INFINITY;
    },
  };
}
