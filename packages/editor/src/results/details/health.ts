/** Hovers about the group's health. */
import { integerText, toNumber } from '@steward/numbers';
import type { Goal } from '@steward/policy';
import { measuredParts, quantity } from '@steward/report';
import type { GoalOutcome, GroupOutcome, HealthOutcome } from '@steward/simulator';
import type { Chart, DayState } from '../chart/chart.ts';
import type { Clause } from '../clauses.ts';
import { boundText } from '../lines/health.ts';
import { type Facts, type FactsView, NO_FACTS, rule, table, used } from './facts.ts';

const STATE: Record<HealthOutcome['byDay'][number], DayState> = { healthy: 'good', breach: 'bad', unknown: 'unknown' };
const MOST_BREACHES = 4;
const MOST_TIMES = 6;

export function healthFacts(view: FactsView, { outcomes, rule: dimension }: Clause<'health'>): Facts {
  const [only] = outcomes;
  if (only === undefined) return NO_FACTS;
  const { formatter } = view;
  const { words } = formatter;
  const { group, result } = only;
  const goals = dimension.goals.flatMap((goal, i) => {
    const outcome = result.goals[i];
    return outcome === undefined ? [] : [{ goal, outcome }];
  });
  const rows = goals.map(({ goal, outcome }) => goalRow(view, goal, outcome));
  const { goalHeader } = words;
  const header = [goalHeader.goal, goalHeader.latest, goalHeader.breach, goalHeader.unknown];
  const shown = goals.find(({ outcome }) => outcome.byDay.at(-1) === 'breach') ?? goals[0];
  return {
    chart: shown === undefined ? null : goalChart(view, shown.goal, shown.outcome, group),
    tables: table(header, rows, [1, 2, 3], [0]).map(used),
    notes: breachNotes(view, result, group),
    evidence: null,
    unknowns: { of: result.unknowns, counted: 'days' },
  };
}

export function goalFacts(view: FactsView, { outcomes, rule: goal }: Clause<'goal'>): Facts {
  const [only] = outcomes;
  if (only === undefined) return NO_FACTS;
  const { words } = view.formatter;
  const { group, result } = only;
  const parts = measuredParts(goal.when);
  const rows = result.measures.map((measure, i) => {
    const part = parts[i];
    const last = measure.byDay.at(-1) ?? null;
    return [measure.text, last === null || part === undefined ? '?' : quantity(last, part.unit, words, part.bound)];
  });
  const breach = result.byDay.filter((day) => day === 'breach').length;
  return {
    chart: goalChart(view, goal, result, group),
    tables: table(['', words.goalHeader.latest], rows, [1], [0]),
    notes: [words.breachDays(breach, integerText(breach))],
    evidence: null,
    unknowns: { of: result.unknowns, counted: 'days' },
  };
}

function goalRow(view: FactsView, goal: Goal, outcome: GoalOutcome): string[] {
  const { words } = view.formatter;
  const count = (state: string): string => {
    const days = outcome.byDay.filter((day) => day === state).length;
    return days === 0 ? '' : integerText(days);
  };
  const [part] = measuredParts(goal.when);
  const last = outcome.measures[0]?.byDay.at(-1) ?? null;
  const value = last === null || part === undefined ? '?' : quantity(last, part.unit, words, part.bound);
  const mark = { healthy: '✓', breach: '✗', unknown: '?' }[outcome.byDay.at(-1) ?? 'unknown'];
  const text = rule(view, goal.when.range);
  const reported = text === '' ? (outcome.measures[0]?.text ?? '') + boundText(goal.when) : text;
  return [reported, value === mark ? value : `${value} ${mark}`, count('breach'), count('unknown')];
}

/** The first measure with its bound, or the verdicts if it has no values. */
function goalChart({ formatter }: FactsView, goal: Goal, outcome: GoalOutcome, group: GroupOutcome): Chart {
  const { from, to } = group.days;
  const states = outcome.byDay.map((day) => STATE[day]);
  const values = (outcome.measures[0]?.byDay ?? []).map((value) => (value === null ? null : toNumber(value)));
  const [part] = measuredParts(goal.when);
  const greatest = outcome.measures[0]?.byDay
    .filter((value) => value !== null)
    .toSorted((a, b) => toNumber(b) - toNumber(a))[0];
  if (greatest === undefined || part === undefined) return { kind: 'strip', from, to, states };
  const bound = part.bound === null ? null : toNumber(part.bound);
  return { kind: 'curve', from, to, values, bound, states, top: quantity(greatest, part.unit, formatter.words) };
}

function breachNotes({ formatter }: FactsView, result: HealthOutcome, group: GroupOutcome): string[] {
  const { words, day } = formatter;
  const shown = result.breaches.slice(-MOST_BREACHES).toReversed();
  const hidden = result.breaches.length - shown.length;
  const reported = shown.map(({ from, to, breachDays }) => {
    const days = words.breachDays(breachDays, integerText(breachDays));
    if (to === null) return words.breachOpen(day(from, group), days);
    return from === to ? words.breachDay(day(from, group)) : words.breachPeriod(day(from, group), day(to, group), days);
  });
  return hidden > 0 ? [...reported, words.moreBreaches(integerText(hidden))] : reported;
}

export function responseFacts(
  view: FactsView,
  { outcomes, rule: response, place: [, index = 0] }: Clause<'response'>,
): Facts {
  const [only] = outcomes;
  if (only === undefined) return NO_FACTS;
  const { formatter } = view;
  const { group, result } = only;
  const times = result.breaches.flatMap((breach) => breach.responses.filter((one) => one.response === index));
  const names = response.actions
    .map(({ action }) => formatter.names(only.rules).action(action))
    .join(formatter.words.comma);
  const notes = times
    .slice(-MOST_TIMES)
    .toReversed()
    .map(({ on }) => formatter.words.response(names, formatter.day(on, group)));
  const hidden = times.length - notes.length;
  return { ...NO_FACTS, notes: hidden > 0 ? [...notes, formatter.words.more(integerText(hidden))] : notes };
}
