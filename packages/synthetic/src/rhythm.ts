/** The times of day at which people write. */
import type { Random } from './random.ts';

/** Relative weight of each hour of the local day. */
export type HourWeights = readonly number[];

export const RHYTHMS = {
  /** Breakfast, lunch and a long evening, with a peak at nine. */
  workday: [3, 1.5, 0.8, 0.4, 0.3, 0.6, 2, 6, 9, 7, 7, 8, 12, 9, 6, 6, 6, 7, 9, 11, 15, 17, 13, 7],
  /** Late start, steady through the day, later to bed. */
  weekend: [5, 2.5, 1.2, 0.6, 0.4, 0.4, 1, 3, 6, 9, 11, 11, 11, 9, 8, 9, 9, 8, 8, 10, 13, 15, 13, 9],
  /** Staff: office hours and the evening shift. */
  staff: [0.2, 0, 0, 0, 0, 0, 0.2, 3, 8, 10, 10, 9, 7, 7, 9, 9, 9, 8, 6, 6, 8, 7, 3, 0.8],
} as const satisfies Record<string, HourWeights>;

/** Cumulative weights, so that one uniform number finds the hour. */
export interface Rhythm {
  cumulative: readonly number[];
}

export function rhythmOf(weights: HourWeights): Rhythm {
  let sum = 0;
  return { cumulative: weights.map((weight) => (sum += weight)) };
}

/** @returns milliseconds after local midnight, below 24 hours. */
export function timeOfDay(rhythm: Rhythm, random: Random): number {
  const total = rhythm.cumulative[23] ?? 0;
  const at = random.unit() * total;
  const hour = rhythm.cumulative.findIndex((sum) => at < sum);
  return Math.floor((Math.max(hour, 0) + random.unit()) * 3_600_000);
}
