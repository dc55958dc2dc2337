/** Evaluates group-scope clauses at the end of every evaluated day. */
import { DAY, type Duration, durationMicros } from '@steward/time';
import { FALSE, TRUE, type Truth, UNKNOWN } from '../../program/interval.ts';
import type { Judge, Slots } from '../../program/judge.ts';
import type { Clause, ClauseTable, Leaf } from '../../program/plan.ts';
import { groupLeaf } from '../leaves/group-leaves.ts';
import type { GroupStore } from '../store.ts';
import { dayEnd } from '../time/frame.ts';
import { windowReader } from '../time/windows.ts';

/** A leaf's two slots at the end of each day. */
export interface DayColumn {
  first: Float64Array;
  second: Float64Array;
}

export function dayColumn(store: GroupStore, leaf: Leaf): DayColumn {
  return store.keep(`column ${store.leafKey(leaf)}`, () => readColumn(store, leaf));
}

function readColumn(store: GroupStore, leaf: Leaf): DayColumn {
  const { days } = store.frame;
  const windows = windowReader(store.frame, 'completed', null);
  const filler = groupLeaf(store, leaf, windows);
  const slots = new Float64Array(leaf.slot + 2);
  const column = { first: new Float64Array(days), second: new Float64Array(days) };
  for (let day = 0; day < days; day += 1) {
    filler.fill(slots, dayEnd(store.frame, day));
    column.first[day] = slots[leaf.slot] as number;
    column.second[day] = slots[leaf.slot + 1] as number;
  }
  return column;
}

/** Calls `visit` for every day, with the clause's slots filled. */
export function eachDay(store: GroupStore, table: ClauseTable, visit: (day: number, slots: Slots) => void): void {
  const slots = new Float64Array(table.slots);
  const columns = table.leaves.map((leaf) => ({ slot: leaf.slot, column: dayColumn(store, leaf) }));
  for (let day = 0; day < store.frame.days; day += 1) {
    for (const { slot, column } of columns) {
      slots[slot] = column.first[day] as number;
      slots[slot + 1] = column.second[day] as number;
    }
    visit(day, slots);
  }
}

/** Daily truths of the only clause of a table. */
export function dailyTruths(store: GroupStore, table: ClauseTable, clause: Clause, judge: Judge | null): Truth[] {
  const truths: Truth[] = [];
  if (clause.test === null || judge === null) return Array.from({ length: store.frame.days }, () => TRUE);
  eachDay(store, table, (_, slots) => truths.push(judge(slots)));
  return truths;
}

/** A duration in days, rounded up; 1 if there is none. */
function wholeDays(duration: Duration | null): number {
  return duration === null ? 1 : Math.max(1, Math.ceil(durationMicros(duration) / DAY));
}

/** `for D` over daily truths: the last k days all true; false if one is false; days before the first are unknown. */
export function heldFor(truths: readonly Truth[], duration: Duration | null): Truth[] {
  const wanted = wholeDays(duration);
  let lastFalse = Number.NEGATIVE_INFINITY;
  let lastUnknown = -1;
  return truths.map((truth, day) => {
    if (truth === FALSE) lastFalse = day;
    if (truth === UNKNOWN) lastUnknown = day;
    if (day - lastFalse < wanted) return FALSE;
    return day - lastUnknown < wanted ? UNKNOWN : TRUE;
  });
}
