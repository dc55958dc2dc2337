/** How the page formats days, times and numbers. */

import { addDays, microsBetween } from '@steward/time';
import { localTime } from '../../values/dates.ts';
import { elapsed } from '../../values/numbers.ts';
import type { DashboardGroup } from '../parts.ts';
import type { Words } from './words.ts';

export function dayAt(from: string, day: number): string {
  return addDays(from, day);
}

export function daysOf({ days }: Pick<DashboardGroup, 'days'>): string[] {
  return Array.from({ length: days.count }, (_, day) => addDays(days.from, day));
}

/** Omits the year when all days share it. */
export function dateText(date: string, { days }: Pick<DashboardGroup, 'days'>): string {
  const oneYear = days.from.slice(0, 4) === days.to.slice(0, 4) && date.slice(0, 4) === days.from.slice(0, 4);
  return oneYear ? date.slice(5) : date;
}

/** An instant in the group's time zone. */
export function timeText(instant: string, group: Pick<DashboardGroup, 'days' | 'timezone'>): string {
  const local = localTime(instant, group.timezone);
  return `${dateText(local.slice(0, 10), group)} ${local.slice(11)}`;
}

/** A period's first day, or hour. */
export function periodText(start: string, group: Pick<DashboardGroup, 'days'>): string {
  return `${dateText(start.slice(0, 10), group)}${start.slice(10).replace('T', ' ')}`;
}

/** The group's local time in milliseconds, as if it were UTC, for a time axis. */
export function wallClock(instant: string, { timezone }: Pick<DashboardGroup, 'timezone'>): number {
  return Date.parse(`${localTime(instant, timezone).replace(' ', 'T')}:00Z`);
}

export function wallClockOfDay(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

export function lengthText(from: string, to: string, words: Words): string {
  return elapsed(microsBetween(from, to), words.catalogue);
}
