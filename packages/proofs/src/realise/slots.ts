/** Moments at which to try events: one for each ring between the windows that conditions read. */

import { DAY } from '@steward/time';
import type { AggregateMeasure } from '../measures/vocabulary.ts';
import {
  DAY_SECONDS,
  type History,
  type HistoryEvent,
  periodOf,
  quantityValue,
  SELF,
  type Viewpoint,
} from './history.ts';
import { isSince, type Target } from './targets.ts';

/** A second of a local day; day 0 is the day being evaluated. */
export interface Slot {
  day: number;
  second: number;
}

export const NOON = 12 * 3_600;
/** Not a signal of the language. */
const PROBE = ' probe';

/** The latest whole second at least that many microseconds before the end of the day. */
export function slotBefore(micros: number): Slot {
  const seconds = Math.ceil((micros + 1) / 1e6);
  const back = Math.max(1, seconds);
  const day = Math.floor((back - 1) / DAY_SECONDS);
  return { day, second: DAY_SECONDS - 1 - ((back - 1) % DAY_SECONDS) };
}

/** Whether the measure counts an event at that moment. */
export function isInside(measure: AggregateMeasure, slot: Slot, history: History): boolean {
  const one: HistoryEvent = { member: SELF, signal: PROBE, fields: {}, ...slot, times: 1 };
  const probe = { ...measure.aggregate, function: 'count' as const, field: null, scope: 'group' as const };
  const parts = [{ signal: PROBE, where: null }];
  const earlier = measure.before ? measure.aggregate.window : null;
  const at: Viewpoint = { history: { ...history, events: [one] }, day: 0, member: SELF };
  return quantityValue({ ...probe, parts }, at, earlier)?.numerator === 1n;
}

/** One moment per ring between windows; those inside the fewest windows come first. */
export function slotsOf(aggregates: readonly AggregateMeasure[], targets: readonly Target[], empty: History): Slot[] {
  const days = new Set([0]);
  const seconds = new Set<number>();
  for (const { aggregate, span } of aggregates) {
    const { window } = aggregate;
    if (span.kind === 'days') days.add(span.days).add(span.days - 1);
    if (span.kind === 'last-hour') seconds.add(1_800);
    if (span.kind === 'elapsed') {
      const length = Math.ceil(span.micros / 1e6);
      seconds.add(length).add(length + 1);
      days.add(Math.ceil(span.micros / DAY));
    }
    if (window.kind !== 'period' || (window.period !== 'week' && window.period !== 'month')) continue;
    for (const isEarlier of [false, true]) {
      const { first, last } = periodOf(window.period, { history: empty, day: 0 }, isEarlier);
      days
        .add(first)
        .add(last)
        .add(last + 1);
    }
  }
  for (const { measure, value } of targets) {
    if (isSince(measure)) days.add(Math.floor(value / DAY) + 1);
  }
  const slots = [
    ...[...days].map((day) => ({ day, second: NOON })),
    ...[...seconds].map((ago) => ({
      day: Math.floor((ago - 1) / DAY_SECONDS),
      second: DAY_SECONDS - 1 - ((ago - 1) % DAY_SECONDS),
    })),
  ];
  const around = (slot: Slot): number => aggregates.filter((measure) => isInside(measure, slot, empty)).length;
  return slots
    .map((slot) => ({ slot, windows: around(slot) }))
    .sort((left, right) => left.windows - right.windows || left.slot.day - right.slot.day)
    .map(({ slot }) => slot);
}
