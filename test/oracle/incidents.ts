/** The incidents of all risks of a group: opening, closing, cooldown, escalation and `resolve`, instant by instant. */
import type { Escalation, Risk } from '@steward/policy';
import type { Incident, RiskOutcome } from '@steward/simulator';
import type { Duration } from '@steward/time';
import { clockWithin, instantText } from './calendar.ts';
import { durationDays, durationMicros } from './durations.ts';
import { evidenceOf, sendersOf } from './evidence.ts';
import type { Row } from './rows.ts';
import type { Truth } from './truth.ts';
import type { World } from './world.ts';

/** An incident in progress. */
export interface OpenIncident {
  risk: Risk;
  number: number;
  opened: number;
  /** The opening or the latest reopening. */
  runningSince: number;
  closed: { at: number; by: 'condition' | 'resolve' } | null;
  reopened: number[];
  from: OpenIncident | null;
  /** Incidents that escalated into this one, which stays open while any of them is. */
  feeders: Set<OpenIncident>;
  escalations: Incident['escalations'];
  fired: Set<Escalation>;
  evidence: Row[];
}

/** Current state of a risk. */
export interface RiskState {
  risk: Risk;
  incidents: OpenIncident[];
  /** The last evaluation that was not unknown. */
  lastKnown: boolean | null;
  /** Instants of openings that no cooldown joined. */
  openings: number[];
  timesFired: Map<Escalation, number>;
}

export class Incidents {
  readonly states: RiskState[];
  private readonly world: World;

  constructor(world: World) {
    this.world = world;
    this.states = world.group.risks.map((risk) => ({
      risk,
      incidents: [],
      lastKnown: null,
      openings: [],
      timesFired: new Map(),
    }));
  }

  openOf(state: RiskState): OpenIncident | null {
    const last = state.incidents.at(-1);
    return last !== undefined && last.closed === null ? last : null;
  }

  /** The condition's truth at the instant; all risks are evaluated before any opens or closes. */
  note(state: RiskState, truth: Truth): void {
    if (truth !== null) state.lastKnown = truth;
  }

  /** Opens or closes after an evaluation. */
  follow(state: RiskState, truth: Truth, becameTrue: boolean, at: number, evidence: () => Row[]): void {
    if (becameTrue && this.openOf(state) === null) this.open(state, at, null, evidence());
    if (truth === false) this.closeUnlessHeld(state, at);
  }

  private open(state: RiskState, at: number, from: OpenIncident | null, evidence: Row[]): OpenIncident {
    const last = state.incidents.at(-1);
    const { cooldown } = state.risk;
    if (last?.closed && cooldown !== null && at - last.closed.at <= durationMicros(cooldown)) {
      last.closed = null;
      last.runningSince = at;
      last.reopened.push(at);
      if (from !== null) last.feeders.add(from);
      return last;
    }
    const incident: OpenIncident = {
      risk: state.risk,
      number: state.incidents.length + 1,
      opened: at,
      runningSince: at,
      closed: null,
      reopened: [],
      from,
      feeders: new Set(from === null ? [] : [from]),
      escalations: [],
      fired: new Set(),
      evidence,
    };
    state.incidents.push(incident);
    state.openings.push(at);
    this.climbByTimes(state, incident, at);
    return incident;
  }

  private climbByTimes(state: RiskState, incident: OpenIncident, at: number): void {
    for (const ladder of state.risk.escalations) {
      if (ladder.after.kind !== 'times') continue;
      const windowStart = this.windowStart(ladder.after.window, at);
      const lastFired = state.timesFired.get(ladder) ?? -Infinity;
      const recent = state.openings.filter((opening) => opening >= windowStart && opening > lastFired);
      if (recent.length < ladder.after.times) continue;
      state.timesFired.set(ladder, at);
      this.escalate(incident, ladder, at);
    }
  }

  /** First instant of `in W`. */
  private windowStart(window: Duration, at: number): number {
    const days = durationDays(window);
    if (days === null) return at - durationMicros(window) + 1;
    const { calendar } = this.world;
    return calendar.day(calendar.dayAt(at).number - days + 1).from;
  }

  private escalate(incident: OpenIncident, ladder: Escalation, at: number): void {
    const target = this.states.find((state) => state.risk.name === ladder.to);
    if (target === undefined) throw new Error(`no risk ${ladder.to} to escalate to`);
    const note = { at: instantText(at), to: '', rule: ladder.after.kind };
    incident.fired.add(ladder);
    incident.escalations.push(note);
    const open = this.openOf(target);
    open?.feeders.add(incident);
    note.to = idOf(open ?? this.open(target, at, incident, incident.evidence));
  }

  /** When the risk's open incident next escalates for staying open. */
  nextTimer(state: RiskState): number {
    const open = this.openOf(state);
    if (open === null) return Infinity;
    const due = state.risk.escalations.map((ladder) => this.timerOf(open, ladder));
    return Math.min(Infinity, ...due);
  }

  private timerOf(incident: OpenIncident, ladder: Escalation): number {
    if (ladder.after.kind !== 'open' || incident.fired.has(ladder)) return Infinity;
    return incident.runningSince + durationMicros(ladder.after.delay);
  }

  fireTimers(at: number): void {
    for (const state of this.states) {
      for (const ladder of state.risk.escalations) {
        const open = this.openOf(state);
        if (open !== null && this.timerOf(open, ladder) === at) this.escalate(open, ladder, at);
      }
    }
  }

  resolve(state: RiskState, at: number): void {
    const open = this.openOf(state);
    if (open !== null) this.close(open, at, 'resolve');
  }

  private closeUnlessHeld(state: RiskState, at: number): void {
    const open = this.openOf(state);
    if (open === null || state.lastKnown === true) return;
    const isFed = [...open.feeders].some((feeder) => feeder.closed === null);
    if (!isFed) this.close(open, at, 'condition');
  }

  /** Incidents that only this one kept open close with it. */
  private close(incident: OpenIncident, at: number, by: 'condition' | 'resolve'): void {
    incident.closed = { at, by };
    for (const state of this.states) {
      if (this.openOf(state)?.feeders.has(incident)) this.closeUnlessHeld(state, at);
    }
  }
}

export function idOf(incident: OpenIncident): string {
  return `${incident.risk.name}#${incident.number}`;
}

/** The outcome of one risk, without its unknown evaluations. */
export function incidentsOutcome(world: World, state: RiskState): Omit<RiskOutcome, 'unknowns'> {
  const climbed = state.incidents.filter((incident) => incident.from !== null || incident.escalations.length > 0);
  return {
    risk: state.risk.name,
    incidents: state.incidents.map((incident) => incidentOutcome(world, incident)),
    escalated: climbed.length,
    openAtEnd: state.incidents.filter((incident) => incident.closed === null).length,
  };
}

function incidentOutcome(world: World, incident: OpenIncident): Incident {
  return {
    id: idOf(incident),
    opened: instantText(incident.opened),
    closed: incident.closed === null ? null : instantText(incident.closed.at),
    closedBy: incident.closed?.by ?? null,
    reopened: incident.reopened.map(instantText),
    escalatedFrom: incident.from === null ? null : idOf(incident.from),
    escalations: incident.escalations,
    onDuty: onDutyAt(world, incident.opened),
    evidence: evidenceOf(incident.evidence, world),
    senders: sendersOf(incident.evidence, world),
  };
}

/** Every role and tool on shift at the clock time, in source order, without duplicates. */
function onDutyAt(world: World, at: number): string[] {
  const minute = world.calendar.minuteOf(at);
  const shifts = world.group.duty.filter((shift) => clockWithin(minute, shift.from, shift.to));
  return [...new Set(shifts.flatMap((shift) => shift.onDuty.map((each) => each.name)))];
}
