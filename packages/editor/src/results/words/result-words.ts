/** What is said at the ends of lines and in hovers. */
import type { Signal } from '@steward/events';

/** Parameters are formatted unless their type says otherwise. */
export interface ResultWords {
  /** `3 Mar`, with its year where that is not the log's. */
  day: (year: string | null, month: number, day: number) => string;

  memberShare: (members: number, text: string, share: string) => string;
  nobody: (days: number, text: string) => string;
  /** `+3 −1`: who came and who went in the last seven days; `+2` alone, where moves are not known one by one. */
  week: (moves: string) => string;
  inGrace: (count: string) => string;
  nobodyInTier: string;

  neverPosted: string;
  neverSaid: string;
  never: string;
  /** A verdict over some of the periods, after a mark. */
  lastOn: (day: string) => string;
  worst: (value: string, day: string) => string;
  missedLast: (day: string) => string;

  breaches: (count: number, text: string) => string;
  breachesLast: (count: number, text: string, day: string) => string;
  breachSince: (day: string) => string;
  breachesSince: (text: string, day: string) => string;
  groupsInBreach: (count: number, text: string) => string;
  healthy: string;

  incidentsLast: (count: number, text: string, day: string) => string;
  open: (text: string) => string;
  timesLast: (count: number, text: string, day: string) => string;
  /** Of a rung of a ladder that results cannot tell from another. */
  togetherWithOthers: (times: string) => string;

  runs: (count: number, text: string) => string;
  heldOf: (held: string, planned: string) => string;
  goalsMet: (met: string, judged: string) => string;
  goalUnseen: string;
  running: (phase: string) => string;

  stageSince: (stage: string, day: string) => string;
  stageDays: (days: number, text: string) => string;
  now: string;
  groupsNow: (count: number, text: string) => string;
  blockedDays: (days: number, text: string) => string;

  capacityKept: (peak: string, limit: string) => string;
  capacityOver: (days: number, text: string, peak: string) => string;
  nicknamesOff: (text: string, checked: string) => string;
  nicknamesKept: (count: number, text: string) => string;
  noNames: string;
  notBound: string;

  capacity: string;
  nickname: string;
  weekHeader: string;
  who: (names: string) => string;
  incident: string;
  openTime: string;
  onBreach: string;
  escalatesTo: (risk: string) => string;
  begins: string;
  run: string;
  phases: string;
  goal: string;
  goals: string;
  scenarios: string;
  undecidedOf: (count: string) => string;
  sameBy: string;

  undecided: (text: string) => string;
  /** Signals that the log lacks, in the plural. */
  needs: (signals: string) => string;
  signals: (signal: Signal, alias: string) => string;
  needsDays: (from: string) => string;
  needsEarlier: string;
  unknownRole: string;
  unknownMedia: string;
  unknownStart: string;
  periodRunning: string;
  noBase: string;
}
