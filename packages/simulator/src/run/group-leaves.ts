/** Leaves of the group's scope at an instant: fills their slots, and says which events they counted. */
import { localMicros } from '../columns/calendar.ts';
import type { Slots } from '../program/judge.ts';
import type { AggregateLeaf, IntrinsicLeaf, Leaf } from '../program/plan.ts';
import { aggregateReader } from './aggregates.ts';
import { headCount } from './memberships.ts';
import type { GroupStore } from './store.ts';
import type { WindowReader } from './windows.ts';

/** Events [first, past) of a stream, in log order. */
interface CountedEvents {
  events: Int32Array;
  first: number;
  past: number;
}

export interface GroupLeaf {
  leaf: Leaf;
  /** Fills the leaf's slots with its value at `instant`; quickest in ascending order. */
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
  const shown = store.shows(read.stream.signals);
  return {
    leaf,
    counted: () => ({ events: reader.stream.events, first: reader.first(), past: reader.past() }),
    fill(slots, instant) {
      const span = windows.span(read.window, read.earlier, instant);
      reader.read(span.from, span.to);
      const whole = shown && span.covered && !span.running;
      const value = reader.value();
      slots[slot] = value;
      if (read.function === 'average') slots[slot + 1] = whole ? reader.amounts() : 0;
      else slots[slot + 1] = whole ? value : Number.POSITIVE_INFINITY;
    },
  };
}

function sinceLeaf(store: GroupStore, leaf: Leaf, read: AggregateLeaf): GroupLeaf {
  const { slot } = leaf;
  const reader = aggregateReader(store, read);
  const shown = store.shows(read.stream.signals);
  const { complete, firstEvent } = store.frame;
  return {
    leaf,
    counted: () => ({ events: reader.stream.events, first: Math.max(0, reader.past() - 1), past: reader.past() }),
    fill(slots, instant) {
      reader.read(Number.NEGATIVE_INFINITY, instant);
      const last = reader.past() - 1;
      const start = last >= 0 ? (reader.stream.ts[last] as number) : firstEvent;
      const elapsed = Math.max(0, instant - start);
      slots[slot] = shown ? elapsed : 0;
      slots[slot + 1] = last >= 0 || complete ? elapsed : Number.POSITIVE_INFINITY;
    },
  };
}

/** The instant from which `age` runs, and whether that is known. */
export function ageStart(store: GroupStore): { start: number; exact: boolean } {
  const { founded } = store.policy;
  const { calendar, firstEvent, complete } = store.frame;
  if (founded !== null) return { start: calendar.instantAt(localMicros(founded)), exact: true };
  return { start: firstEvent, exact: complete };
}

function intrinsicLeaf(store: GroupStore, leaf: Leaf, read: IntrinsicLeaf, windows: WindowReader): GroupLeaf {
  const { slot } = leaf;
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
