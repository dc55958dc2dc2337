/**
 * The planned starts of campaigns on a calendar without a time zone: minutes since 1970 on the wall clock, which is exact
 * enough to see what collides and how often something is planned.
 */

import type { Campaign, CampaignStart } from '@steward/policy';
import { type Duration, durationMicros, type LocalDateTime, type Period } from '@steward/time';

const MINUTES_PER_DAY = 1_440;
const MICROS_PER_MINUTE = 60_000_000;
/** Long enough to meet every weekday in every place of three months. */
export const HORIZON_DAYS = 100;
/** A Monday and the first of a month: where repeated starts are laid out when no start has a date. */
const CALENDAR_START = Date.UTC(2024, 0, 1) / 60_000;

export interface Planned {
  campaign: Campaign;
  start: CampaignStart;
  /** Wall-clock minutes since 1970-01-01. */
  at: number;
  /** Past its last phase. */
  end: number;
}

export function minuteOf(at: LocalDateTime): number {
  const [date = '', time = '00:00'] = at.split('T');
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number);
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return Date.UTC(year, month - 1, day, hour, minute) / 60_000;
}

export function minutesOf(duration: Duration): number {
  return durationMicros(duration) / MICROS_PER_MINUTE;
}

const LAST_MINUTE = Date.UTC(9999, 11, 31, 23, 59) / 60_000;

/** `2025-03-01 20:00`. Nothing lasts beyond the year 9999. */
export function wallClock(minute: number): string {
  return new Date(Math.min(minute, LAST_MINUTE) * 60_000).toISOString().slice(0, 16).replace('T', ' ');
}

/** All starts with a date, and the repeated ones over {@link HORIZON_DAYS} from the first of them; in time order. */
export function plannedStarts(campaigns: readonly Campaign[]): Planned[] {
  const first = firstDay(campaigns);
  const planned = campaigns.flatMap((campaign) => {
    const length = campaign.phases.reduce((sum, phase) => sum + minutesOf(phase.duration), 0);
    return campaign.starts.flatMap((start) =>
      minutesOfStart(start, first).map((at) => ({ campaign, start, at, end: at + length })),
    );
  });
  return planned.sort((left, right) => left.at - right.at);
}

function firstDay(campaigns: readonly Campaign[]): number {
  let first = Infinity;
  for (const start of campaigns.flatMap((campaign) => campaign.starts)) {
    if (start.kind === 'once') first = Math.min(first, minuteOf(start.at));
  }
  if (first === Infinity) return CALENDAR_START;
  return first - (((first % MINUTES_PER_DAY) + MINUTES_PER_DAY) % MINUTES_PER_DAY);
}

function minutesOfStart(start: CampaignStart, first: number): number[] {
  if (start.kind === 'once') return [minuteOf(start.at)];
  const minutes: number[] = [];
  for (let day = 0; day < HORIZON_DAYS; day++) {
    const midnight = first + day * MINUTES_PER_DAY;
    if (fallsOn(start, new Date(midnight * 60_000))) minutes.push(...start.times.map((time) => midnight + time));
  }
  return minutes;
}

function fallsOn(start: Exclude<CampaignStart, { kind: 'once' }>, day: Date): boolean {
  if (start.kind === 'daily') return true;
  if (start.kind === 'weekly') return start.weekdays.includes(day.getUTCDay() === 0 ? 7 : day.getUTCDay());
  return start.days.includes(day.getUTCDate());
}

/** The calendar period that holds `minute`, as a number that grows by one from period to period. */
export function periodIndex(minute: number, period: Period): number {
  if (period === 'hour') return Math.floor(minute / 60);
  const day = Math.floor(minute / MINUTES_PER_DAY);
  if (period === 'day') return day;
  // 1970-01-01 was a Thursday.
  if (period === 'week') return Math.floor((day + 3) / 7);
  const date = new Date(minute * 60_000);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}
