/** Lengths of durations, computed independently of the engine. */
import type { Duration } from '@steward/time';

/** Microseconds, with 1d = 24h. */
export function durationMicros({ amount, unit }: Duration): number {
  switch (unit) {
    case 's':
      return amount * 1_000_000;
    case 'min':
      return amount * 60_000_000;
    case 'h':
      return amount * 3_600_000_000;
    case 'd':
      return amount * 86_400_000_000;
    case 'w':
      return amount * 604_800_000_000;
  }
}

/** Whole calendar days of a duration in days or weeks; null for the shorter units. */
export function durationDays({ amount, unit }: Duration): number | null {
  if (unit === 'w') return amount * 7;
  return unit === 'd' ? amount : null;
}
