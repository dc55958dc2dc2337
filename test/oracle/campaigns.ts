/** Campaigns: planned, held and hypothetical runs, their phases, and what pauses them. */

import type { Campaign, Phase } from '@steward/policy';
import type { CampaignOutcome, CampaignRun } from '@steward/simulator';
import { type Act, actsOf, argumentsOf, inOrder, NOTHING_MATCHED, ORDER } from './actions.ts';
import { instantText } from './calendar.ts';
import { plannedStarts } from './campaign-starts.ts';
import { testCondition } from './conditions.ts';
import { durationMicros } from './durations.ts';
import { isCalled } from './filters.ts';
import { exactly } from './interval.ts';
import { measure } from './quantities.ts';
import { toPolicy } from './rational.ts';
import { measuredOf } from './reading.ts';
import type { Moment } from './windows.ts';
import { shown, type World } from './world.ts';

/** A run in progress: `[start, end)`. */
export interface Run {
  campaign: Campaign;
  start: number;
  end: number;
  cause: CampaignRun['cause'];
  /** Whether a campaign event began or marked it. */
  marked: boolean;
  pausedAt: number | null;
}

export interface CampaignsResult {
  runs: Run[];
  planned: { campaign: Campaign; at: number }[];
  /** The calls of phases that ran. */
  acts: Act[];
}

/** What happens to campaigns; at one instant, in this order. */
type Happening =
  | { kind: 'planned'; at: number; campaign: Campaign }
  | { kind: 'event'; at: number; campaign: Campaign }
  | { kind: 'act'; at: number; act: Act }
  | { kind: 'phase'; at: number; run: Run; phase: Phase; order: number[] };

const STEP: Record<Happening['kind'], number> = { planned: 0, event: 1, act: 2, phase: 2 };

export function runCampaigns(world: World, acts: readonly Act[]): CampaignsResult {
  const { campaigns } = world.group;
  const planned = campaigns.flatMap((campaign) => plannedStarts(world, campaign).map((at) => ({ campaign, at })));
  const waiting: Happening[] = [
    ...planned.map(({ campaign, at }): Happening => ({ kind: 'planned', at, campaign })),
    ...campaigns.flatMap((campaign) =>
      heldAt(world, campaign).map((at): Happening => ({ kind: 'event', at, campaign })),
    ),
    ...inOrder(acts).map((act): Happening => ({ kind: 'act', at: act.at, act })),
  ];
  const done: CampaignsResult = { runs: [], planned, acts: [] };
  for (;;) {
    const next = takeNext(waiting);
    if (next === null || next.at > world.lastDay.last) return done;
    happen(world, done, waiting, next);
  }
}

/** Instants of log events that name the campaign. */
function heldAt(world: World, campaign: Campaign): number[] {
  const naming = world.rows.filter(
    (row) => row.kind === 'campaign' && [row.target, row.about, row.text].some((text) => isCalled(campaign, text)),
  );
  return naming.map((row) => row.ts);
}

/** The earliest one; at one instant planned starts, then events, then actions in order. */
function takeNext(waiting: Happening[]): Happening | null {
  const [first, ...rest] = waiting;
  if (first === undefined) return null;
  const next = rest.reduce((best, each) => (isBefore(each, best) ? each : best), first);
  waiting.splice(waiting.indexOf(next), 1);
  return next;
}

/** Other clauses' actions are already in order and come before phases. */
function isBefore(a: Happening, b: Happening): boolean {
  if (a.at !== b.at) return a.at < b.at;
  if (STEP[a.kind] !== STEP[b.kind]) return STEP[a.kind] < STEP[b.kind];
  if (a.kind !== 'phase') return b.kind === 'phase';
  if (b.kind !== 'phase') return false;
  const [campaignA = 0, phaseA = 0] = a.order;
  const [campaignB = 0, phaseB = 0] = b.order;
  return campaignA - campaignB < 0 || (campaignA === campaignB && phaseA < phaseB);
}

function happen(world: World, done: CampaignsResult, waiting: Happening[], next: Happening): void {
  switch (next.kind) {
    case 'planned':
      begin(world, done, waiting, next.campaign, next.at, 'planned');
      return;
    case 'event': {
      const running = runningRun(done, next.campaign, next.at);
      if (running !== null) running.marked = true;
      else begin(world, done, waiting, next.campaign, next.at, 'held');
      return;
    }
    case 'act':
      react(world, done, waiting, next.act);
      return;
    case 'phase': {
      if (next.run.pausedAt !== null) return;
      const cause = { kind: 'campaign' as const, campaign: next.run.campaign.name, phase: next.phase.name };
      const order = [ORDER.campaign, ...next.order];
      const calls = actsOf(next.phase.actions, { at: next.at, cause, matched: NOTHING_MATCHED, order });
      done.acts.push(...calls);
      for (const act of calls) react(world, done, waiting, act);
    }
  }
}

function runningRun(done: CampaignsResult, campaign: Campaign, at: number): Run | null {
  return done.runs.find((run) => run.campaign === campaign && run.start <= at && at < run.end) ?? null;
}

function begin(
  world: World,
  done: CampaignsResult,
  waiting: Happening[],
  campaign: Campaign,
  start: number,
  cause: Run['cause'],
): void {
  const hasBegun = done.runs.some((run) => run.campaign === campaign && run.start === start);
  if (hasBegun || runningRun(done, campaign, start) !== null) return;
  const phases = phaseTimes(campaign, start);
  const end = phases.at(-1)?.to ?? start;
  const run: Run = { campaign, start, end, cause, marked: cause === 'held', pausedAt: null };
  done.runs.push(run);
  if (cause === 'held') return;
  const place = world.group.campaigns.indexOf(campaign);
  for (const [index, { phase, from }] of phases.entries()) {
    waiting.push({ kind: 'phase', at: from, run, phase, order: [place, index] });
  }
}

function phaseTimes(campaign: Campaign, start: number): { phase: Phase; from: number; to: number }[] {
  let from = start;
  return campaign.phases.map((phase) => {
    const times = { phase, from, to: from + durationMicros(phase.duration) };
    from = times.to;
    return times;
  });
}

/** Only `start` and `pause` of a campaign have an effect. */
function react(world: World, done: CampaignsResult, waiting: Happening[], act: Act): void {
  const { action } = act.call;
  if (action !== 'start' && action !== 'pause') return;
  const named = argumentsOf(world, act.call)
    .map((argument) => argument.value)
    .find((value) => value.kind === 'reference' && value.to === 'campaign');
  if (named?.kind !== 'reference') return;
  const campaign = world.group.campaigns.find((candidate) => candidate.name === named.name);
  if (campaign === undefined) return;
  if (action === 'start') {
    begin(world, done, waiting, campaign, act.at, 'action');
    return;
  }
  const running = runningRun(done, campaign, act.at);
  if (running === null) return;
  running.pausedAt = act.at;
  running.end = act.at;
}

export function campaignOutcome(world: World, campaign: Campaign, result: CampaignsResult): CampaignOutcome {
  const runs = result.runs.filter((run) => run.campaign === campaign);
  return {
    campaign: campaign.name,
    runs: runs.map((run) => runOutcome(world, run)),
    planned: result.planned.filter((start) => start.campaign === campaign).length,
    held: shown(world, 'campaign') ? runs.filter(isHeld).length : null,
  };
}

/** What was actually held: the log's own runs, and planned runs that it marks. */
export function isHeld(run: Run): boolean {
  return run.marked && run.cause !== 'action';
}

function runOutcome(world: World, run: Run): CampaignRun {
  return {
    start: instantText(run.start),
    end: instantText(run.end),
    cause: run.cause,
    held: heldOf(world, run),
    phases: phaseTimes(run.campaign, run.start).map(({ phase, from, to }) => ({
      phase: phase.name,
      from: instantText(from),
      to: instantText(to),
      state: phaseState(world, run, from, to),
    })),
    goals: run.campaign.goals.map((goal) => goalOutcome(world, run, goal)),
    pausedAt: run.pausedAt === null ? null : instantText(run.pausedAt),
  };
}

function heldOf(world: World, run: Run): boolean | null {
  if (run.marked) return true;
  return shown(world, 'campaign') ? false : null;
}

function phaseState(world: World, run: Run, from: number, to: number): CampaignRun['phases'][number]['state'] {
  const { last } = world.lastDay;
  if (run.pausedAt !== null && to > run.pausedAt) return 'paused';
  if (to - 1 <= last) return 'done';
  return from <= last ? 'running' : 'ahead';
}

function goalOutcome(world: World, run: Run, goal: Campaign['goals'][number]): CampaignRun['goals'][number] {
  if (run.cause === 'action') return { verdict: 'hypothetical', value: null };
  if (run.end - 1 > world.lastDay.last) return { verdict: 'pending', value: null };
  if (heldOf(world, run) === false) return { verdict: 'not-held', value: null };

  const { start, end } = run;
  const moment: Moment = { world, at: end - 1, member: null, periods: 'completed', run: { start, end } };
  const truth = testCondition(goal.when, moment);
  const first = measuredOf(goal.when).find((part) => part.kind === 'compare');
  const value = first?.kind === 'compare' ? exactly(measure(first.left, moment)) : null;
  return {
    verdict: truth === null ? 'unknown' : truth ? 'met' : 'missed',
    value: value === null ? null : toPolicy(value),
  };
}
