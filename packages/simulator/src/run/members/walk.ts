/**
 * Walks every member through the evaluated days, stopping only where a result can change. The cost depends on the events and changes, not on
 * members × days.
 */
import type { Slots } from '../../program/judge.ts';
import type { Leaf, RankLeaf } from '../../program/plan.ts';
import { type DayColumn, dayColumn } from '../daily/daily.ts';
import { aggregateOfMember, type MemberLeaf, sinceOfMember, tenureOfMember } from '../leaves/member-leaves.ts';
import type { GroupStore } from '../store.ts';
import { dayEndingAtOrAfter } from '../time/frame.ts';
import type { Membership } from './memberships.ts';

export interface WalkVisitor {
  /** Persons come in ascending order, once each, if one of their memberships overlaps the range. */
  begin(person: number): void;
  /** A membership of that person, and its days within the range: [first, past). */
  membership?(first: number, past: number): void;
  /** The person is a member at the end of each day in [day, past), and these slots give every clause's result on all of them. */
  stretch(day: number, past: number, slots: Slots): void;
  end(): void;
}

/** A leaf that is the same for every member. */
interface SharedLeaf {
  slot: number;
  columns: Float64Array[];
}

export interface Walk {
  leaves: readonly Leaf[];
  slots: number;
  /** Evaluated days [from, past). */
  from: number;
  past: number;
  /** Columns by day of a rank's slots. */
  ranks: (leaf: Leaf, read: RankLeaf) => Float64Array[];
}

export function walkMembers(store: GroupStore, walk: Walk, visitor: WalkVisitor): void {
  const { frame } = store;
  const slots: Slots = new Float64Array(walk.slots);
  const shared: SharedLeaf[] = [];
  const own: MemberLeaf[] = [];
  /** Days on which something shared by all members changes: the shared leaves, or the coverage of the others. */
  const changes = new Uint8Array(frame.days);
  const refills = new Uint8Array(frame.days);
  for (const leaf of walk.leaves) {
    const made = memberLeaf(store, leaf);
    if (made === null) shared.push(sharedLeaf(store, leaf, walk, changes));
    else own.push(made);
    if (made !== null && made.changes !== null) mark(refills, made.changes);
  }
  mark(changes, refills);
  const nextChange = following(changes);
  /** Day on which each leaf must be filled again. */
  const due = new Int32Array(own.length);

  const walkDays = (first: number, past: number): void => {
    let day = first;
    due.fill(first);
    while (day < past) {
      if (refills[day] === 1) due.fill(day);
      let next = Math.min(past, nextChange[day] as number);
      for (let i = 0; i < due.length; i += 1) {
        if ((due[i] as number) <= day) due[i] = (own[i] as MemberLeaf).fill(slots, day);
        if ((due[i] as number) < next) next = due[i] as number;
      }
      if (day === first || changes[day] === 1) load(shared, slots, day);
      visitor.stretch(day, next, slots);
      day = next;
    }
  };

  walkMemberships(
    store,
    {
      begin(person) {
        visitor.begin(person);
        for (const leaf of own) leaf.person(person);
      },
      membership(first, past, membership) {
        for (const leaf of own) leaf.membership(membership);
        visitor.membership?.(first, past);
        walkDays(first, past);
      },
      end: () => visitor.end(),
    },
    walk,
  );
}

export interface MembershipVisitor {
  begin(person: number): void;
  /** The person is a member at the end of each day in [first, past), which is not empty. */
  membership(first: number, past: number, membership: Membership): void;
  end(): void;
}

/** Memberships that overlap a range of days, by person, in time order. */
export function walkMemberships(
  store: GroupStore,
  visitor: MembershipVisitor,
  range: { from: number; past: number } = { from: 0, past: store.frame.days },
): void {
  const { frame, people } = store;
  let current = -1;
  for (const membership of people.memberships) {
    const first = Math.max(range.from, dayEndingAtOrAfter(frame, membership.start));
    const past = Math.min(range.past, dayEndingAtOrAfter(frame, membership.end));
    if (first >= past) continue;
    if (membership.person !== current) {
      if (current >= 0) visitor.end();
      current = membership.person;
      visitor.begin(current);
    }
    visitor.membership(first, past, membership);
  }
  if (current >= 0) visitor.end();
}

function mark(marks: Uint8Array, more: Uint8Array): void {
  for (let day = 0; day < marks.length; day += 1) if (more[day] === 1) marks[day] = 1;
}

function load(shared: readonly SharedLeaf[], slots: Slots, day: number): void {
  for (const { slot, columns } of shared) {
    for (let i = 0; i < columns.length; i += 1) slots[slot + i] = (columns[i] as Float64Array)[day] as number;
  }
}

function memberLeaf(store: GroupStore, leaf: Leaf): MemberLeaf | null {
  const { read } = leaf;
  if (read.kind === 'aggregate' && read.scope === 'member') {
    return read.function === 'since' ? sinceOfMember(store, leaf, read) : aggregateOfMember(store, leaf, read);
  }
  if (read.kind === 'intrinsic' && read.name === 'tenure') return tenureOfMember(store, leaf, read);
  return null;
}

/** Marks in `changes` the days on which the leaf's value differs from the day before. */
function sharedLeaf(store: GroupStore, leaf: Leaf, walk: Walk, changes: Uint8Array): SharedLeaf {
  const { read, slot, thresholds } = leaf;
  const columns = read.kind === 'rank' ? walk.ranks(leaf, read) : pair(dayColumn(store, leaf));
  for (let day = 1; day < store.frame.days; day += 1) {
    const differs = columns.some((values) => differ(values[day - 1] as number, values[day] as number, thresholds));
    if (differs) changes[day] = 1;
  }
  return { slot, columns };
}

function pair(column: DayColumn): Float64Array[] {
  return [column.first, column.second];
}

function differ(before: number, after: number, thresholds: Leaf['thresholds']): boolean {
  if (before === after) return false;
  if (thresholds === null) return true;
  return thresholds.some(({ numerator, denominator }) => {
    const limit = numerator / denominator;
    return before >= limit !== after >= limit || before > limit !== after > limit;
  });
}

/** For each day, the next marked day after it; the number of days if there is none. */
function following(marks: Uint8Array): Int32Array {
  const next = new Int32Array(marks.length);
  let upcoming = marks.length;
  for (let day = marks.length - 1; day >= 0; day -= 1) {
    next[day] = upcoming;
    if (marks[day] === 1) upcoming = day;
  }
  return next;
}
