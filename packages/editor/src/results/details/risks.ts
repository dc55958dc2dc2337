/** Hovers about risks. */

import { integerText } from '@steward/numbers';
import type { GroupPolicy } from '@steward/policy';
import { actionRecord, elapsed, localDate, memberName } from '@steward/report';
import type { GroupOutcome, Incident } from '@steward/simulator';
import { daysBetween, microsBetween } from '@steward/time';
import type { Clause } from '../clauses.ts';
import type { Formatter } from '../formatter.ts';
import { stepsOf } from '../lines/risks.ts';
import { type Facts, type FactsView, few, NO_FACTS, table, time, together, used } from './facts.ts';

const MOST_INCIDENTS = 5;
const MOST_SENDERS = 3;
const MOST_ACTIONS = 4;

export function riskFacts({ formatter }: FactsView, { outcomes }: Clause<'risk'>): Facts {
  const [only] = outcomes;
  if (only === undefined) return NO_FACTS;
  const { words, own } = formatter;
  const { group, result, rules } = only;
  const shown = result.incidents.slice(-MOST_INCIDENTS).toReversed();
  const hidden = result.incidents.length - shown.length;
  const rows = shown.map((incident) => incidentRow(formatter, incident, group, rules));
  const header = [own.incident, own.openTime, words.senders, words.ladder, words.did, words.onDuty];
  return {
    chart: result.incidents.length === 0 ? null : openings(group, result.incidents),
    tables: table(header, rows).map(used),
    notes: hidden > 0 ? [words.earlierIncidents(integerText(hidden))] : [],
    evidence: together(shown.map(({ evidence }) => evidence)),
    unknowns: { of: result.unknowns, counted: 'days' },
  };
}

function incidentRow(formatter: Formatter, incident: Incident, group: GroupOutcome, rules: GroupPolicy): string[] {
  const { words } = formatter;
  const names = formatter.names(rules);
  const until =
    incident.closed === null ? words.stillOpen : elapsed(microsBetween(incident.opened, incident.closed), words);
  const actions = group.actions.records
    .filter(({ cause }) => cause.kind === 'risk' && cause.incident === incident.id)
    .map((record) => actionRecord({ names, words, group }, record));
  return [
    incident.id,
    `${time(formatter, incident.opened, group)} · ${until}`,
    few(
      formatter,
      incident.senders.map((sender) => memberName(group, sender)),
      MOST_SENDERS,
    ),
    incident.escalations.map(({ to }) => `→ ${to}`).join(words.comma),
    few(formatter, actions, MOST_ACTIONS),
    incident.onDuty.map(names.short).join(words.comma),
  ];
}

function openings(group: GroupOutcome, incidents: readonly Incident[]): Facts['chart'] {
  const { days, timezone } = group;
  const values = new Array<number>(days.count).fill(0);
  for (const { opened } of incidents) {
    const day = daysBetween(days.from, localDate(opened, timezone));
    values[day] = (values[day] ?? 0) + 1;
  }
  const top = values.reduce((most, value) => Math.max(most, value), 0);
  return { kind: 'bars', from: days.from, to: days.to, values, bound: null, states: [], top: integerText(top) };
}

export function escalationFacts({ formatter }: FactsView, { outcomes, rule }: Clause<'escalation'>): Facts {
  const [only] = outcomes;
  if (only === undefined) return NO_FACTS;
  const { words } = formatter;
  const steps = stepsOf(rule, only.result);
  const notes = steps
    .slice(-MOST_INCIDENTS)
    .toReversed()
    .map(
      ({ incident, step }) =>
        `${incident.id} ${words.ladderStep(step.to, step.rule, time(formatter, step.at, only.group))}`,
    );
  const hidden = steps.length - notes.length;
  return { ...NO_FACTS, notes: hidden > 0 ? [...notes, words.more(integerText(hidden))] : notes };
}
