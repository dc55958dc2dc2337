/**
 * Which windows always lie within which others.
 *
 * Daily clauses are evaluated at the end of a local day, where `per day` and `in 1d` both mean that day. Risks are evaluated at any instant,
 * where `per day` means the day so far.
 */
import type { Window } from '@steward/policy';
import { DAY, durationDays, durationMicros, HOUR } from '@steward/time';

/** When the clause is evaluated. */
export type Moment = 'day-end' | 'instant';

/**
 * A window as a span before the moment. Windows that always cover the same span are equal.
 * - `days`: that many local days, ending with the current one. - `elapsed`: that many microseconds.
 * - `last-hour`, `last-week`, `last-month`: the last completed one. - `this-…`: the current one so far.
 */
export type Span =
  | { kind: 'days'; days: number }
  | { kind: 'elapsed'; micros: number }
  | { kind: 'last-hour' | 'last-week' | 'last-month' | 'this-hour' | 'this-week' | 'this-month' }
  | { kind: 'run' }
  | { kind: 'all' };

export function spanOf(window: Window, moment: Moment): Span {
  switch (window.kind) {
    case 'trailing': {
      const days = durationDays(window.duration);
      return days === null ? { kind: 'elapsed', micros: durationMicros(window.duration) } : { kind: 'days', days };
    }
    case 'period':
      if (window.period === 'day') return { kind: 'days', days: 1 };
      return { kind: `${moment === 'day-end' ? 'last' : 'this'}-${window.period}` };
    default:
      return { kind: window.kind };
  }
}

export function spanKey(span: Span): string {
  if (span.kind === 'days') return `${span.days}d`;
  return span.kind === 'elapsed' ? `${span.micros}us` : span.kind;
}

/** The maximum number of local days that a span can touch. */
export function mostDays(span: Span): number {
  switch (span.kind) {
    case 'days':
      return span.days;
    case 'elapsed':
      return Math.ceil(span.micros / DAY) + 1;
    case 'last-hour':
    case 'this-hour':
      return 1;
    case 'last-week':
    case 'this-week':
      return 7;
    case 'last-month':
    case 'this-month':
      return 31;
    default:
      return Number.POSITIVE_INFINITY;
  }
}

/** By how much a time zone can make days longer or shorter than 24h, summed over all clock changes of a window. */
export interface Clock {
  slackMicros: number;
}

/** How far back a span reaches: its first instant is between `least` and `most` microseconds before the moment. */
export interface Reach {
  least: number;
  most: number;
}

export function reachOf(span: Span, clock: Clock, moment: Moment): Reach {
  switch (span.kind) {
    case 'days': {
      const most = span.days * DAY + clock.slackMicros - 1;
      const whole = moment === 'day-end' ? span.days : span.days - 1;
      const least = Math.max(0, whole * DAY - clock.slackMicros - (moment === 'day-end' ? 1 : 0));
      return { least, most };
    }
    case 'elapsed':
      return { least: span.micros - 1, most: span.micros - 1 };
    case 'last-hour':
      return { least: HOUR - clock.slackMicros - 1, most: 2 * HOUR + clock.slackMicros };
    case 'last-week':
      return { least: 7 * DAY - clock.slackMicros - 1, most: 13 * DAY + clock.slackMicros - 1 };
    case 'last-month':
      return { least: 28 * DAY - clock.slackMicros - 1, most: 61 * DAY + clock.slackMicros - 1 };
    case 'this-hour':
      return { least: 0, most: HOUR + clock.slackMicros };
    case 'this-week':
      return { least: 0, most: 7 * DAY + clock.slackMicros };
    case 'this-month':
      return { least: 0, most: 31 * DAY + clock.slackMicros };
    case 'all':
      return { least: Number.POSITIVE_INFINITY, most: Number.POSITIVE_INFINITY };
    case 'run':
      return { least: 0, most: Number.POSITIVE_INFINITY };
  }
}

/** Whether the span ends at the moment itself; then it lies within another one if and only if it reaches back less far. */
export function endsNow(span: Span): boolean {
  return span.kind !== 'last-week' && span.kind !== 'last-month' && span.kind !== 'run';
}

/** Whether `inner` always lies within `outer`. */
export function isWithin(inner: Span, outer: Span, clock: Clock, moment: Moment): boolean {
  if (outer.kind === 'all' || spanKey(inner) === spanKey(outer)) return true;
  if (inner.kind === 'run' || outer.kind === 'run' || !endsNow(outer)) return false;
  if (inner.kind === 'days' && outer.kind === 'days') return inner.days <= outer.days;
  if (inner.kind === 'elapsed' && outer.kind === 'elapsed') return inner.micros <= outer.micros;
  if (inner.kind === 'this-hour' && outer.kind !== 'elapsed') return true;
  if (inner.kind === 'last-hour' && outer.kind !== 'elapsed') return true;
  if (inner.kind === 'days' && inner.days === 1 && outer.kind !== 'elapsed') {
    return outer.kind !== 'this-hour' && outer.kind !== 'last-hour';
  }
  // Calendar days: the current week is part of the last 7 days, and the last week part of the last 13, whatever the clock does.
  if (outer.kind === 'days') {
    const days = reachInDays(inner);
    if (days !== null) return days <= outer.days;
  }
  return reachOf(inner, clock, moment).most <= reachOf(outer, clock, moment).least;
}

function reachInDays(span: Span): number | null {
  switch (span.kind) {
    case 'this-week':
      return 7;
    case 'this-month':
      return 31;
    case 'last-week':
      return 13;
    case 'last-month':
      return 61;
    default:
      return null;
  }
}
