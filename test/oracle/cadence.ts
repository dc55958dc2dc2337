/** Cadence: how many campaigns of a size there were, period by period. */
import type { CadenceTarget } from '@steward/policy';
import type { CadenceOutcome } from '@steward/simulator';
import type { CalendarPeriod } from './calendar.ts';
import { type CampaignsResult, isHeld } from './campaigns.ts';
import { shown, type World } from './world.ts';

type Verdict = CadenceOutcome['periods'][number]['verdict'];

export function runCadence(world: World, target: CadenceTarget, campaigns: CampaignsResult): CadenceOutcome {
  const planned = campaigns.planned.filter((start) => start.campaign.size === target.size).map((start) => start.at);
  const held = campaigns.runs.filter((run) => run.campaign.size === target.size && isHeld(run)).map((run) => run.start);
  const periods = world.calendar.periodsEnding(target.period, world.days).map((period) => {
    const plannedIn = countIn(period, planned);
    const heldIn = shown(world, 'campaign') ? countIn(period, held) : null;
    return {
      start: period.start,
      planned: plannedIn,
      held: heldIn,
      verdict: verdictOf(heldIn ?? plannedIn, target.count),
    };
  });
  const tally = (verdict: Verdict): number => periods.filter((period) => period.verdict === verdict).length;
  return {
    size: target.size,
    period: target.period,
    target: target.count,
    periods,
    under: tally('under'),
    met: tally('met'),
    over: tally('over'),
  };
}

function countIn(period: CalendarPeriod, instants: readonly number[]): number {
  return instants.filter((at) => period.from <= at && at <= period.last).length;
}

function verdictOf(count: number, target: number): Verdict {
  if (count === target) return 'met';
  return count < target ? 'under' : 'over';
}
