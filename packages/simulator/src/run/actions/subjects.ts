/** Resolves `sender` and `message` of a clause, and who is on duty. */
import { NONE, SIGNALS } from '@steward/events';
import type { Shift } from '@steward/policy';
import { isWithinClock } from '@steward/time';
import type { GroupStore } from '../store.ts';

const MESSAGE = SIGNALS.indexOf('message');

/** Numbers of the members that the events come from or point to, in order, without duplicates. */
export function sendersOf(store: GroupStore, events: ArrayLike<number>): number[] {
  const found = new Set<number>();
  for (let i = 0; i < events.length; i += 1) {
    const sender = senderOf(store, events[i] as number);
    if (sender !== NONE) found.add(sender);
  }
  return [...found];
}

function senderOf(store: GroupStore, event: number): number {
  const { log } = store;
  const own = log.member[event] as number;
  const target = log.target[event] as number;
  if (log.kind[event] === MESSAGE || target === NONE) return own;
  const named = log.targetMember[target] as number;
  if (named !== NONE) return named;
  const message = log.targetEvent[target] as number;
  const author = message === NONE ? NONE : (log.member[message] as number);
  return author === NONE ? own : author;
}

/** The messages among the events and those the other events name, ascending, without duplicates. */
export function messagesOf(store: GroupStore, events: ArrayLike<number>): Int32Array {
  const { log } = store;
  const found = new Set<number>();
  for (let i = 0; i < events.length; i += 1) {
    const event = events[i] as number;
    const target = log.target[event] as number;
    if (log.kind[event] === MESSAGE) found.add(event);
    else if (target !== NONE && log.targetEvent[target] !== NONE) found.add(log.targetEvent[target] as number);
  }
  return Int32Array.from(found).sort();
}

/** Names of the roles and tools on shift at an instant's local time, in source order, without duplicates. */
export function onDutyAt(store: GroupStore, shifts: readonly Shift[], instant: number): string[] {
  const minute = store.frame.calendar.clockMinute(instant);
  const names = shifts
    .filter((shift) => isWithinClock(minute, shift.from, shift.to))
    .flatMap((shift) => shift.onDuty.map(({ name }) => name));
  return [...new Set(names)];
}
