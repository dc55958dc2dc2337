/** The span of a window at an instant, and the one before it. */
import type { Window } from '@steward/policy';
import { durationDays, durationMicros } from '@steward/time';
import { coveredFrom, isWhole, type World } from './world.ts';

/** Where and how an expression is evaluated. */
export interface Moment {
  world: World;
  at: number;
  /** The member whose scope it is; null for the group's. */
  member: string | null;
  /** Risks read the running period, everything else the last completed one. */
  periods: 'running' | 'completed';
  /** The run that the goal belongs to: `[start, end)`. */
  run: { start: number; end: number } | null;
}

/** Both ends inclusive. */
export interface WindowSpan {
  from: number;
  last: number;
  covered: boolean;
  /** Whether the period has not ended. */
  running: boolean;
}

export function spanOf(window: Window, moment: Moment): WindowSpan {
  const { world, at, run } = moment;
  switch (window.kind) {
    case 'all':
      return { from: -Infinity, last: at, covered: isWhole(world), running: false };
    case 'run':
      if (run === null) throw new Error('a run window outside a campaign goal');
      return span(world, run.start, run.end - 1);
    case 'trailing': {
      const days = durationDays(window.duration);
      if (days === null) return span(world, at - durationMicros(window.duration) + 1, at);
      return span(world, world.calendar.day(world.calendar.dayAt(at).number - days + 1).from, at);
    }
    case 'period': {
      if (moment.periods === 'completed') {
        const period = world.calendar.completedAt(window.period, at);
        return span(world, period.from, period.last);
      }
      const period = world.calendar.periodAt(window.period, at);
      return { ...span(world, period.from, at), running: at < period.last };
    }
  }
}

/** The base of a trend: the window before. */
export function spanBefore(window: Window, moment: Moment): WindowSpan {
  const { world, at } = moment;
  switch (window.kind) {
    case 'trailing': {
      const days = durationDays(window.duration);
      const length = durationMicros(window.duration);
      if (days === null) return span(world, at - 2 * length + 1, at - length);
      const today = world.calendar.dayAt(at).number;
      return span(world, world.calendar.day(today - 2 * days + 1).from, world.calendar.day(today - days).last);
    }
    case 'period': {
      const current = spanOf(window, moment);
      const before = world.calendar.periodBefore(window.period, current.from);
      return span(world, before.from, before.last);
    }
    case 'all':
    case 'run':
      throw new Error(`a trend over the window ${window.kind}`);
  }
}

function span(world: World, from: number, last: number): WindowSpan {
  return { from, last, covered: coveredFrom(world, from), running: false };
}

/** Whether two windows always cover the same span. */
export function sameWindow(a: Window, b: Window): boolean {
  if (a.kind === 'period' && b.kind === 'period') return a.period === b.period;
  if (a.kind !== 'trailing' || b.kind !== 'trailing') return a.kind === b.kind;
  const sameDays = durationDays(a.duration) === durationDays(b.duration);
  return sameDays && durationMicros(a.duration) === durationMicros(b.duration);
}

/** `h`, `min` and `s`: windows that end at the instant, independent of the calendar. */
export function shortLength(window: Window): number | null {
  if (window.kind !== 'trailing' || durationDays(window.duration) !== null) return null;
  return durationMicros(window.duration);
}
