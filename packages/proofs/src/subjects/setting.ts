/** What proofs about a group rest on besides its conditions: how much its clock may be changed. */
import { HOUR, keepsOneOffset } from '@steward/time';
import type { Clock } from '../measures/windows.ts';

/** Two clock changes of an hour each lie within any window that is long enough. */
const CHANGING: Clock = { slackMicros: 2 * HOUR };
const STEADY: Clock = { slackMicros: 0 };
const FIRST_YEAR = 2015;
const LAST_YEAR = 2035;

const known = new Map<string, Clock>();

/** Whether a time zone keeps one offset, in the years that logs and rules are about. */
export function clockOf(timezone: string): Clock {
  const found = known.get(timezone) ?? (keepsOneOffset(timezone, FIRST_YEAR, LAST_YEAR) ? STEADY : CHANGING);
  known.set(timezone, found);
  return found;
}
