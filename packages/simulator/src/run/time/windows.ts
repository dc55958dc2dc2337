/** Windows as spans of instants (`SEMANTICS.md`, "Windows" and "Trend"). */
import type { Window } from '@steward/policy';
import { durationDays, durationMicros, type Period, type PeriodBounds } from '@steward/time';
import type { Frame } from './frame.ts';

/** Both ends inclusive; empty if `to` is before `from`. */
export interface Span {
  from: number;
  to: number;
  covered: boolean;
  running: boolean;
}

/** Which period `per P` means: the one around the instant (risks), or the last completed one (elsewhere). */
export type PeriodMode = 'running' | 'completed';

export interface WindowReader {
  span(window: Window, earlier: boolean, instant: number): Span;
}

/**
 * @param run the campaign run that `run` windows span; `end` exclusive.
 * Reading instants in ascending order is quickest: the period last read is kept.
 */
export function windowReader(frame: Frame, mode: PeriodMode, run: { start: number; end: number } | null): WindowReader {
  const { calendar, whole, beginning } = frame;
  const kept = new Map<Period, PeriodBounds>();
  let keptDay = Number.NaN;
  let keptFrom = 0;
  let keptNext = 0;

  const dayOf = (instant: number): number => {
    if (instant >= keptFrom && instant < keptNext) return keptDay;
    keptDay = calendar.dayOf(instant);
    keptFrom = calendar.dayStart(keptDay);
    keptNext = calendar.dayStart(keptDay + 1);
    return keptDay;
  };

  const bounds = (period: Period, instant: number): PeriodBounds => {
    const known = kept.get(period);
    if (known !== undefined && instant >= known.start && instant < known.next) return known;
    const read = calendar.period(period, instant);
    kept.set(period, read);
    return read;
  };

  const span = (from: number, to: number, running: boolean): Span => ({
    from,
    to,
    running,
    covered: whole || from >= beginning,
  });

  const periodSpan = (period: Period, earlier: boolean, instant: number): Span => {
    const holding = bounds(period, instant);
    const last = instant === holding.next - 1;
    if (mode === 'running' && !earlier) return span(holding.start, instant, !last);
    if (!earlier && last) return span(holding.start, holding.next - 1, false);
    if (mode === 'running' || last) return span(holding.previous, holding.start - 1, false);
    if (!earlier) return span(holding.previous, holding.start - 1, false);
    const { previous } = calendar.period(period, holding.previous);
    return span(previous, holding.previous - 1, false);
  };

  return {
    span(window, earlier, instant) {
      switch (window.kind) {
        case 'all':
          return earlier
            ? nothingBefore()
            : { from: Number.NEGATIVE_INFINITY, to: instant, covered: whole, running: false };
        case 'run': {
          if (run === null) throw new Error('a `run` window outside a campaign');
          return earlier ? nothingBefore() : span(run.start, run.end - 1, false);
        }
        case 'period':
          return periodSpan(window.period, earlier, instant);
        case 'trailing': {
          const days = durationDays(window.duration);
          if (days === null) {
            const length = durationMicros(window.duration);
            const to = earlier ? instant - length : instant;
            return span(to - length + 1, to, false);
          }
          const day = dayOf(instant);
          if (!earlier) return span(calendar.dayStart(day - days + 1), instant, false);
          return span(calendar.dayStart(day - 2 * days + 1), calendar.dayStart(day - days + 1) - 1, false);
        }
      }
    },
  };
}

/** Nothing precedes a run or `all`, so a trend over these has no base. */
function nothingBefore(): Span {
  return { from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY, covered: false, running: false };
}

/** Length of an `h` or `min` window in microseconds; null for every other window. */
export function elapsedLength(window: Window): number | null {
  if (window.kind !== 'trailing' || durationDays(window.duration) !== null) return null;
  return durationMicros(window.duration);
}
