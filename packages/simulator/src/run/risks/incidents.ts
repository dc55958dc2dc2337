/**
 * Runs the risks of a group: incidents open and close, escalate, and are settled by `resolve` events (`SEMANTICS.md`, "Risks").
 */
import { SIGNALS } from '@steward/events';
import type { Escalation, Risk } from '@steward/policy';
import { type Duration, durationDays, durationMicros } from '@steward/time';
import { bindText } from '../../columns/filter.ts';
import { FALSE, TRUE, type Truth, UNKNOWN } from '../../program/interval.ts';
import type { Judges } from '../../program/judges.ts';
import type { GroupProgram } from '../../program/program.ts';
import { namesExactly, predicateKey } from '../../program/text-predicates.ts';
import type { GroupStore } from '../store.ts';
import { frameEnd } from '../time/frame.ts';
import type { Reason } from '../unknowns.ts';
import { type RiskCondition, riskCondition } from './risk-condition.ts';

/** A running incident, from which the Outcome's is made. */
export interface OpenedIncident {
  risk: number;
  /** Counted per risk from 1. */
  number: number;
  opened: number;
  closed: number | null;
  closedBy: 'condition' | 'resolve' | null;
  reopened: number[];
  escalatedFrom: OpenedIncident | null;
  /** Incidents that escalated into this one: while one is open, so is this one. */
  sources: OpenedIncident[];
  escalations: { at: number; to: OpenedIncident; rule: 'open' | 'times' }[];
  /** Event numbers, ascending. */
  events: Int32Array;
}

export interface RisksRun {
  /** By risk, in order of opening. */
  incidents: OpenedIncident[][];
  /** By risk: why the condition was unknown, for each day at whose end it was. */
  unknown: Reason[][];
}

interface RiskState {
  index: number;
  risk: Risk;
  condition: RiskCondition;
  before: Truth;
  /** Whether it was true at the last known evaluation. */
  holds: boolean;
  open: OpenedIncident | null;
  lastClosed: OpenedIncident | null;
  /** Opening or latest reopening of the open incident. */
  openSince: number;
  incidents: OpenedIncident[];
  ladders: Ladder[];
  unknown: Reason[];
}

interface Ladder {
  escalation: Escalation;
  target: number;
  /** Incidents for which an `after D` escalation has fired. */
  fired: Set<OpenedIncident>;
  /** Openings since an `after N times` escalation last fired. */
  openings: number[];
}

export function runRisks(store: GroupStore, judges: Judges, program: GroupProgram): RisksRun {
  const states = program.policy.risks.map((risk, index) => riskState(store, judges, program, risk, index));
  if (states.length > 0) unfold(store, states);
  return { incidents: states.map((state) => state.incidents), unknown: states.map((state) => state.unknown) };
}

function riskState(store: GroupStore, judges: Judges, program: GroupProgram, risk: Risk, index: number): RiskState {
  const table = program.risks[index];
  if (table === undefined) throw new Error(`risk ${risk.name} without its program`);
  return {
    index,
    risk,
    condition: riskCondition(store, judges, risk, table),
    before: UNKNOWN,
    holds: false,
    open: null,
    lastClosed: null,
    openSince: 0,
    incidents: [],
    unknown: [],
    ladders: risk.escalations.map((escalation) => ({
      escalation,
      target: program.policy.risks.findIndex((other) => other.name === escalation.to),
      fired: new Set(),
      openings: [],
    })),
  };
}

function unfold(store: GroupStore, states: readonly RiskState[]): void {
  const end = frameEnd(store.frame);
  const resolves = findResolves(store, states);
  let nextResolve = 0;
  let dayEndAt = 0;
  for (;;) {
    let now = resolves[nextResolve]?.at ?? Number.POSITIVE_INFINITY;
    for (const state of states) now = Math.min(now, state.condition.next(), nextTimer(state));
    if (now > end) return;

    while ((store.frame.starts[dayEndAt + 1] as number) - 1 < now) dayEndAt += 1;
    const atDayEnd = (store.frame.starts[dayEndAt + 1] as number) - 1 === now;
    judgeConditions(store, states, now, atDayEnd);
    fireTimers(store, states, now);
    for (; resolves[nextResolve]?.at === now; nextResolve += 1) {
      for (const index of resolves[nextResolve]?.risks ?? []) {
        const state = states[index];
        if (state !== undefined && state.open !== null) close(states, state, now, 'resolve');
      }
    }
  }
}

function judgeConditions(store: GroupStore, states: readonly RiskState[], now: number, atDayEnd: boolean): void {
  const due = states.filter((state) => state.condition.next() <= now || nextTimer(state) <= now);
  const truths = due.map((state) => state.condition.evaluate(now));
  due.forEach((state, i) => {
    if (truths[i] !== UNKNOWN) state.holds = truths[i] === TRUE;
  });
  due.forEach((state, i) => {
    const truth = truths[i] ?? UNKNOWN;
    const became = truth === TRUE && state.before !== TRUE;
    state.before = truth;
    if (atDayEnd && truth === UNKNOWN) state.unknown.push(state.condition.reason(now));
    if (became && state.open === null) open(store, states, state, now, null);
    else if (truth === FALSE && state.open !== null && !kept(states, state.open))
      close(states, state, now, 'condition');
  });
}

/** When the open incident's earliest `after D` escalation is due. */
function nextTimer(state: RiskState): number {
  let next = Number.POSITIVE_INFINITY;
  if (state.open === null) return next;
  for (const { escalation, fired } of state.ladders) {
    if (escalation.after.kind !== 'open' || fired.has(state.open)) continue;
    next = Math.min(next, state.openSince + durationMicros(escalation.after.delay));
  }
  return next;
}

function fireTimers(store: GroupStore, states: readonly RiskState[], now: number): void {
  let again = true;
  while (again) {
    again = false;
    for (const state of states) {
      for (const ladder of state.ladders) {
        const { after } = ladder.escalation;
        if (state.open === null || after.kind !== 'open' || ladder.fired.has(state.open)) continue;
        if (state.openSince + durationMicros(after.delay) > now) continue;
        ladder.fired.add(state.open);
        escalate(store, states, state.open, ladder, now);
        again = true;
      }
    }
  }
}

function open(
  store: GroupStore,
  states: readonly RiskState[],
  state: RiskState,
  now: number,
  from: OpenedIncident | null,
): OpenedIncident {
  state.openSince = now;
  const { cooldown } = state.risk;
  const last = state.lastClosed;
  if (cooldown !== null && last !== null && last.closed !== null && now - last.closed <= durationMicros(cooldown)) {
    last.closed = null;
    last.closedBy = null;
    last.reopened.push(now);
    if (from !== null) last.sources.push(from);
    state.open = last;
    return last;
  }
  const incident: OpenedIncident = {
    risk: state.index,
    number: state.incidents.length + 1,
    opened: now,
    closed: null,
    closedBy: null,
    reopened: [],
    escalatedFrom: from,
    sources: from === null ? [] : [from],
    escalations: [],
    events: from === null ? state.condition.evidence() : from.events,
  };
  state.incidents.push(incident);
  state.open = incident;
  for (const ladder of state.ladders) {
    const { after } = ladder.escalation;
    if (after.kind !== 'times') continue;
    const since = windowStart(store, after.window, now);
    ladder.openings = [...ladder.openings.filter((opened) => opened >= since), now];
    if (ladder.openings.length < after.times) continue;
    ladder.openings = [];
    escalate(store, states, incident, ladder, now);
  }
  return incident;
}

/** First instant of a window that ends now. */
function windowStart(store: GroupStore, window: Duration, now: number): number {
  const days = durationDays(window);
  if (days === null) return now - durationMicros(window) + 1;
  const { calendar } = store.frame;
  return calendar.dayStart(calendar.dayOf(now) - days + 1);
}

function escalate(
  store: GroupStore,
  states: readonly RiskState[],
  incident: OpenedIncident,
  ladder: Ladder,
  now: number,
): void {
  const target = states[ladder.target];
  if (target === undefined) throw new Error(`no risk ${ladder.escalation.to} to escalate to`);
  const rule = ladder.escalation.after.kind;
  if (target.open !== null) {
    target.open.sources.push(incident);
    incident.escalations.push({ at: now, to: target.open, rule });
    return;
  }
  incident.escalations.push({ at: now, to: open(store, states, target, now, incident), rule });
}

function kept(states: readonly RiskState[], incident: OpenedIncident): boolean {
  return states[incident.risk]?.holds === true || incident.sources.some((source) => source.closed === null);
}

/** Closing an incident also closes those that only it kept open. */
function close(states: readonly RiskState[], state: RiskState, now: number, by: 'condition' | 'resolve'): void {
  const incident = state.open;
  if (incident === null) return;
  incident.closed = now;
  incident.closedBy = by;
  state.open = null;
  state.lastClosed = incident;
  for (const other of states) {
    if (other.open === null || !other.open.sources.includes(incident)) continue;
    if (!kept(states, other.open)) close(states, other, now, 'condition');
  }
}

/** `resolve` events with the risks each one names, in log order. */
function findResolves(store: GroupStore, states: readonly RiskState[]): { at: number; risks: number[] }[] {
  const { log } = store;
  const kind = SIGNALS.indexOf('resolve');
  const named = states.map(({ risk }) => eventsNaming(store, risk));
  const found: { at: number; risks: number[] }[] = [];
  for (let event = 0; event < log.length; event += 1) {
    if (log.kind[event] !== kind) continue;
    const risks = named.flatMap((names, index) => (names(event) ? [index] : []));
    if (risks.length > 0) found.push({ at: log.ts[event] as number, risks });
  }
  return found;
}

/** Whether an event's target, subject or text equals the name or label. */
export function eventsNaming(
  store: GroupStore,
  named: { name: string; label: string | null },
): (event: number) => boolean {
  const { log } = store;
  const text = bindText(predicateKey(namesExactly(named)), store.filter);
  const is = (value: string | undefined): boolean =>
    value !== undefined && (value === named.name || value === named.label);
  return (event) =>
    is(log.targets[log.target[event] as number]) || is(log.labels[log.about[event] as number]) || text(event) === TRUE;
}
