/** The group's health: each dimension, its goals with their latest values, and its breaches with dates. */

import { integerText, type Rational, toNumber } from '@steward/numbers';
import type { Goal, HealthDimension, Unit } from '@steward/policy';
import type { GoalOutcome, HealthOutcome } from '@steward/simulator';
import { addDays } from '@steward/time';
import { strip } from '../layout/sparkline.ts';
import type { Cell, Column } from '../layout/table.ts';
import { measuredParts } from '../values/conditions.ts';
import { quantity } from '../values/numbers.ts';
import { actionCalls } from './calls.ts';
import {
  conditionText,
  dateName,
  mark,
  markText,
  type Page,
  paragraph,
  rows,
  SPARK,
  section,
  spark,
  type Verdict,
} from './page.ts';

type DayVerdict = HealthOutcome['byDay'][number];

const VERDICT: Record<DayVerdict, Verdict> = { healthy: 'good', breach: 'bad', unknown: 'unknown' };
const MOST_BREACHES = 4;
const RANKING: readonly DayVerdict[] = ['breach', 'unknown', 'healthy'];

export function healthLines(page: Page): string[] {
  const dimensions = page.group.health.flatMap((outcome, index) => {
    const declared = page.rules.health[index];
    return declared === undefined ? [] : [{ declared, outcome, goals: goalsOf(page, declared, outcome) }];
  });
  // One table for all dimensions, so that columns line up; split afterwards.
  const header = page.words.goalHeader;
  const columns: Column[] = [
    { header: '', align: 'left' },
    { header: header.goal, align: 'left', least: 20 },
    { header: header.latest, align: 'right' },
    { header: header.byDay, align: 'left', fill: SPARK },
    { header: header.breach, align: 'right' },
    { header: header.unknown, align: 'right' },
  ];
  const [headerLine = '', ...table] = rows(
    page,
    columns,
    dimensions.flatMap(({ goals }) => goals),
    2,
  );
  let next = 0;
  const lines = dimensions.flatMap(({ declared, outcome, goals }) => {
    const own = table.slice(next, next + goals.length);
    next += goals.length;
    return [...headOf(page, declared, outcome), ...own, ...breachLines(page, declared, outcome)];
  });
  return section(page, page.words.health, lines.length === 0 ? [] : [headerLine, ...lines]);
}

function headOf(page: Page, declared: HealthDimension, outcome: HealthOutcome): string[] {
  const last = outcome.byDay.at(-1) ?? 'unknown';
  const breachDays = outcome.byDay.filter((verdict) => verdict === 'breach').length;
  const name = page.palette.bold(page.names.full(declared.name));
  const text = `${markText(page, VERDICT[last])} ${name}${page.words.colon}${summary(page, last, breachDays)}`;
  return paragraph(page, text, 1, 2);
}

function goalsOf(page: Page, declared: HealthDimension, outcome: HealthOutcome): Cell[][] {
  return outcome.goals.flatMap((goal, index) => {
    const rule = declared.goals[index];
    return rule === undefined ? [] : goalRows(page, rule, goal);
  });
}

function summary(page: Page, last: DayVerdict, breachDays: number): string {
  const { words, palette } = page;
  const days = words.breachDays(breachDays, integerText(breachDays));
  if (last === 'breach') return palette.red(words.inBreach(days));
  if (last === 'unknown')
    return breachDays === 0 ? words.undecidedHealth : `${words.undecidedHealth}${words.pause}${days}`;
  return breachDays === 0 ? words.healthy : `${words.healthy}${words.pause}${days}`;
}

/** One row for each measure of the goal; the first carries the goal's verdict and text. */
function goalRows(page: Page, rule: Goal, goal: GoalOutcome): Cell[][] {
  const { palette } = page;
  const parts = measuredParts(rule.when);
  const text = conditionText(page, rule.when.range, rule.for);
  const breach = goal.byDay.filter((verdict) => verdict === 'breach').length;
  const unknown = goal.byDay.filter((verdict) => verdict === 'unknown').length;
  const last = goal.byDay.at(-1) ?? 'unknown';
  const measures = goal.measures.length === 0 ? [null] : goal.measures;
  return measures.map((measure, index) => {
    const first = index === 0;
    const part = parts[index];
    const name = first || measure === null ? text : `  ${measure.text}`;
    const latest =
      measure === null || part === undefined ? '' : latestValue(page, measure.byDay, part.unit, part.bound);
    const curve =
      measure === null || measure.byDay.every((value) => value === null)
        ? verdictStrip(page, goal)
        : spark(
            page,
            measure.byDay.map((value) => (value === null ? null : toNumber(value))),
          );
    return [
      first ? mark(page, VERDICT[last]) : { text: '' },
      { text: name },
      { text: latest, paint: last === 'breach' ? palette.red : palette.bold },
      curve,
      { text: first && breach > 0 ? integerText(breach) : '', paint: palette.red },
      { text: first && unknown > 0 ? integerText(unknown) : '', paint: palette.yellow },
    ];
  });
}

function latestValue(page: Page, byDay: readonly (Rational | null)[], unit: Unit, bound: Rational | null): string {
  const day = byDay.findLastIndex((value) => value !== null);
  const value = byDay[day];
  if (value === undefined || value === null) return '?';
  const text = quantity(value, unit, page.words, bound);
  return day === byDay.length - 1 ? text : `${text} (${dateName(page, addDays(page.group.days.from, day))})`;
}

function verdictStrip(page: Page, goal: GoalOutcome): Cell {
  const letters: Record<DayVerdict, string> = { healthy: '✓', breach: '✗', unknown: '·' };
  return { text: (width) => strip(goal.byDay, width, RANKING, (verdict) => letters[verdict]), paint: page.palette.dim };
}

function breachLines(page: Page, declared: HealthDimension, outcome: HealthOutcome): string[] {
  const { words, palette } = page;
  const shown = mostRelevant(outcome.breaches);
  const hidden = outcome.breaches.length - shown.length;
  const rest = hidden === 0 ? [] : paragraph(page, palette.dim(words.moreBreaches(integerText(hidden))), 2);
  const lines = shown.flatMap((breach) => {
    const days = words.breachDays(breach.breachDays, integerText(breach.breachDays));
    const from = dateName(page, breach.from);
    const span =
      breach.to === null
        ? words.breachOpen(from, days)
        : breach.from === breach.to
          ? words.breachDay(from)
          : words.breachPeriod(from, dateName(page, breach.to), days);
    const responses = breach.responses.flatMap(({ response, on }) => {
      const rule = declared.responses[response];
      return rule === undefined ? [] : [words.response(actionCalls(page, rule.actions), dateName(page, on))];
    });
    const text = [span, ...responses].join(' · ');
    return paragraph(page, text, 2, 2);
  });
  return [...lines, ...rest];
}

/** Open ones, those that triggered actions, then the longest; in order of time. */
function mostRelevant(breaches: HealthOutcome['breaches']): HealthOutcome['breaches'] {
  const weight = (breach: HealthOutcome['breaches'][number]): number =>
    (breach.to === null ? 1_000_000 : 0) + (breach.responses.length > 0 ? 10_000 : 0) + breach.breachDays;
  return breaches
    .toSorted((a, b) => weight(b) - weight(a))
    .slice(0, MOST_BREACHES)
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}
