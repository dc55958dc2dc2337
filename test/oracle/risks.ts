/** Risks: their conditions over time, and what follows from them. */

import type { Condition, Risk } from '@steward/policy';
import type { RiskOutcome } from '@steward/simulator';
import { testCondition } from './conditions.ts';
import { durationMicros } from './durations.ts';
import { inLogOrder } from './evidence.ts';
import { isCalled } from './filters.ts';
import { Incidents, incidentsOutcome, type OpenIncident } from './incidents.ts';
import { countedRows, lastSeen } from './quantities.ts';
import { aggregatesOf } from './reading.ts';
import { missingSignals, reasonOf, UnknownCount } from './reasons.ts';
import { instantsOf } from './risk-instants.ts';
import type { Row } from './rows.ts';
import type { Truth } from './truth.ts';
import { type Moment, spanOf } from './windows.ts';
import type { World } from './world.ts';

export interface RisksResult {
  outcomes: RiskOutcome[];
  /** By risk as declared, in order of opening. */
  incidents: OpenIncident[];
}

/** State of one risk's condition after the last evaluation. */
interface Watch {
  risk: Risk;
  instants: number[];
  /** Since when the bare condition has been true without a break; null if it is not true. */
  trueSince: number | null;
  /** With `for`. */
  truth: Truth;
  becameTrue: boolean;
  unknowns: UnknownCount;
}

export function runRisks(world: World): RisksResult {
  const incidents = new Incidents(world);
  const watches = world.group.risks.map(
    (risk): Watch => ({
      risk,
      instants: [...instantsOf(world, risk)].sort((a, b) => a - b),
      trueSince: null,
      truth: false,
      becameTrue: false,
      unknowns: new UnknownCount(),
    }),
  );
  const dayEnds = new Set(world.days.map((day) => day.last));

  for (;;) {
    const next = watches.map((watch, index) => nextInstant(watch, incidents, index));
    const at = Math.min(Infinity, ...next);
    if (at > world.lastDay.last) break;
    const due = watches.filter((_, index) => next[index] === at);
    for (const watch of due) evaluate(world, watch, at, dayEnds.has(at));
    step(world, incidents, watches, due, at);
  }

  return {
    outcomes: watches.map((watch, index) => {
      const state = incidents.states[index];
      if (state === undefined) throw new Error(`no state for risk ${watch.risk.name}`);
      const unknowns = watch.unknowns.result(missingSignals([watch.risk.when], world));
      return { ...incidentsOutcome(world, state), unknowns };
    }),
    incidents: incidents.states.flatMap((state) => state.incidents),
  };
}

function nextInstant(watch: Watch, incidents: Incidents, index: number): number {
  const state = incidents.states[index];
  const ladder = state === undefined ? Infinity : incidents.nextTimer(state);
  return Math.min(watch.instants[0] ?? Infinity, ladder, holdTimer(watch));
}

/** When the condition will have been true for its `for`. */
function holdTimer({ risk, trueSince, truth }: Watch): number {
  if (risk.for === null || trueSince === null || truth === true) return Infinity;
  return trueSince + durationMicros(risk.for);
}

function evaluate(world: World, watch: Watch, at: number, isDayEnd: boolean): void {
  const { risk } = watch;
  while (watch.instants[0] !== undefined && watch.instants[0] <= at) watch.instants.shift();
  const moment = momentOf(world, at);
  const bare = testCondition(risk.when, moment);
  watch.trueSince = bare === true ? (watch.trueSince ?? at) : null;
  const truth = risk.for === null || bare !== true ? bare : heldSince(watch.trueSince, durationMicros(risk.for), at);
  watch.becameTrue = truth === true && watch.truth !== true;
  watch.truth = truth;
  if (isDayEnd) watch.unknowns.add(truth === null ? reasonOf(risk.when, moment) : null);
}

function heldSince(trueSince: number | null, length: number, at: number): Truth {
  return trueSince !== null && at - trueSince >= length ? true : null;
}

function momentOf(world: World, at: number): Moment {
  return { world, at, member: null, periods: 'running', run: null };
}

/** One instant: conditions, then timers, then `resolve` events. */
function step(world: World, incidents: Incidents, watches: readonly Watch[], due: readonly Watch[], at: number): void {
  const states = watches.map((watch, index) => ({ watch, state: incidents.states[index] }));
  const evaluated = states.filter(({ watch }) => due.includes(watch));
  for (const { watch, state } of evaluated) {
    if (state !== undefined) incidents.note(state, watch.truth);
  }
  for (const { watch, state } of evaluated) {
    const evidence = (): Row[] => inLogOrder(evidenceRows(watch.risk.when, momentOf(world, at)), world);
    if (state !== undefined) incidents.follow(state, watch.truth, watch.becameTrue, at, evidence);
  }
  incidents.fireTimers(at);
  for (const row of world.rows) {
    if (row.kind !== 'resolve' || row.ts !== at) continue;
    for (const { watch, state } of states) {
      const isNamed = [row.target, row.about, row.text].some((text) => isCalled(watch.risk, text));
      if (isNamed && state !== undefined) incidents.resolve(state, at);
    }
  }
}

/** The events that make the condition true. */
function evidenceRows(condition: Condition, moment: Moment): Row[] {
  switch (condition.kind) {
    case 'and':
      return [...evidenceRows(condition.left, moment), ...evidenceRows(condition.right, moment)];
    case 'or':
      return [condition.left, condition.right]
        .filter((side) => testCondition(side, moment) === true)
        .flatMap((side) => evidenceRows(side, moment));
    default:
      return aggregatesOf(condition).flatMap((aggregate) => {
        if (aggregate.function !== 'since') return countedRows(aggregate, moment, spanOf(aggregate.window, moment));
        const seen = lastSeen(aggregate, moment);
        return seen === null ? [] : [seen];
      });
  }
}
