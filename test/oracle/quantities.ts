/** The value of a quantity at a moment: an interval that holds it. */
import type { Aggregate, EventField, Intrinsic, Quantity, Window } from '@steward/policy';
import { testEvent } from './filters.ts';
import { ANYTHING, arithmetic, atLeast, type Interval, point, whole } from './interval.ts';
import { type Membership, runningAt } from './memberships.ts';
import { type Exact, exact, fromPolicy, ZERO } from './rational.ts';
import type { Row } from './rows.ts';
import { type Moment, sameWindow, spanBefore, spanOf, type WindowSpan } from './windows.ts';
import { membersAt, shown, type World } from './world.ts';

const AMOUNT_PARTS = 10_000;

/** `earlier`: windows equal to this one are read one step back, as the base of a trend. */
export function measure(quantity: Quantity, moment: Moment, earlier: Window | null = null): Interval {
  switch (quantity.kind) {
    case 'constant':
      return point(fromPolicy(quantity.value));
    case 'metric':
      return measure(quantity.body, moment, earlier);
    case 'arithmetic':
      return arithmetic(
        quantity.operator,
        measure(quantity.left, moment, earlier),
        measure(quantity.right, moment, earlier),
      );
    case 'intrinsic':
      return intrinsicValue(quantity, moment, earlier);
    case 'aggregate':
      if (quantity.function === 'since') return sinceValue(quantity, moment);
      return aggregateValue(quantity, moment, windowSpan(quantity.window, moment, earlier));
  }
}

function windowSpan(window: Window, moment: Moment, earlier: Window | null): WindowSpan {
  return earlier !== null && sameWindow(window, earlier) ? spanBefore(window, moment) : spanOf(window, moment);
}

/** Events of the aggregate's signals whose filter is true, wherever they lie and whosever they are. */
function selectedRows(aggregate: Aggregate, world: World): readonly Row[] {
  const known = world.selected.get(aggregate);
  if (known !== undefined) return known;
  const rows = world.rows.filter((row) =>
    aggregate.parts.some(
      (part) => part.signal === row.kind && (part.where === null || testEvent(part.where, row, world) === true),
    ),
  );
  world.selected.set(aggregate, rows);
  return rows;
}

/** The events that the aggregate rests on at the moment: those of its window and scope that have its field. */
export function countedRows(aggregate: Aggregate, moment: Moment, span: WindowSpan): Row[] {
  const rows = selectedRows(aggregate, moment.world).filter((row) => isInScope(aggregate, row, moment));
  const inside = rows.filter((row) => span.from <= row.ts && row.ts <= span.last);
  return inside.filter((row) => aggregate.field === null || fieldValue(aggregate.field, row, moment.world) !== null);
}

function isInScope(aggregate: Aggregate, row: Row, moment: Moment): boolean {
  return aggregate.scope === 'group' || (moment.member !== null && row.member === moment.member);
}

function fieldValue(field: EventField, row: Row, world: World): string | number | null {
  return field === 'category' ? (world.categories.get(row) ?? null) : row[field];
}

function showsAll(aggregate: Aggregate, world: World): boolean {
  return aggregate.parts.every((part) => shown(world, part.signal));
}

function aggregateValue(aggregate: Aggregate, moment: Moment, span: WindowSpan): Interval {
  const rows = countedRows(aggregate, moment, span);
  const isKnown = showsAll(aggregate, moment.world) && span.covered && !span.running;
  if (aggregate.function === 'average') {
    if (!isKnown || rows.length === 0) return ANYTHING;
    return point(exact(sumOf(rows), AMOUNT_PARTS * rows.length));
  }
  const seen = seenValue(aggregate, rows, moment.world);
  return isKnown ? point(seen) : atLeast(seen);
}

function seenValue(aggregate: Aggregate, rows: readonly Row[], world: World): Exact {
  const { field } = aggregate;
  switch (aggregate.function) {
    case 'distinct': {
      if (field === null) throw new Error('distinct without a field');
      return exact(new Set(rows.map((row) => fieldValue(field, row, world))).size);
    }
    case 'days':
      return exact(new Set(rows.map((row) => world.calendar.dayAt(row.ts).number)).size);
    case 'sum':
      return exact(sumOf(rows), AMOUNT_PARTS);
    default:
      return exact(rows.length);
  }
}

function sumOf(rows: readonly Row[]): bigint {
  return rows.reduce((sum, row) => sum + BigInt(row.amount ?? 0), 0n);
}

/** Where a `since` counts from when it has seen nothing. */
function sinceStart(aggregate: Aggregate, moment: Moment): { from: number; exact: boolean; seenFrom: number } {
  const { world } = moment;
  if (aggregate.scope === 'member') {
    const membership = membershipOf(moment);
    return { ...membership.since, seenFrom: membership.from };
  }
  const from = world.firstEvent;
  return { from, exact: world.complete, seenFrom: from };
}

/** The last event that a `since` sees. */
export function lastSeen(aggregate: Aggregate, moment: Moment): Row | null {
  const { seenFrom } = sinceStart(aggregate, moment);
  const span: WindowSpan = { from: seenFrom, last: moment.at, covered: true, running: false };
  return countedRows(aggregate, moment, span).at(-1) ?? null;
}

function sinceValue(aggregate: Aggregate, moment: Moment): Interval {
  const seen = lastSeen(aggregate, moment);
  const isShown = showsAll(aggregate, moment.world);
  if (seen !== null) {
    const elapsed = exact(moment.at - seen.ts);
    return isShown ? point(elapsed) : { lo: ZERO, hi: elapsed };
  }
  const start = sinceStart(aggregate, moment);
  const elapsed = exact(Math.max(0, moment.at - start.from));
  if (start.exact) return isShown ? point(elapsed) : { lo: ZERO, hi: elapsed };
  return atLeast(isShown ? elapsed : ZERO);
}

function membershipOf(moment: Moment): Membership {
  const { world, member, at } = moment;
  const membership = member === null ? null : runningAt(world.memberships.get(member) ?? [], at);
  if (membership === null) throw new Error(`${member ?? 'nobody'} is no member at ${at}`);
  return membership;
}

function intrinsicValue(intrinsic: Intrinsic, moment: Moment, earlier: Window | null): Interval {
  const { world } = moment;
  const at = intrinsic.window.kind === 'all' ? moment.at : windowSpan(intrinsic.window, moment, earlier).last;
  switch (intrinsic.name) {
    case 'members':
      return whole(membersAt(world, at).length);
    case 'age':
      return ageValue(world, at);
    case 'tenure': {
      const { tenure } = membershipOf(moment);
      const elapsed = exact(Math.max(0, at - tenure.from));
      return tenure.exact ? point(elapsed) : atLeast(elapsed);
    }
  }
}

/** Where the group's age counts from. */
export function ageStart(world: World): { from: number; exact: boolean } {
  if (world.group.founded !== null) return { from: world.calendar.instantOf(world.group.founded), exact: true };
  return { from: world.firstEvent, exact: world.complete };
}

function ageValue(world: World, at: number): Interval {
  const start = ageStart(world);
  const elapsed = exact(Math.max(0, at - start.from));
  return start.exact ? point(elapsed) : atLeast(elapsed);
}
