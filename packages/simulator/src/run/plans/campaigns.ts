/**
 * Campaign runs (planned, held, or started by actions), in time order with everything that starts and pauses them
 * (`SEMANTICS.md`, "Campaigns, cadence").
 */

import { SIGNALS } from '@steward/events';
import type { ActionDefinition, Campaign, PhaseName } from '@steward/policy';
import { durationMicros } from '@steward/time';
import { type ActionsByName, actionsByName, argumentsOf } from '../actions/actions.ts';
import { compareTriggers, NO_SUBJECT, type Trigger, triggersOf } from '../actions/triggers.ts';
import { eventsNaming } from '../risks/incidents.ts';
import type { GroupStore } from '../store.ts';
import { frameEnd } from '../time/frame.ts';
import { plannedStarts } from './planned-starts.ts';

export interface Run {
  campaign: number;
  start: number;
  /** First instant after the run. */
  end: number;
  cause: 'planned' | 'held' | 'action';
  /** A log event marked it or began it. */
  seen: boolean;
  phases: { phase: PhaseName; from: number; to: number }[];
  pausedAt: number | null;
}

export interface CampaignsRun {
  /** By campaign, in order of start. */
  runs: Run[][];
  /** By campaign: planned starts, ascending. */
  planned: number[][];
  /** The actions of the phases. */
  triggers: Trigger[];
}

/** Something that happens to campaigns. At one instant: planned starts, then events, then actions. */
interface Step {
  at: number;
  stage: 0 | 1 | 2;
  campaign: number;
  event: number;
  /** For actions: the calls, in action order. A phase's calls follow one another. */
  triggers: Trigger[];
  /** The run that the phase belongs to. */
  run: Run | null;
}

function compareSteps(a: Step, b: Step): number {
  const order = a.at - b.at || a.stage - b.stage;
  if (order !== 0) return order;
  const [first] = a.triggers;
  const [second] = b.triggers;
  if (first !== undefined && second !== undefined) return compareTriggers(first, second);
  return a.event - b.event || a.campaign - b.campaign;
}

/** @param triggers starts and pauses by other clauses, in order */
export function runCampaigns(
  store: GroupStore,
  actions: readonly ActionDefinition[],
  triggers: readonly Trigger[],
): CampaignsRun {
  const definitions = actionsByName(actions);
  const { campaigns } = store.policy;
  const end = frameEnd(store.frame);
  const runs: Run[][] = campaigns.map(() => []);
  const planned = campaigns.map((campaign) => plannedStarts(store.frame, campaign));
  const done: Trigger[] = [];
  if (campaigns.length === 0) return { runs, planned, triggers: done };

  const steps = [...plannedSteps(planned), ...eventSteps(store), ...actionSteps(triggers)].sort(compareSteps);
  /** Upcoming phases, in order. */
  const ahead: Step[] = [];
  const begin = (index: number, start: number, cause: Run['cause']): void => {
    const campaign = campaigns[index];
    if (campaign === undefined) throw new Error(`no campaign ${index}`);
    // At most one run per instant, or a phase could start and pause its own campaign forever.
    if (runs[index]?.at(-1)?.start === start) return;
    const run = beginRun(campaign, index, start, cause);
    runs[index]?.push(run);
    if (cause === 'held') return;
    for (const step of phaseSteps(campaign, run)) {
      if (step.at <= end) insert(ahead, step);
    }
  };
  const running = (index: number, now: number): Run | null => {
    const last = runs[index]?.at(-1);
    return last !== undefined && now >= last.start && now < last.end ? last : null;
  };
  const act = (trigger: Trigger): void => {
    if (trigger.call.action !== 'start' && trigger.call.action !== 'pause') return;
    const index = campaignArgument(campaigns, definitions, trigger);
    if (index < 0) return;
    const current = running(index, trigger.at);
    if (trigger.call.action === 'start' && current === null) begin(index, trigger.at, 'action');
    if (trigger.call.action === 'pause' && current !== null) pauseRun(current, trigger.at);
  };

  let next = 0;
  for (;;) {
    const known = steps[next];
    const phase = ahead[0];
    const takePhase = phase !== undefined && (known === undefined || compareSteps(phase, known) < 0);
    const step = takePhase ? phase : known;
    if (step === undefined) break;
    if (takePhase) ahead.shift();
    else next += 1;

    if (step.stage === 2) {
      if (step.run !== null && step.run.pausedAt !== null) continue;
      if (step.run !== null) done.push(...step.triggers);
      for (const trigger of step.triggers) act(trigger);
      continue;
    }
    const current = running(step.campaign, step.at);
    if (step.stage === 1 && current !== null) current.seen = true;
    if (current === null) begin(step.campaign, step.at, step.stage === 0 ? 'planned' : 'held');
  }
  return { runs, planned, triggers: done.sort(compareTriggers) };
}

function plannedSteps(planned: readonly number[][]): Step[] {
  return planned.flatMap((starts, campaign) =>
    starts.map((at): Step => ({ at, stage: 0, campaign, event: 0, triggers: [], run: null })),
  );
}

function eventSteps(store: GroupStore): Step[] {
  const { log } = store;
  const kind = SIGNALS.indexOf('campaign');
  const naming = store.policy.campaigns.map((campaign) => eventsNaming(store, campaign));
  const found: Step[] = [];
  for (let event = 0; event < log.length; event += 1) {
    if (log.kind[event] !== kind) continue;
    const at = log.ts[event] as number;
    naming.forEach((names, campaign) => {
      if (names(event)) found.push({ at, stage: 1, campaign, event, triggers: [], run: null });
    });
  }
  return found;
}

function actionSteps(triggers: readonly Trigger[]): Step[] {
  return triggers.map((trigger) => ({
    at: trigger.at,
    stage: 2,
    campaign: 0,
    event: 0,
    triggers: [trigger],
    run: null,
  }));
}

/** Whether campaigns react to it. */
export function startsOrPauses({ call }: Trigger): boolean {
  return call.action === 'start' || call.action === 'pause';
}

function phaseSteps(campaign: Campaign, run: Run): Step[] {
  return campaign.phases.flatMap(({ actions, name }, part): Step[] => {
    const at = run.phases[part]?.from ?? run.start;
    const cause = { kind: 'campaign' as const, campaign: campaign.name, phase: name };
    const place = { at, rank: 4 as const, place: run.campaign, part, order: 0, member: '', cause, subject: NO_SUBJECT };
    if (actions.length === 0) return [];
    return [{ at, stage: 2, campaign: run.campaign, event: 0, triggers: triggersOf(actions, place), run }];
  });
}

function insert(steps: Step[], step: Step): void {
  const place = steps.findIndex((other) => compareSteps(step, other) < 0);
  steps.splice(place < 0 ? steps.length : place, 0, step);
}

/** The first campaign among the call's arguments and defaults; -1 if there is none. */
function campaignArgument(campaigns: readonly Campaign[], definitions: ActionsByName, trigger: Trigger): number {
  for (const { value } of argumentsOf(definitions, trigger)) {
    if (value.kind === 'reference' && value.to === 'campaign') {
      return campaigns.findIndex((campaign) => campaign.name === value.name);
    }
  }
  return -1;
}

function beginRun(campaign: Campaign, index: number, start: number, cause: Run['cause']): Run {
  let at = start;
  const phases = campaign.phases.map(({ name, duration }) => {
    const from = at;
    at += durationMicros(duration);
    return { phase: name, from, to: at };
  });
  return { campaign: index, start, end: at, cause, seen: cause === 'held', phases, pausedAt: null };
}

function pauseRun(run: Run, now: number): void {
  run.pausedAt = now;
  run.end = now;
}
