/** Planned starts of campaigns. */
import type { Campaign, CampaignStart } from '@steward/policy';
import type { MinuteOfDay } from '@steward/time';
import { clock, type Day, dayOfMonth, weekday } from './calendar.ts';
import type { World } from './world.ts';

/** Every planned start in the evaluated days, in time order, duplicates included. */
export function plannedStarts(world: World, campaign: Campaign): number[] {
  const starts = campaign.starts.flatMap((start) => startsOf(world, start));
  return starts.filter((at) => world.firstDay.from <= at && at <= world.lastDay.last).sort((a, b) => a - b);
}

function startsOf(world: World, start: CampaignStart): number[] {
  switch (start.kind) {
    case 'once':
      return [world.calendar.instantOf(start.at)];
    case 'daily':
      return startsOn(world, start.times, () => true);
    case 'weekly':
      return startsOn(world, start.times, (day) => start.weekdays.includes(weekday(day)));
    case 'monthly':
      return startsOn(world, start.times, (day) => start.days.includes(dayOfMonth(day)));
  }
}

function startsOn(world: World, times: readonly MinuteOfDay[], isOn: (day: Day) => boolean): number[] {
  const days = world.days.filter(isOn);
  return days.flatMap((day) => times.map((minute) => world.calendar.instantOf(`${day.date}T${clock(minute)}`)));
}
