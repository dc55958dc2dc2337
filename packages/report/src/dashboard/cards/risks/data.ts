/** The latest incidents of each risk, and their number by day. */

import type { Risk } from '@steward/policy';
import type { ActionRecord, Incident, RiskOutcome } from '@steward/simulator';
import { daysBetween } from '@steward/time';
import { actionRecord } from '../../../text/calls.ts';
import { conditionText } from '../../../text/page.ts';
import { localDate } from '../../../values/dates.ts';
import type { DashboardIncident, DashboardRisk } from '../../parts.ts';
import { latest, placesOf, ruleOf, type View } from '../../view.ts';

const MOST_INCIDENTS = 200;
const MOST_SENDERS = 12;

export function dataOf(view: View): { risks: DashboardRisk[] } {
  return { risks: risksOf(view) };
}

function risksOf(view: View): DashboardRisk[] {
  const done = Map.groupBy(view.group.actions.records, ({ cause }) => (cause.kind === 'risk' ? cause.incident : ''));
  return view.group.risks.flatMap((outcome, index) => {
    const declared = view.rules.risks[index];
    return declared === undefined ? [] : riskOf(view, declared, outcome, index, done);
  });
}

function riskOf(
  view: View,
  declared: Risk,
  outcome: RiskOutcome,
  index: number,
  done: ReadonlyMap<string, ActionRecord[]>,
): DashboardRisk[] {
  const { shown, earlier } = latest(outcome.incidents, MOST_INCIDENTS);
  const condition = conditionText(view, declared.when.range, declared.for);
  return [
    {
      rule: ruleOf(view, view.keys.risk?.[index], view.names.short(declared.name), declared.range, condition),
      opened: outcome.incidents.length,
      escalated: outcome.escalated,
      openAtEnd: outcome.openAtEnd,
      openedByDay: openedByDay(view, outcome.incidents),
      incidents: shown.map((incident) => incidentOf(view, incident, done.get(incident.id) ?? [])),
      earlier,
      undecided: outcome.unknowns.unknown,
    },
  ];
}

function openedByDay(view: View, incidents: readonly Incident[]): number[] {
  const { days, timezone } = view.group;
  const counts = new Array<number>(days.count).fill(0);
  for (const incident of incidents) {
    const day = daysBetween(days.from, localDate(incident.opened, timezone));
    counts[day] = (counts[day] ?? 0) + 1;
  }
  return counts;
}

function incidentOf(view: View, incident: Incident, done: readonly ActionRecord[]): DashboardIncident {
  const { id, opened, closed, closedBy, reopened, escalatedFrom, escalations } = incident;
  const senders = incident.senders.slice(0, MOST_SENDERS);
  return {
    id,
    opened,
    closed,
    closedBy,
    reopened,
    escalatedFrom,
    escalations,
    onDuty: incident.onDuty.map(view.names.short),
    senders: senders.map((member) => view.memberName(member) ?? member),
    moreSenders: incident.senders.length - senders.length,
    actions: done.map((record) => actionRecord(view, record)),
    evidence: placesOf(view, incident.evidence),
  };
}
