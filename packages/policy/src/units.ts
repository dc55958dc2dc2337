/** Units of quantities and the calendar periods of the language. */

export type Unit = 'count' | 'ratio' | 'duration' | 'number';

/** Calendar periods; weeks are ISO weeks, all in the group's time zone. */
export type Period = 'hour' | 'day' | 'week' | 'month';

/**
 * An exact non-negative rational: `numerator / denominator`, both integers, denominator > 0, in lowest terms.
 * `40%` is 2/5, `0.8` is 4/5. Durations are whole microseconds over 1.
 */
export interface Rational {
  numerator: number;
  denominator: number;
}

/** A length of time as written. `d` and `w` are calendar days where a clause counts days; elsewhere 1d = 24h. */
export interface Duration {
  amount: number;
  unit: 's' | 'min' | 'h' | 'd' | 'w';
}

/** Minutes after local midnight, 0..1440 (1440 only as an end). */
export type MinuteOfDay = number;

/** A wall-clock time in the group's time zone, `YYYY-MM-DDTHH:MM[:SS]`. */
export type LocalDateTime = string;

/** A local calendar date, `YYYY-MM-DD`. */
export type LocalDate = string;

const SECONDS: Record<Duration['unit'], number> = { s: 1, min: 60, h: 3_600, d: 86_400, w: 604_800 };

/** Length in microseconds, with 1d = 24h. */
export function durationMicros(duration: Duration): number {
  return duration.amount * SECONDS[duration.unit] * 1_000_000;
}

/** Whole calendar days of a duration written in `d` or `w`; null for the shorter units. */
export function durationDays(duration: Duration): number | null {
  if (duration.unit === 'd') return duration.amount;
  if (duration.unit === 'w') return duration.amount * 7;
  return null;
}
