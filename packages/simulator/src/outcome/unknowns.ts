import type { Signal } from '@steward/events';

/** How often a clause could not be decided, and why. The reasons add up to `unknown`. */
export interface Unknowns {
  /** Tiers: (member, day) pairs at which the clause was tried. Elsewhere: days (mixes, caps: periods). */
  evaluations: number;
  unknown: number;
  /** Base signals that the clause reads and the log cannot show, in the order of SIGNALS. */
  missingSignals: Signal[];
  /** The primary reason of each unknown evaluation: `SEMANTICS.md`, "Why unknown". */
  reasons: {
    missingSignal: number;
    unknownRole: number;
    unknownMedia: number;
    beforeLog: number;
    unknownStart: number;
    periodRunning: number;
    noBase: number;
  };
}

/** In the order of the type, which is that of `SEMANTICS.md`. */
export const UNKNOWN_REASONS = [
  'missingSignal',
  'unknownRole',
  'unknownMedia',
  'beforeLog',
  'unknownStart',
  'periodRunning',
  'noBase',
] as const satisfies readonly (keyof Unknowns['reasons'])[];
