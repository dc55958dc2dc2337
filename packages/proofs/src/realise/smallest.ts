/** Reduces a history to what it needs, and puts it into log order. */
import { type History, type HistoryEvent, SELF, type Viewpoint } from './history.ts';

/** Drops or reduces events that are not needed, and moves the join as late as possible. */
export function smallest(history: History, accepts: (at: Viewpoint) => boolean): History {
  let current = history;
  const keep = (events: readonly HistoryEvent[]): boolean => {
    const smaller = { ...current, events };
    if (!accepts({ history: smaller, day: 0, member: SELF })) return false;
    current = smaller;
    return true;
  };
  for (const event of history.events.toReversed()) {
    if (event.member === SELF && event.signal === 'join') continue;
    const without = current.events.filter((other) => other !== event);
    if (keep(without) || event.times === 1) continue;
    keep(current.events.map((other) => (other === event ? { ...event, times: 1 } : other)));
  }
  const join = current.events.find(({ member, signal }) => member === SELF && signal === 'join');
  const rest = current.events.filter((event) => event !== join);
  const oldest = Math.max(0, ...rest.filter(({ member }) => member === SELF).map(({ day }) => day));
  if (join === undefined || rest.some(({ signal }) => signal === 'leave')) return current;
  keep(inOrder([...rest, { ...join, day: oldest, second: 0 }]));
  return current;
}

/**
 * Sorts into log order. An event of the member before the join implies an earlier membership, which a leave ends just before the join.
 */
export function inOrder(events: readonly HistoryEvent[]): HistoryEvent[] {
  const sorted = events
    .filter(({ signal, member }) => signal !== 'leave' || member !== SELF)
    .toSorted((left, right) => right.day - left.day || left.second - right.second);
  const join = sorted.findIndex(({ member, signal }) => member === SELF && signal === 'join');
  const earlier = sorted.slice(0, Math.max(0, join)).some(({ member }) => member === SELF);
  const joined = sorted[join];
  if (!earlier || joined === undefined) return sorted;
  return sorted.toSpliced(join, 0, { ...joined, signal: 'leave' });
}
