/** Completed calendar periods, and the messages in them by category. */
import { NONE, SIGNALS } from '@steward/events';
import { dateText, localText, type Period } from '@steward/time';
import type { PeriodStart } from '../../outcome/outcome.ts';
import type { GroupStore } from '../store.ts';
import { type Frame, frameEnd } from './frame.ts';

/** Both ends inclusive. */
export interface CompletedPeriod {
  from: number;
  to: number;
}

/** The periods whose last microsecond lies on an evaluated day, in order. */
export function completedPeriods(frame: Frame, period: Period): CompletedPeriod[] {
  const { calendar } = frame;
  const end = frameEnd(frame);
  const found: CompletedPeriod[] = [];
  let { start, next } = calendar.period(period, frame.starts[0] as number);
  while (next - 1 <= end) {
    found.push({ from: start, to: next - 1 });
    ({ start, next } = calendar.period(period, next));
  }
  return found;
}

export function periodStartText(frame: Frame, period: Period, from: number): PeriodStart {
  const { calendar } = frame;
  return period === 'hour' ? localText(calendar, from) : dateText(calendar.dayOf(from));
}

export interface PeriodMessages {
  periods: CompletedPeriod[];
  /** `counts[p * width + c]`: messages of category c in period p; the last two columns count those of none, and those undecided. */
  counts: Int32Array;
  width: number;
}

const MESSAGE = SIGNALS.indexOf('message');

/** Omits periods that end before the group's first event. */
export function periodMessages(store: GroupStore, period: Period): PeriodMessages {
  const { log, frame } = store;
  const periods = completedPeriods(frame, period).filter(({ to }) => to >= frame.firstEvent);
  const width = categoryColumns(store);
  const counts = new Int32Array(periods.length * width);
  let p = 0;
  for (let event = 0; event < log.length; event += 1) {
    if (log.kind[event] !== MESSAGE) continue;
    const at = log.ts[event] as number;
    while (p < periods.length && at > (periods[p] as CompletedPeriod).to) p += 1;
    if (p === periods.length) break;
    if (at < (periods[p] as CompletedPeriod).from) continue;
    const cell = p * width + categoryColumn(store, event);
    counts[cell] = (counts[cell] as number) + 1;
  }
  return { periods, counts, width };
}

/** One per category, one for messages without a category, and one for undecided ones. */
export function categoryColumns(store: GroupStore): number {
  return store.policy.content.categories.length + 2;
}

export function categoryColumn(store: GroupStore, event: number): number {
  const category = store.categories[event] as number;
  if (category !== NONE) return category;
  return categoryColumns(store) - (store.filter.undecided?.[event] === 1 ? 1 : 2);
}
