/** Campaign runs, their goals, and cadence, in the Outcome's form. */
import { lowest } from '@steward/numbers';
import type { CadenceTarget } from '@steward/policy';
import { instantText, type Period } from '@steward/time';
import type { CadenceOutcome, CampaignOutcome, CampaignRun } from '../../outcome/outcome.ts';
import { FALSE, isExact, TRUE } from '../../program/interval.ts';
import { measure } from '../../program/judge.ts';
import type { Judges } from '../../program/judges.ts';
import type { CampaignGoalProgram, GroupProgram } from '../../program/program.ts';
import { groupLeaf } from '../leaves/group-leaves.ts';
import { countUpTo } from '../members/memberships.ts';
import type { GroupStore } from '../store.ts';
import { frameEnd } from '../time/frame.ts';
import { completedPeriods, periodStartText } from '../time/periods.ts';
import { type WindowReader, windowReader } from '../time/windows.ts';
import type { CampaignsRun, Run } from './campaigns.ts';

type GoalResult = CampaignRun['goals'][number];

export function campaignOutcomes(
  store: GroupStore,
  judges: Judges,
  program: GroupProgram,
  run: CampaignsRun,
): CampaignOutcome[] {
  const shown = store.shows(['campaign']);
  return program.policy.campaigns.map((campaign, index) => {
    const runs = run.runs[index] ?? [];
    const goals = (program.campaignGoals[index] ?? []).map((goal) => goalReader(store, judges, goal));
    return {
      campaign: campaign.name,
      runs: runs.map((entry) => describeRun(store, entry, shown, goals)),
      planned: run.planned[index]?.length ?? 0,
      held: shown ? runs.filter(wasHeld).length : null,
    };
  });
}

function wasHeld(run: Run): boolean {
  return run.cause === 'held' || (run.cause === 'planned' && run.seen);
}

type GoalReader = (run: Run) => GoalResult;

function describeRun(store: GroupStore, run: Run, shown: boolean, goals: readonly GoalReader[]): CampaignRun {
  const end = frameEnd(store.frame);
  return {
    start: instantText(run.start),
    end: instantText(run.end),
    cause: run.cause,
    held: run.seen ? true : shown ? false : null,
    phases: run.phases.map(({ phase, from, to }) => ({
      phase,
      from: instantText(from),
      to: instantText(to),
      state: phaseState(run, from, to, end),
    })),
    goals: goals.map((read): GoalResult => {
      if (run.cause === 'action') return { verdict: 'hypothetical', value: null };
      if (run.end - 1 > end) return { verdict: 'pending', value: null };
      if (!run.seen && shown) return { verdict: 'not-held', value: null };
      return read(run);
    }),
    pausedAt: run.pausedAt === null ? null : instantText(run.pausedAt),
  };
}

function phaseState(run: Run, from: number, to: number, end: number): CampaignRun['phases'][number]['state'] {
  if (run.pausedAt !== null && to > run.pausedAt) return 'paused';
  if (from > end) return 'ahead';
  return to - 1 > end ? 'running' : 'done';
}

/** Runs come in order of start. */
function goalReader(store: GroupStore, judges: Judges, goal: CampaignGoalProgram): GoalReader {
  let current: WindowReader = windowReader(store.frame, 'completed', null);
  const windows: WindowReader = { span: (window, earlier, instant) => current.span(window, earlier, instant) };
  const leaves = goal.table.leaves.map((leaf) => groupLeaf(store, leaf, windows));
  const slots = new Float64Array(goal.table.slots);
  const { test } = goal.clause;
  const judge = test === null ? null : judges.of(test);
  const value = goal.value === null ? null : measure(goal.value);
  return (run) => {
    current = windowReader(store.frame, 'completed', run);
    for (const leaf of leaves) leaf.fill(slots, run.end - 1);
    const truth = judge === null ? TRUE : judge(slots);
    const interval = value === null ? null : value(slots);
    return {
      verdict: truth === TRUE ? 'met' : truth === FALSE ? 'missed' : 'unknown',
      value: interval !== null && isExact(interval) ? lowest(interval.lo) : null,
    };
  };
}

export function cadenceOutcomes(store: GroupStore, run: CampaignsRun): CadenceOutcome[] {
  return store.policy.cadence.map((target) => runCadence(store, run, target));
}

function runCadence(store: GroupStore, run: CampaignsRun, target: CadenceTarget): CadenceOutcome {
  const { campaigns } = store.policy;
  const ofSize = <T>(lists: readonly T[][]): T[] =>
    lists.filter((_, index) => campaigns[index]?.size === target.size).flat();
  const planned = sorted(ofSize(run.planned));
  const shown = store.shows(['campaign']);
  const held = sorted(
    ofSize(run.runs)
      .filter(wasHeld)
      .map(({ start }) => start),
  );
  const tally = { under: 0, met: 0, over: 0 };
  const period: Period = target.period;
  const periods = completedPeriods(store.frame, period).map(({ from, to }): CadenceOutcome['periods'][number] => {
    const within = (starts: Float64Array): number => countUpTo(starts, to) - countUpTo(starts, from - 1);
    const count = { planned: within(planned), held: shown ? within(held) : null };
    const reached = count.held ?? count.planned;
    const verdict = reached < target.count ? 'under' : reached > target.count ? 'over' : 'met';
    tally[verdict] += 1;
    return { start: periodStartText(store.frame, period, from), ...count, verdict };
  });
  return { size: target.size, period, target: target.count, periods, ...tally };
}

function sorted(instants: readonly number[]): Float64Array {
  return Float64Array.from(instants).sort();
}
