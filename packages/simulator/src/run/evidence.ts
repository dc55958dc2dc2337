/** Event numbers → evidence in an Outcome. */
import { instantText } from '@steward/time';
import { EVIDENCE_LIMIT, type EventReference, type Evidence } from '../outcome/evidence.ts';
import type { GroupStore } from './store.ts';

function reference(store: GroupStore, event: number): EventReference {
  const { log } = store;
  return {
    file: log.sourceFile[event] as number,
    line: log.sourceLine[event] as number,
    at: instantText(log.ts[event] as number),
    id: null,
  };
}

/** @param last at least the last events, ascending @param count how many there are in total */
export function evidenceOf(store: GroupStore, last: ArrayLike<number>, count = last.length): Evidence {
  const events: EventReference[] = [];
  for (let i = Math.max(0, last.length - EVIDENCE_LIMIT); i < last.length; i += 1) {
    events.push(reference(store, last[i] as number));
  }
  return { count, events };
}
