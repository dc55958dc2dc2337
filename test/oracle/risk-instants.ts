/** The instants at which a risk's condition is evaluated, except its timers. */
import type { Aggregate, Risk } from '@steward/policy';
import { ageStart, countedRows, possibleRows } from './quantities.ts';
import { fromPolicy } from './rational.ts';
import { aggregatesIn, aggregatesOf, type Comparison, measuredOf, trendsOf, unnamed, windowsOf } from './reading.ts';
import type { Row } from './rows.ts';
import { type Moment, sameWindow, shortLength, type WindowSpan } from './windows.ts';
import { isWhole, type World } from './world.ts';

export function instantsOf(world: World, risk: Risk): Set<number> {
  const first = world.firstDay.from;
  const { last } = world.lastDay;
  const instants = [
    ...world.rows.map((row) => row.ts),
    ...world.days.flatMap((day) => [day.from, day.last]),
    ...hourInstants(world, risk),
    ...departures(world, risk),
    ...coverings(world, risk),
    ...measuredOf(risk.when).flatMap((part) => (part.kind === 'compare' ? crossings(world, part) : [])),
  ];
  return new Set(instants.filter((instant) => first <= instant && instant <= last));
}

function hourInstants(world: World, risk: Risk): number[] {
  const isHourly = windowsOf(risk.when).some((window) => window.kind === 'period' && window.period === 'hour');
  if (!isHourly) return [];
  return world.days.flatMap((day) => world.calendar.hoursOf(day).flatMap((hour) => [hour.from, hour.last]));
}

/** When an event leaves an hour or minute window; in a trend, also when it leaves the window before. */
function departures(world: World, risk: Risk): number[] {
  const lengths = aggregatesOf(risk.when).flatMap((aggregate) => {
    const length = shortLength(aggregate.window);
    return length === null ? [] : [{ aggregate, length }];
  });
  const once = lengths.flatMap(({ aggregate, length }) => everCounted(world, aggregate).map((row) => row.ts + length));
  const twice = trendsOf(risk.when).flatMap((trend) => {
    const length = shortLength(trend.window);
    if (length === null) return [];
    const moved = aggregatesIn(trend.measure).filter((each) => sameWindow(each.window, trend.window));
    return moved.flatMap((aggregate) => everCounted(world, aggregate).map((row) => row.ts + 2 * length));
  });
  return [...once, ...twice];
}

const EVER: WindowSpan = { from: -Infinity, last: Infinity, covered: true, running: false };

function atTheEnd(world: World): Moment {
  return { world, at: Infinity, member: null, periods: 'running', run: null };
}

/** Includes events that may count. */
function everCounted(world: World, aggregate: Aggregate): Row[] {
  return possibleRows(aggregate, atTheEnd(world), EVER);
}

/** When an hour or minute window (and in a trend, the one before) is first covered. */
function coverings(world: World, risk: Risk): number[] {
  if (isWhole(world)) return [];
  const once = aggregatesOf(risk.when).map((aggregate) => shortLength(aggregate.window));
  const twice = trendsOf(risk.when).flatMap((trend) => {
    const length = shortLength(trend.window);
    return length === null ? [] : [length, 2 * length];
  });
  const lengths = [...once, ...twice].filter((length) => length !== null);
  return lengths.map((length) => world.beginning + length - 1);
}

/** When a `since` or `age` reaches a constant it is compared with, and one microsecond later. */
function crossings(world: World, comparison: Comparison): number[] {
  const left = unnamed(comparison.left);
  const right = unnamed(comparison.right);
  const constant = [left, right].find((side) => side.kind === 'constant');
  if (constant?.kind !== 'constant') return [];
  const length = Number(fromPolicy(constant.value).numerator) / Number(fromPolicy(constant.value).denominator);
  return [left, right].flatMap((side) => reachings(world, side, length)).flatMap((instant) => [instant, instant + 1]);
}

function reachings(world: World, side: ReturnType<typeof unnamed>, length: number): number[] {
  if (side.kind === 'intrinsic' && side.name === 'age') return [ageStart(world).from + length];
  if (side.kind !== 'aggregate' || side.function !== 'since') return [];
  // The last event that certainly counts gives one end of the interval, the last that may count the other.
  return [countedRows(side, atTheEnd(world), EVER), everCounted(world, side)].flatMap((rows) => {
    const seen = rows.map((row) => row.ts);
    return [world.foundedInView ?? world.firstEvent, ...seen].flatMap((start) => {
      const next = seen.find((instant) => instant > start) ?? Infinity;
      return start + length < next ? [start + length] : [];
    });
  });
}
