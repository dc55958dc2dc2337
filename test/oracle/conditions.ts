/** Conditions at a moment: true, false or unknown. */
import type { Condition, Rank, Trend } from '@steward/policy';
import type { Duration } from '@steward/time';
import { durationMicros } from './durations.ts';
import { compareIntervals, exactly, type Interval } from './interval.ts';
import { measure } from './quantities.ts';
import { ceiling, compare, type Exact, exact, fromPolicy, multiply, negate, subtract, ZERO } from './rational.ts';
import { and, not, or, type Truth } from './truth.ts';
import { type Moment, spanBefore } from './windows.ts';
import { membersAt } from './world.ts';

const MICROS_PER_DAY = 86_400_000_000;

export function testCondition(condition: Condition, moment: Moment): Truth {
  switch (condition.kind) {
    case 'and':
      return and(testCondition(condition.left, moment), testCondition(condition.right, moment));
    case 'or':
      return or(testCondition(condition.left, moment), testCondition(condition.right, moment));
    case 'not':
      return not(testCondition(condition.operand, moment));
    case 'compare':
      return compareIntervals(condition.operator, measure(condition.left, moment), measure(condition.right, moment));
    case 'trend':
      return testTrend(condition, moment);
    case 'rank':
      return testRank(condition, moment);
  }
}

/** Compares with the window before, which must be exact, covered and above zero. */
function testTrend(trend: Trend, moment: Moment): Truth {
  const base = exactly(measure(trend.measure, moment, trend.window));
  if (base === null || !spanBefore(trend.window, moment).covered || compare(base, ZERO) <= 0) return null;
  const current = measure(trend.measure, moment);
  const change = multiply(fromPolicy(trend.by), base);
  if (trend.direction === 'falls') return compareIntervals('<=', current, constant(subtract(base, change)));
  return compareIntervals('>=', current, constant(subtract(base, negate(change))));
}

function constant(value: Exact): Interval {
  return { lo: value, hi: value };
}

function testRank(rank: Rank, moment: Moment): Truth {
  const measureOf = (member: string): Exact | null => exactly(measure(rank.measure, { ...moment, member }));
  const own = moment.member === null ? null : measureOf(moment.member);
  if (rank.direction === 'top' && own !== null && compare(own, ZERO) === 0) return false;

  const everyone = membersAt(moment.world, moment.at).map(measureOf);
  const known = everyone.filter((value) => value !== null);
  if (own === null || known.length < everyone.length) return null;
  if (rank.direction === 'top' && compare(own, ZERO) <= 0) return false;

  const ahead = known.filter((value) =>
    rank.direction === 'top' ? compare(value, own) > 0 : compare(value, own) < 0,
  ).length;
  return BigInt(1 + ahead) <= places(rank, everyone.length);
}

function places(rank: Rank, heads: number): bigint {
  if (rank.limit.kind === 'places') return BigInt(rank.limit.places);
  return ceiling(multiply(fromPolicy(rank.limit.share), exact(heads)));
}

/**
 * `for D` on daily verdicts: covers as many days, including today, as D rounded up.
 * @param daily the verdicts of the evaluated days up to and including today
 */
export function heldFor(duration: Duration | null, daily: readonly Truth[]): Truth {
  const days = duration === null ? 1 : Math.max(1, Math.ceil(durationMicros(duration) / MICROS_PER_DAY));
  const last = daily.slice(-days);
  if (last.includes(false)) return false;
  return last.length === days && !last.includes(null) ? true : null;
}
