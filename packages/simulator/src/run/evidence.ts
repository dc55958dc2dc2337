/** Event numbers → what an Outcome says of them. */
import { DAY, dateText, SECOND } from '../columns/calendar.ts';
import { EVIDENCE_LIMIT, type EventReference, type Evidence, type Instant } from '../outcome/evidence.ts';
import type { GroupStore } from './store.ts';

/** UTC, ISO 8601 with `Z`: three digits of seconds, six where the microseconds need them. */
export function instantText(micros: number): Instant {
  const day = Math.floor(micros / DAY);
  const rest = micros - day * DAY;
  const second = Math.floor(rest / SECOND);
  const fraction = rest - second * SECOND;
  const clock = `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;
  const millis = fraction % 1000 === 0;
  const digits = String(millis ? fraction / 1000 : fraction).padStart(millis ? 3 : 6, '0');
  return `${dateText(day)}T${clock}.${digits}Z`;
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
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
