/** Incidents in the Outcome's form. */
import type { GroupPolicy } from '@steward/policy';
import { instantText } from '@steward/time';
import type { Incident, RiskOutcome } from '../../outcome/incidents.ts';
import type { GroupProgram } from '../../program/program.ts';
import { onlyClause } from '../../program/program.ts';
import { onDutyAt, sendersOf } from '../actions/subjects.ts';
import { evidenceOf } from '../evidence.ts';
import type { GroupStore } from '../store.ts';
import { noteUnknown, noUnknowns } from '../unknowns.ts';
import type { OpenedIncident, RisksRun } from './incidents.ts';

/** `Routine#1`. */
export function incidentId(policy: GroupPolicy, incident: OpenedIncident): string {
  return `${policy.risks[incident.risk]?.name ?? ''}#${incident.number}`;
}

export function riskOutcomes(store: GroupStore, program: GroupProgram, run: RisksRun): RiskOutcome[] {
  return program.policy.risks.map((risk, index) => {
    const incidents = run.incidents[index] ?? [];
    const table = program.risks[index];
    if (table === undefined) throw new Error(`risk ${risk.name} without its program`);
    const unknowns = noUnknowns(store, onlyClause(table).signals);
    unknowns.evaluations = store.frame.days;
    for (const reason of run.unknown[index] ?? []) noteUnknown(unknowns, reason);
    return {
      risk: risk.name,
      incidents: incidents.map((incident) => describe(store, program.policy, incident)),
      escalated: incidents.filter((incident) => incident.escalations.length > 0 || incident.escalatedFrom !== null)
        .length,
      openAtEnd: incidents.filter((incident) => incident.closed === null).length,
      unknowns,
    };
  });
}

function describe(store: GroupStore, policy: GroupPolicy, incident: OpenedIncident): Incident {
  return {
    id: incidentId(policy, incident),
    opened: instantText(incident.opened),
    closed: incident.closed === null ? null : instantText(incident.closed),
    closedBy: incident.closedBy,
    reopened: incident.reopened.map(instantText),
    escalatedFrom: incident.escalatedFrom === null ? null : incidentId(policy, incident.escalatedFrom),
    escalations: incident.escalations.map(({ at, to, rule }) => ({
      at: instantText(at),
      to: incidentId(policy, to),
      rule,
    })),
    onDuty: onDutyAt(store, policy.duty, incident.opened),
    evidence: evidenceOf(store, incident.events),
    senders: sendersOf(store, incident.events).map((person) => store.people.persons[person]?.id ?? ''),
  };
}
