/** What proofs about a group depend on besides its conditions: possible clock changes. */
import { HOUR, keepsOneOffset } from '@steward/time';
import type { Clock } from '../measures/windows.ts';

/** Two one-hour clock changes fit into any window that is long enough. */
const CHANGING: Clock = { slackMicros: 2 * HOUR };
const STEADY: Clock = { slackMicros: 0 };
const FIRST_YEAR = 2015;
const LAST_YEAR = 2035;

const known = new Map<string, Clock>();

/** Whether a time zone keeps a single offset in the years that logs and rules are about. */
export function clockOf(timezone: string): Clock {
  const found = known.get(timezone) ?? (keepsOneOffset(timezone, FIRST_YEAR, LAST_YEAR) ? STEADY : CHANGING);
  known.set(timezone, found);
  return found;
}
