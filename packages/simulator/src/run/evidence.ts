/** Event numbers → what an Outcome says of them. */
import { EVIDENCE_LIMIT, type EventReference, type Evidence, type Instant } from '../outcome/evidence.ts';
import type { GroupStore } from './store.ts';

/** UTC, ISO 8601 with `Z`: three digits of seconds, six where the microseconds need them. */
export function instantText(micros: number): Instant {
  const millis = Math.floor(micros / 1000);
  const rest = micros - millis * 1000;
  const text = new Date(millis).toISOString();
  return rest === 0 ? text : `${text.slice(0, -1)}${String(rest).padStart(3, '0')}Z`;
}

function reference(store: GroupStore, event: number): EventReference {
  const { log } = store;
  return {
    file: log.sourceFile[event] as number,
    line: log.sourceLine[event] as number,
    at: instantText(log.ts[event] as number),
    id: null,
  };
}

/** @param last the last events at least, ascending; `count` how many there are in all. */
export function evidenceOf(store: GroupStore, last: ArrayLike<number>, count = last.length): Evidence {
  const events: EventReference[] = [];
  for (let i = Math.max(0, last.length - EVIDENCE_LIMIT); i < last.length; i += 1) {
    events.push(reference(store, last[i] as number));
  }
  return { count, events };
}
