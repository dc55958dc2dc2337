/** Lines about risks and their escalations. */

import { integerText } from '@steward/numbers';
import type { Escalation } from '@steward/policy';
import type { Incident, RiskOutcome } from '@steward/simulator';
import { durationMicros, microsBetween } from '@steward/time';
import type { Clause } from '../clauses.ts';
import { type Formatter, nothingDecided, sum, undecidedNote } from '../formatter.ts';
import type { LineText } from '../input.ts';
import { latest } from './content.ts';

/** `3 incidents, last 3 Mar · 1 escalated`. */
export function riskLine(formatter: Formatter, { rule, rules, outcomes }: Clause<'risk'>): LineText {
  const { own, words, dayOf } = formatter;
  const unknowns = outcomes.map(({ result }) => result.unknowns);
  const opened = outcomes.flatMap(({ group, result }) =>
    result.incidents.map((incident) => ({ at: incident.opened, group })),
  );
  const undecided = undecidedNote(
    formatter,
    sum(unknowns, (one) => one.unknown),
  );
  const last = latest(opened);
  if (last === null) {
    if (nothingDecided(unknowns)) {
      const group = outcomes.length === 1 ? (outcomes[0]?.group ?? null) : null;
      const why = formatter.whyUnknown(unknowns, { rules, group, conditions: [rule.when] });
      return { text: why ?? '', tone: 'unknown' };
    }
    return { text: [own.never, ...undecided].join(' · '), tone: 'idle' };
  }
  const escalated = sum(outcomes, ({ result }) => result.escalated);
  const open = sum(outcomes, ({ result }) => result.openAtEnd);
  const parts = [
    own.incidentsLast(opened.length, integerText(opened.length), dayOf(last.at, last.group)),
    ...(escalated === 0 ? [] : [words.escalatedCount(integerText(escalated))]),
    ...(open === 0 ? [] : [own.open(integerText(open))]),
    ...undecided,
  ];
  return { text: parts.join(' · '), tone: 'bad' };
}

export function escalationLine(
  formatter: Formatter,
  { rule: escalation, rules, place: [risk = 0], outcomes }: Clause<'escalation'>,
): LineText {
  const { own, dayOf } = formatter;
  const twin = (rules.risks[risk]?.escalations ?? []).some(
    (other) =>
      other !== escalation && other.range.startOffset < escalation.range.startOffset && alike(other, escalation),
  );
  const steps = outcomes.flatMap(({ group, result }) =>
    stepsOf(escalation, result).map(({ step }) => ({ at: step.at, group })),
  );
  const last = latest(steps);
  if (last === null) return { text: own.never, tone: 'idle' };
  const times = own.timesLast(steps.length, integerText(steps.length), dayOf(last.at, last.group));
  return { text: twin ? own.togetherWithOthers(times) : times, tone: 'bad' };
}

interface Step {
  incident: Incident;
  step: Incident['escalations'][number];
}

/** What a rung did, in order of its incidents. */
export function stepsOf(escalation: Escalation, { incidents }: RiskOutcome): Step[] {
  return incidents.flatMap((incident) =>
    incident.escalations.filter((step) => stoodOn(escalation, incident, step)).map((step) => ({ incident, step })),
  );
}

/** An outcome tells a step's target and rule; two rungs that count openings in different windows cannot be told apart. */
function alike(one: Escalation, other: Escalation): boolean {
  return one.to === other.to && one.after.kind === 'times' && other.after.kind === 'times';
}

function stoodOn({ to, after }: Escalation, incident: Incident, step: Incident['escalations'][number]): boolean {
  if (step.rule !== after.kind || riskOf(step.to) !== to) return false;
  if (after.kind === 'times') return true;
  // A timer runs from the opening or the last reopening; whichever matches is the one that ran.
  const starts = [incident.opened, ...incident.reopened];
  return starts.some((start) => microsBetween(start, step.at) === durationMicros(after.delay));
}

/** `Serious#3` is an incident of `Serious`. */
function riskOf(incident: string): string {
  return incident.slice(0, incident.lastIndexOf('#'));
}
