/** Tries tiers in order, from each one's stretches of truth. */
import { TRUE, UNKNOWN } from '../../program/interval.ts';
import type { Truths } from './truths.ts';

export interface Ladder {
  /** The next membership, in walking order. */
  enter(): void;
  /** Days ascend within a membership. `unknown` then holds the tiers tried and unknown. @returns the day until which that stays so at least. */
  at(day: number, unknown: number[]): number;
  /** The first tier that is true on the last requested day, or the number of tiers. */
  winner(): number;
}

/** @param truths by tier; null = always true. */
export function ladderOf(truths: readonly (Truths | null)[]): Ladder {
  /** Each tier's current stretch, and the membership's last one. */
  const places = new Int32Array(truths.length);
  const lasts = new Int32Array(truths.length);
  let membership = -1;
  let winner = truths.length;

  return {
    enter() {
      membership += 1;
      for (let tier = 0; tier < truths.length; tier += 1) {
        const first = truths[tier]?.first;
        if (first === undefined) continue;
        places[tier] = first[membership] as number;
        lasts[tier] = (first[membership + 1] as number) - 1;
      }
    },
    at(day, unknown) {
      unknown.length = 0;
      let next = Number.POSITIVE_INFINITY;
      for (let tier = 0; tier < truths.length; tier += 1) {
        winner = tier;
        const stretches = truths[tier] as Truths | null;
        if (stretches === null) return next;
        const last = lasts[tier] as number;
        let place = places[tier] as number;
        while (place < last && (stretches.day[place + 1] as number) <= day) place += 1;
        places[tier] = place;
        if (place < last) next = Math.min(next, stretches.day[place + 1] as number);
        const truth = stretches.truth[place];
        if (truth === TRUE) return next;
        if (truth === UNKNOWN) unknown.push(tier);
      }
      winner = truths.length;
      return next;
    },
    winner: () => winner,
  };
}
