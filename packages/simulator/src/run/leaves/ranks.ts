/**
 * Ranks: for each day the last value that still belongs to the top (or bottom), computed from the changes in members' values. The cost
 * depends on the changes, not on members × days.
 */
import { compare, type Exact, exact, lowest, type Rational } from '@steward/numbers';
import { isExact } from '../../program/interval.ts';
import { measure, type Slots } from '../../program/judge.ts';
import type { Leaf, RankLeaf, Value } from '../../program/plan.ts';
import { walkMembers } from '../members/walk.ts';
import type { GroupStore } from '../store.ts';

/** A member's value starts or stops counting on a day. `value` indexes the distinct values; INEXACT if not exact. */
interface Points {
  day: number[];
  value: number[];
  change: number[];
  values: { numerator: number; denominator: number }[];
}

const INEXACT = -1;

/** @returns by day: numerator and denominator of the cut, and 1 if every current member's value is exact */
export function rankColumns(store: GroupStore, leaf: Leaf, rank: RankLeaf): Float64Array[] {
  return store.keep(`rank ${store.leafKey(leaf)}`, () => findCuts(store, rank));
}

function findCuts(store: GroupStore, rank: RankLeaf): Float64Array[] {
  const { days } = store.frame;
  const points = collectPoints(store, rank);
  const order = points.values.map((_, i) => i).sort((a, b) => compare(asExact(points, a), asExact(points, b)));
  const place = new Int32Array(order.length);
  order.forEach((value, i) => {
    place[value] = i;
  });
  const byDay = sortByDay(points, days);
  const tree = fenwick(order.length);
  const cutNumerator = new Float64Array(days);
  const cutDenominator = new Float64Array(days).fill(1);
  const known = new Float64Array(days);
  let inexact = 0;
  let ranked = 0;
  let at = 0;
  for (let day = 0; day < days; day += 1) {
    for (; at < byDay.length && points.day[byDay[at] as number] === day; at += 1) {
      const point = byDay[at] as number;
      const value = points.value[point] as number;
      const change = points.change[point] as number;
      if (value === INEXACT) inexact += change;
      else {
        ranked += change;
        tree.add(place[value] as number, change);
      }
    }
    known[day] = inexact === 0 ? 1 : 0;
    const limit = places(rank, ranked + inexact);
    const last = rank.direction === 'top' ? ranked - limit + 1 : limit;
    const open = rank.direction === 'top' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
    if (limit <= 0) cutNumerator[day] = open;
    else if (last <= 0 || last > ranked) cutNumerator[day] = -open;
    else {
      const cut = points.values[order[tree.reaching(last)] as number];
      cutNumerator[day] = cut?.numerator ?? 0;
      cutDenominator[day] = cut?.denominator ?? 1;
    }
  }
  return [cutNumerator, cutDenominator, known];
}

/** The places held on days when every member's value is exact, with the number of members; without duplicates. */
export function placesTaken(store: GroupStore, rank: RankLeaf): { place: number; members: number }[] {
  const points = collectPoints(store, rank);
  const order = points.values.map((_, i) => i).sort((a, b) => compare(asExact(points, a), asExact(points, b)));
  if (rank.direction === 'top') order.reverse();
  const byDay = sortByDay(points, store.frame.days);
  const counts = new Int32Array(points.values.length);
  const found = new Map<string, { place: number; members: number }>();
  let inexact = 0;
  let members = 0;
  for (let day = 0, at = 0; day < store.frame.days; day += 1) {
    for (; at < byDay.length && points.day[byDay[at] as number] === day; at += 1) {
      const point = byDay[at] as number;
      const value = points.value[point] as number;
      const change = points.change[point] as number;
      members += change;
      if (value === INEXACT) inexact += change;
      else counts[value] = (counts[value] as number) + change;
    }
    if (inexact > 0) continue;
    let ahead = 0;
    for (const value of order) {
      const here = counts[value] as number;
      if (here > 0) found.set(`${ahead + 1}/${members}`, { place: ahead + 1, members });
      ahead += here;
    }
  }
  return [...found.values()];
}

/** How many may rank above (below) a member who is still in, plus one. */
function places(rank: RankLeaf, members: number): number {
  if (rank.limit.kind === 'places') return rank.limit.places;
  const { numerator, denominator } = rank.limit;
  const whole = numerator * members;
  return (whole + ((denominator - (whole % denominator)) % denominator)) / denominator;
}

function asExact(points: Points, value: number): Exact {
  const rational = points.values[value];
  return exact(rational?.numerator ?? 0, rational?.denominator ?? 1);
}

function collectPoints(store: GroupStore, rank: RankLeaf): Points {
  const points: Points = { day: [], value: [], change: [], values: [] };
  const numbers = new Map<number | string, number>();
  const read = exactly(rank.measure);
  const note = (day: number, value: number, change: number): void => {
    points.day.push(day);
    points.value.push(value);
    points.change.push(change);
  };
  const numberOf = (rational: Rational | null): number => {
    if (rational === null) return INEXACT;
    const key = rational.denominator === 1 ? rational.numerator : `${rational.numerator}/${rational.denominator}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, points.values.length);
    points.values.push(rational);
    return points.values.length - 1;
  };
  let until = -1;
  let current = INEXACT;
  const { leaves, slots: width } = rank;
  const past = store.frame.days;
  walkMembers(
    store,
    { leaves, slots: width, from: 0, past, ranks: noRank },
    {
      begin: () => {
        until = -1;
      },
      stretch(day, next, slots) {
        const value = numberOf(read(slots));
        if (until !== day || value !== current) {
          if (until >= 0) note(until, current, -1);
          note(day, value, 1);
        }
        current = value;
        until = next;
      },
      end() {
        if (until < past) note(until, current, -1);
      },
    },
  );
  return points;
}

/** An exact value in lowest terms; else null. */
function exactly(value: Value): (slots: Slots) => Rational | null {
  if (value.kind === 'leaf' && value.scale === 1) {
    const { slot } = value;
    return (slots) => {
      const numerator = slots[slot] as number;
      return numerator === slots[slot + 1] ? { numerator, denominator: 1 } : null;
    };
  }
  const read = measure(value);
  return (slots) => {
    const interval = read(slots);
    return isExact(interval) ? lowest(interval.lo) : null;
  };
}

function noRank(): never {
  throw new Error('a rank by a rank');
}

/** Indexes of the points, by day. */
function sortByDay(points: Points, days: number): Int32Array {
  const offsets = new Int32Array(days + 2);
  for (const day of points.day) offsets[day + 1] = (offsets[day + 1] as number) + 1;
  for (let day = 0; day <= days; day += 1) offsets[day + 1] = (offsets[day + 1] as number) + (offsets[day] as number);
  const sorted = new Int32Array(points.day.length);
  points.day.forEach((day, i) => {
    const slot = offsets[day] as number;
    offsets[day] = slot + 1;
    sorted[slot] = i;
  });
  return sorted;
}

interface Fenwick {
  add(index: number, change: number): void;
  /** The smallest index up to which at least `wanted` are counted. */
  reaching(wanted: number): number;
}

function fenwick(size: number): Fenwick {
  const sums = new Int32Array(size + 1);
  const top = 2 ** Math.floor(Math.log2(Math.max(1, size)));
  return {
    add(index, change) {
      for (let i = index + 1; i <= size; i += i & -i) sums[i] = (sums[i] as number) + change;
    },
    reaching(wanted) {
      let position = 0;
      let rest = wanted;
      for (let step = top; step > 0; step >>= 1) {
        if (position + step > size || (sums[position + step] as number) >= rest) continue;
        position += step;
        rest -= sums[position] as number;
      }
      return position;
    },
  };
}
