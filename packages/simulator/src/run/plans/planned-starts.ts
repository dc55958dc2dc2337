/** Planned starts of a campaign. */
import type { Campaign, CampaignStart } from '@steward/policy';
import { civilDate, DAY, localMicros, MINUTE, weekday } from '@steward/time';
import { type Frame, frameEnd } from '../time/frame.ts';

/** Instants within the evaluated days, ascending; duplicates in the policy are kept. */
export function plannedStarts(frame: Frame, campaign: Campaign): number[] {
  const first = frame.starts[0] as number;
  const last = frameEnd(frame);
  return campaign.starts
    .flatMap((start) => localStarts(frame, start))
    .map((local) => frame.calendar.instantAt(local))
    .filter((instant) => instant >= first && instant <= last)
    .sort((a, b) => a - b);
}

/** Local times as if in UTC, one day beyond both ends, because a clock change may move a time over midnight. */
function localStarts(frame: Frame, start: CampaignStart): number[] {
  if (start.kind === 'once') return [localMicros(start.at)];
  const days = Array.from({ length: frame.days + 2 }, (_, i) => frame.firstDay - 1 + i);
  return days
    .filter((day) => startsOn(start, day))
    .flatMap((day) => start.times.map((minute) => day * DAY + minute * MINUTE));
}

function startsOn(start: Exclude<CampaignStart, { kind: 'once' }>, day: number): boolean {
  if (start.kind === 'daily') return true;
  return start.kind === 'weekly' ? start.weekdays.includes(weekday(day)) : start.days.includes(civilDate(day).day);
}
