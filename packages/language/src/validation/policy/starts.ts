/**
 * Planned campaign starts on a calendar without time zones, in wall-clock minutes since 1970. Precise enough to detect collisions and to
 * count how often something is planned.
 */
import type { Campaign, CampaignStart } from '@steward/policy';
import {
  civilDate,
  DAY,
  type Duration,
  durationMicros,
  type LocalDateTime,
  localDateTimeText,
  localMicros,
  MINUTE,
  type Period,
  weekday,
  weekNumber,
} from '@steward/time';

const MINUTES_PER_DAY = DAY / MINUTE;
/** Long enough for every weekday to occur in every week position over three months. */
export const HORIZON_DAYS = 100;
/** A Monday and first of a month: where repeated starts are laid out if no start has a date. */
const CALENDAR_START = minuteOf('2024-01-01');

export interface PlannedStart {
  campaign: Campaign;
  start: CampaignStart;
  /** Wall-clock minutes since 1970-01-01. */
  at: number;
  /** End of its last phase. */
  end: number;
}

export function minuteOf(at: LocalDateTime): number {
  return localMicros(at) / MINUTE;
}

export function minutesOf(duration: Duration): number {
  return durationMicros(duration) / MINUTE;
}

const LAST_MINUTE = minuteOf('9999-12-31T23:59');

/** `2025-03-01 20:00`. Nothing lasts beyond the year 9999. */
export function wallClock(minute: number): string {
  return localDateTimeText(Math.min(minute, LAST_MINUTE) * MINUTE).replace('T', ' ');
}

/** All dated starts, and the repeated ones over {@link HORIZON_DAYS} from the first of them, in order of time. */
export function plannedStarts(campaigns: readonly Campaign[]): PlannedStart[] {
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
  return Math.floor(first / MINUTES_PER_DAY) * MINUTES_PER_DAY;
}

function minutesOfStart(start: CampaignStart, first: number): number[] {
  if (start.kind === 'once') return [minuteOf(start.at)];
  const minutes: number[] = [];
  for (let day = 0; day < HORIZON_DAYS; day++) {
    const midnight = first + day * MINUTES_PER_DAY;
    if (fallsOn(start, midnight / MINUTES_PER_DAY)) minutes.push(...start.times.map((time) => midnight + time));
  }
  return minutes;
}

function fallsOn(start: Exclude<CampaignStart, { kind: 'once' }>, dayNumber: number): boolean {
  if (start.kind === 'daily') return true;
  if (start.kind === 'weekly') return start.weekdays.includes(weekday(dayNumber));
  return start.days.includes(civilDate(dayNumber).day);
}

/** The index of the calendar period that contains `minute`; consecutive periods have consecutive indices. */
export function periodIndex(minute: number, period: Period): number {
  if (period === 'hour') return Math.floor(minute / 60);
  const day = Math.floor(minute / MINUTES_PER_DAY);
  if (period === 'day') return day;
  if (period === 'week') return weekNumber(day);
  const { year, month } = civilDate(day);
  return year * 12 + month;
}
