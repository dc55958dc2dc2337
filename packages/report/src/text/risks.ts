/** Each risk with its most telling incidents: people, actions and evidence. */

import { integerText } from '@steward/numbers';
import type { Risk } from '@steward/policy';
import type { Incident, RiskOutcome } from '@steward/simulator';
import { daysBetween, microsBetween } from '@steward/time';
import { sparkline } from '../layout/sparkline.ts';
import { cells } from '../layout/width.ts';
import { localDate } from '../values/dates.ts';
import { memberName } from '../values/members.ts';
import { elapsed } from '../values/numbers.ts';
import { actionRecord } from './calls.ts';
import {
  conditionText,
  INDENT,
  labelled,
  markText,
  type Page,
  paragraph,
  places,
  quotes,
  SPARK,
  section,
  timeName,
} from './page.ts';

/** Most incidents shown per risk. */
const MOST_INCIDENTS = 4;
const MOST_SENDERS = 6;
/** Width of the widest incident label with its gap, in cells. */
const LABEL = 12;

export function riskLines(page: Page): string[] {
  const lines = page.group.risks.flatMap((outcome) => {
    const rule = page.rules.risks.find((declared) => declared.name === outcome.risk);
    return rule === undefined ? [] : oneRisk(page, rule, outcome);
  });
  return section(page, page.words.risks, lines);
}

function oneRisk(page: Page, rule: Risk, outcome: RiskOutcome): string[] {
  const { words, palette, names } = page;
  const name = palette.bold(names.full(rule.name));
  const { incidents } = outcome;
  const condition = labelled(page, words.when, cells(words.when), conditionText(page, rule.when.range, rule.for), 2);
  if (incidents.length === 0) {
    const undecided = outcome.unknowns.unknown > 0;
    const verdict = undecided ? 'unknown' : 'good';
    const note = undecided ? `${words.pause}${words.unknownDays(integerText(outcome.unknowns.unknown))}` : '';
    return [
      ...paragraph(page, `${markText(page, verdict)} ${name}${words.colon}${words.quiet}${note}`, 1, 2),
      ...condition,
    ];
  }
  const counts = [
    words.incidentCount(incidents.length, integerText(incidents.length)),
    ...(outcome.escalated > 0 ? [words.escalatedCount(integerText(outcome.escalated))] : []),
    ...(outcome.openAtEnd > 0 ? [palette.red(words.openCount(integerText(outcome.openAtEnd)))] : []),
  ].join(words.pause);
  const curve = palette.cyan(sparkline(openingsByDay(page, incidents), SPARK.most));
  const shown = mostRelevant(incidents);
  const hidden = incidents.length - shown.length;
  return [
    ...paragraph(page, `${markText(page, 'bad')} ${name}${words.colon}${counts}  ${curve}`, 1, 2),
    ...condition,
    ...shown.flatMap((incident) => incidentLines(page, incident)),
    ...(hidden > 0 ? paragraph(page, palette.dim(words.earlierIncidents(integerText(hidden))), 2) : []),
  ];
}

function openingsByDay(page: Page, incidents: readonly Incident[]): number[] {
  const { days, timezone } = page.group;
  const counts = new Array<number>(days.count).fill(0);
  for (const incident of incidents) {
    const day = daysBetween(days.from, localDate(incident.opened, timezone));
    counts[day] = (counts[day] ?? 0) + 1;
  }
  return counts;
}

/** Open ones, those that escalated, then the latest; in order of time. */
function mostRelevant(incidents: readonly Incident[]): Incident[] {
  const weight = (incident: Incident): number =>
    (incident.closed === null ? 4 : 0) +
    (incident.escalations.length > 0 ? 2 : 0) +
    (incident.escalatedFrom === null ? 0 : 1);
  const order = new Map(incidents.map((incident, index) => [incident, index]));
  const place = (incident: Incident): number => order.get(incident) ?? 0;
  return incidents
    .toSorted((a, b) => weight(b) - weight(a) || place(b) - place(a))
    .slice(0, MOST_INCIDENTS)
    .sort((a, b) => place(a) - place(b));
}

function incidentLines(page: Page, incident: Incident): string[] {
  const { words, palette, group } = page;
  const opened = timeName(page, incident.opened);
  const until =
    incident.closed === null
      ? palette.red(words.stillOpen)
      : `${timeName(page, incident.closed)}${words.openParenthesis}${elapsed(microsBetween(incident.opened, incident.closed), words)}${words.closeParenthesis}`;
  const facts = [
    ...(incident.closedBy === 'resolve' ? [words.closedByResolve] : []),
    ...(incident.reopened.length > 0
      ? [words.reopened(incident.reopened.length, integerText(incident.reopened.length))]
      : []),
    ...(incident.escalatedFrom === null ? [] : [words.escalatedFrom(incident.escalatedFrom)]),
  ];
  const head = [`${palette.yellow(incident.id)}  ${opened} → ${until}`, ...facts].join(' · ');
  const done = group.actions.records.filter(({ cause }) => cause.kind === 'risk' && cause.incident === incident.id);
  const details: [string, string][] = [
    [
      words.onDuty,
      incident.onDuty.length === 0 ? words.nobodyOnDuty : incident.onDuty.map(page.names.short).join(words.comma),
    ],
    [words.senders, listed(page, incident.senders)],
    [
      words.ladder,
      incident.escalations
        .map((step) => words.ladderStep(step.to, step.rule, timeName(page, step.at)))
        .join(words.comma),
    ],
    [words.did, done.map((record) => actionRecord(page, record)).join(words.comma)],
    ...evidenceOf(page, incident),
  ];
  const width = details.reduce((most, [label]) => Math.max(most, cells(label)), 0);
  return [
    ...paragraph(page, head, 2, 2),
    ...details.flatMap(([label, text]) => (text === '' ? [] : labelled(page, label, width, text, 3))),
  ];
}

/** One entry per message if the texts are available, otherwise one entry with the places. */
function evidenceOf(page: Page, incident: Incident): [string, string][] {
  const { words } = page;
  const { evidence } = incident;
  if (evidence.count === 0) return [[words.evidence, words.noEvidence]];
  if (evidence.events.every((reference) => page.evidenceText(reference) === null)) {
    return [[words.evidence, places(page, evidence)]];
  }
  const lines = quotes(page, evidence, page.width - 3 * INDENT - LABEL);
  const hidden = evidence.count - lines.length;
  const entries = hidden > 0 ? [...lines, words.more(integerText(hidden))] : lines;
  return entries.map((line, index) => [index === 0 ? words.evidence : ' ', line]);
}

function listed(page: Page, members: readonly string[]): string {
  const rest = members.length - MOST_SENDERS;
  const named = members.slice(0, MOST_SENDERS).map((member) => memberName(page.group, member));
  const shown = named.join(page.words.comma);
  return rest > 0 ? `${shown}${page.words.comma}${page.words.more(integerText(rest))}` : shown;
}
