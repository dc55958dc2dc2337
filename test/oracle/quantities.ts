/** The value of a quantity at a moment, as an interval that contains it. */
import type { Aggregate, EventField, Intrinsic, Quantity, Window } from '@steward/policy';
import { type Reading, testEvent } from './filters.ts';
import { ANYTHING, arithmetic, atLeast, type Interval, point, whole } from './interval.ts';
import { type Membership, runningAt } from './memberships.ts';
import { compare, type Exact, exact, fromPolicy, ZERO } from './rational.ts';
import type { Row } from './rows.ts';
import { type Moment, sameWindow, spanBefore, spanOf, type WindowSpan } from './windows.ts';
import { isWhole, membersAt, type Selection, shown, type World } from './world.ts';

const AMOUNT_PARTS = 10_000;

/** `earlier`: windows equal to this one are read one step back, for a trend's base. */
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

/** Events of the aggregate's signals whose filter is true, at any time and by anyone. */
function selectedRows(aggregate: Aggregate, world: World): Selection {
  const known = world.selected.get(aggregate);
  if (known !== undefined) return known;
  const counts = (row: Row, reading: Reading): boolean =>
    aggregate.parts.some(
      (part) =>
        part.signal === row.kind && (part.where === null || testEvent(part.where, row, reading, world.names) === true),
    );
  const ways = (row: Row): readonly Reading[] => world.readings.get(row) ?? [];
  const selection = {
    surely: world.rows.filter((row) => ways(row).every((reading) => counts(row, reading))),
    possibly: world.rows.filter((row) => ways(row).some((reading) => counts(row, reading))),
  };
  world.selected.set(aggregate, selection);
  return selection;
}

/** The events behind the aggregate at the moment: those in its window and scope that have its field. */
export function countedRows(aggregate: Aggregate, moment: Moment, span: WindowSpan): Row[] {
  return inSpan(selectedRows(aggregate, moment.world).surely, aggregate, moment, span).filter((row) =>
    hasField(aggregate, row, moment.world),
  );
}

/** Including those that may count, because their role or media is unknown. */
export function possibleRows(aggregate: Aggregate, moment: Moment, span: WindowSpan): Row[] {
  const { world } = moment;
  return inSpan(selectedRows(aggregate, world).possibly, aggregate, moment, span).filter(
    (row) => hasField(aggregate, row, world) || isUnknown(aggregate.field, row, world),
  );
}

function inSpan(rows: readonly Row[], aggregate: Aggregate, moment: Moment, span: WindowSpan): Row[] {
  return rows.filter((row) => isInScope(aggregate, row, moment) && span.from <= row.ts && row.ts <= span.last);
}

function isInScope(aggregate: Aggregate, row: Row, moment: Moment): boolean {
  return aggregate.scope === 'group' || (moment.member !== null && row.member === moment.member);
}

function hasField({ field }: Aggregate, row: Row, world: World): boolean {
  return field === null || fieldValue(field, row, world) !== null;
}

/** Also null if unknown. */
function fieldValue(field: EventField, row: Row, world: World): string | number | null {
  switch (field) {
    case 'category':
      return world.categories.get(row) ?? null;
    case 'role':
      return world.roles.ofRow(row);
    case 'media':
      return row.media === 'unknown' ? null : row.media;
    default:
      return row[field];
  }
}

function isUnknown(field: EventField | null, row: Row, world: World): boolean {
  if (field === 'role') return world.roles.ofRow(row) === null;
  if (field === 'media') return row.media === 'unknown';
  return field === 'category' && world.undecided.has(row);
}

function showsAll(aggregate: Aggregate, world: World): boolean {
  return aggregate.parts.every((part) => shown(world, part.signal));
}

function aggregateValue(aggregate: Aggregate, moment: Moment, span: WindowSpan): Interval {
  const rows = countedRows(aggregate, moment, span);
  const possible = possibleRows(aggregate, moment, span);
  const isKnown = showsAll(aggregate, moment.world) && span.covered && !span.running;
  if (aggregate.function === 'average') {
    if (!isKnown || rows.length === 0 || possible.length > rows.length) return ANYTHING;
    return point(exact(sumOf(rows), AMOUNT_PARTS * rows.length));
  }
  const ends = [seenValue(aggregate, rows, moment.world), seenValue(aggregate, possible, moment.world)];
  const [lo = ZERO, hi = lo] = ends.sort(compare);
  return isKnown ? { lo, hi } : atLeast(lo);
}

function seenValue(aggregate: Aggregate, rows: readonly Row[], world: World): Exact {
  const { field } = aggregate;
  switch (aggregate.function) {
    case 'distinct': {
      if (field === null) throw new Error('distinct without a field');
      // Each unknown may be a distinct value.
      return exact(
        new Set(rows.map((row) => (isUnknown(field, row, world) ? row : fieldValue(field, row, world)))).size,
      );
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

/** Where a `since` starts if it has seen no event. */
function sinceStart(aggregate: Aggregate, moment: Moment): { from: number; exact: boolean; seenFrom: number } {
  const { world } = moment;
  if (aggregate.scope === 'member') {
    const membership = membershipOf(moment);
    return { ...membership.since, seenFrom: membership.from };
  }
  const from = world.foundedInView ?? world.firstEvent;
  return { from, exact: isWhole(world), seenFrom: from };
}

/** The last event that a `since` sees. */
export function lastSeen(aggregate: Aggregate, moment: Moment): Row | null {
  return countedRows(aggregate, moment, sinceSpan(aggregate, moment)).at(-1) ?? null;
}

function sinceSpan(aggregate: Aggregate, moment: Moment): WindowSpan {
  return { from: sinceStart(aggregate, moment).seenFrom, last: moment.at, covered: true, running: false };
}

function sinceValue(aggregate: Aggregate, moment: Moment): Interval {
  const start = sinceStart(aggregate, moment);
  const seen = lastSeen(aggregate, moment);
  const latest = possibleRows(aggregate, moment, sinceSpan(aggregate, moment)).at(-1)?.ts ?? start.from;
  const elapsedSince = (instant: number): Exact => exact(Math.max(0, moment.at - instant));
  const lo = showsAll(aggregate, moment.world) ? elapsedSince(latest) : ZERO;
  if (seen !== null) return { lo, hi: elapsedSince(seen.ts) };
  return start.exact ? { lo, hi: elapsedSince(start.from) } : atLeast(lo);
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
    case 'opening_members':
    case 'retained_members':
      return presenceValue(intrinsic.name, world, windowSpan(intrinsic.window, moment, earlier));
    case 'tenure': {
      const { tenure } = membershipOf(moment);
      const elapsed = exact(Math.max(0, at - tenure.from));
      return tenure.exact ? point(elapsed) : atLeast(elapsed);
    }
  }
}

function presenceValue(name: 'opening_members' | 'retained_members', world: World, span: WindowSpan): Interval {
  if (!(span.covered && shown(world, 'join') && shown(world, 'leave'))) return atLeast(ZERO);
  const opening = [...world.memberships.keys()].filter((id) => wasThere(world, id, span));
  if (name === 'opening_members') return whole(opening.length);
  const present = new Set(membersAt(world, span.last));
  return whole(opening.filter((id) => present.has(id)).length);
}

/** A member just before the span, or first seen in it by anything but a join, and on no earlier list. */
function wasThere(world: World, member: string, { from, last }: WindowSpan): boolean {
  const memberships = world.memberships.get(member) ?? [];
  if (runningAt(memberships, from - 1) !== null) return true;
  // The group did not exist yet.
  if (world.foundedInView !== null && from <= world.foundedInView) return false;
  // Somebody present without having joined was already there before.
  if (!world.complete && memberships.some((one) => !one.joined && one.from === from)) return true;
  const first = world.rows.find((row) => row.member === member);
  if (world.complete || first === undefined || first.kind === 'join') return false;
  const known = memberships[0]?.from ?? first.ts;
  return known >= first.ts && from <= first.ts && first.ts <= last;
}

/** Start of the group's age. */
export function ageStart(world: World): { from: number; exact: boolean } {
  if (world.group.founded !== null) return { from: world.calendar.instantOf(world.group.founded), exact: true };
  const shownFrom = world.log.founded ?? firstJoin(world);
  return { from: shownFrom ?? world.firstEvent, exact: world.complete || shownFrom !== null };
}

/** The first event if it is a join into an empty room; else null. */
function firstJoin(world: World): number | null {
  const [first] = world.rows;
  if (first?.kind !== 'join' || !shown(world, 'join')) return null;
  const people = [
    ...new Set([...world.log.members, ...world.roster.map((entry) => ({ id: entry.member }))].map((one) => one.id)),
  ];
  const cameLater = people.filter((id) => !world.roles.isBot(id)).every((id) => comesLater(world, id, first));
  return cameLater ? first.ts : null;
}

/** Nothing says they were there before the group's first event. */
function comesLater(world: World, member: string, first: Row): boolean {
  const own = world.rows.find((row) => row.member === member);
  if (own !== undefined && own.kind !== 'join') return false;
  const entry = world.roster.find((candidate) => candidate.member === member);
  if (entry === undefined) return true;
  if (entry.joined === null) return own !== undefined;
  return entry.joined >= world.calendar.dayAt(first.ts).from;
}

function ageValue(world: World, at: number): Interval {
  const start = ageStart(world);
  const elapsed = exact(Math.max(0, at - start.from));
  return start.exact ? point(elapsed) : atLeast(elapsed);
}
