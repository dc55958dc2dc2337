/** What proofs about a group rest on besides its conditions: how much its clock may be changed. */
import type { Clock } from '../measures/windows.ts';
import { HOUR_MICROS } from '../measures/windows.ts';

/** Two clock changes of an hour each lie within any window that is long enough. */
const CHANGING: Clock = { slackMicros: 2 * HOUR_MICROS };
const STEADY: Clock = { slackMicros: 0 };
const FIRST_YEAR = 2015;
const LAST_YEAR = 2035;

const known = new Map<string, Clock>();

/** Whether a time zone keeps one offset, in the years that logs and rules are about. */
export function clockOf(timezone: string): Clock {
  const found = known.get(timezone) ?? (offsetsOf(timezone).size === 1 ? STEADY : CHANGING);
  known.set(timezone, found);
  return found;
}

function offsetsOf(timezone: string): Set<string> {
  const format = new Intl.DateTimeFormat('en', { timeZone: timezone, timeZoneName: 'longOffset' });
  const offsets = new Set<string>();
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
    for (const month of [0, 3, 6, 9]) {
      const parts = format.formatToParts(Date.UTC(year, month, 15));
      offsets.add(parts.find(({ type }) => type === 'timeZoneName')?.value ?? '');
    }
  }
  return offsets;
}
