/** Lines about health: dimensions, goals and responses to breaches. */
import { integerText, type Rational, toNumber } from '@steward/numbers';
import type { Condition, Goal } from '@steward/policy';
import { measuredParts, quantity, sparkline } from '@steward/report';
import type { GoalOutcome, HealthOutcome } from '@steward/simulator';
import type { Clause } from '../clauses.ts';
import { type Formatter, nothingDecided, sum, undecidedNote } from '../formatter.ts';
import type { ClauseOutcome, LineText } from '../input.ts';
import { latest } from './content.ts';
import { CURVE } from './members.ts';

type DayVerdict = HealthOutcome['byDay'][number];

const MARK: Record<DayVerdict, string> = { healthy: '✓', breach: '✗', unknown: '?' };
const TONE: Record<DayVerdict, LineText['tone']> = { healthy: 'good', breach: 'bad', unknown: 'unknown' };

/** `2 breaches, last 3 Mar`; with the latest value if there is a single goal. */
export function healthLine(formatter: Formatter, { rule, rules, outcomes }: Clause<'health'>): LineText {
  const unknowns = outcomes.map(({ result }) => result.unknowns);
  const [only] = outcomes.length === 1 ? outcomes : [];
  if (nothingDecided(unknowns)) {
    const conditions = rule.goals.map((goal) => goal.when);
    const why = formatter.whyUnknown(unknowns, { rules, group: only?.group ?? null, conditions });
    return { text: why ?? '', tone: 'unknown' };
  }
  const verdict = worstAtEnd(outcomes.map(({ result }) => result.byDay));
  const [goal, another] = rule.goals;
  const value =
    only === undefined || goal === undefined || another !== undefined
      ? null
      : goalValue(formatter, goal, only.result.goals[0]);
  const breaches = breachText(formatter, outcomes);
  const undecided = verdict === 'unknown' ? sum(unknowns, (one) => one.unknown) : 0;
  const parts = [...(breaches === null ? [] : [breaches]), ...undecidedNote(formatter, undecided)];
  const tone = TONE[verdict];
  if (value !== null) return { ...curveOf(value), text: [value.text, ...parts].join(' · '), tone };
  const said = parts.length === 0 ? [formatter.own.healthy] : parts;
  return { text: `${MARK[verdict]} ${said.join(' · ')}`, tone };
}

/** Null if never in breach. */
function breachText(formatter: Formatter, outcomes: readonly ClauseOutcome<HealthOutcome>[]): string | null {
  const { own, day } = formatter;
  const count = sum(outcomes, ({ result }) => result.breaches.length);
  if (count === 0) return null;
  const open = outcomes.filter(({ result }) => result.breaches.at(-1)?.to === null);
  const starts = outcomes.flatMap(({ group, result }) => result.breaches.map(({ from }) => ({ at: from, group })));
  const last = latest(starts);
  if (last === null) return null;
  const on = day(last.at, last.group);
  if (outcomes.length > 1) {
    const parts = own.breachesLast(count, integerText(count), on);
    return open.length === 0 ? parts : `${parts} · ${own.groupsInBreach(open.length, integerText(open.length))}`;
  }
  if (open.length === 0) return own.breachesLast(count, integerText(count), on);
  return count === 1 ? own.breachSince(on) : own.breachesSince(integerText(count), on);
}

/** Most important first: one group in breach makes a breach. */
function worstAtEnd(series: readonly (readonly DayVerdict[])[]): DayVerdict {
  const atEnd = series.map((byDay) => byDay.at(-1) ?? 'unknown');
  if (atEnd.includes('breach')) return 'breach';
  return atEnd.includes('unknown') ? 'unknown' : 'healthy';
}

interface GoalValue {
  curve: string | null;
  text: string;
}

function curveOf({ curve }: GoalValue): Pick<LineText, 'curve'> {
  return curve === null ? {} : { curve };
}

/** `▂▃▅ 4.2 > 5 ✗`; null if the goal has no values. */
function goalValue({ words }: Formatter, goal: Goal, outcome: GoalOutcome | undefined): GoalValue | null {
  const measure = outcome?.measures[0];
  const part = measuredParts(goal.when)[0];
  if (measure === undefined || part === undefined || outcome === undefined) return null;
  if (measure.byDay.every((value) => value === null)) return null;
  const curve = sparkline(measure.byDay.map(numberOf), CURVE);
  const last = measure.byDay.at(-1) ?? null;
  const mark = MARK[outcome.byDay.at(-1) ?? 'unknown'];
  if (last === null) return { curve, text: mark };
  const value = quantity(last, part.unit, words, part.bound);
  const bound = measuredParts(goal.when).length === 1 ? boundText(goal.when) : '';
  return { curve, text: `${value}${bound} ${mark}` };
}

const numberOf = (value: Rational | null): number | null => (value === null ? null : toNumber(value));

/** ` > 5`, if the goal compares with a constant. */
export function boundText(when: Condition): string {
  if (when.kind !== 'compare' || when.right.kind !== 'constant') return '';
  return ` ${when.operator} ${when.right.text}`;
}

export function goalLine(formatter: Formatter, { rule: goal, rules, outcomes }: Clause<'goal'>): LineText {
  const unknowns = outcomes.map(({ result }) => result.unknowns);
  const [only] = outcomes.length === 1 ? outcomes : [];
  if (nothingDecided(unknowns)) {
    const why = formatter.whyUnknown(unknowns, { rules, group: only?.group ?? null, conditions: [goal.when] });
    return { text: why ?? '', tone: 'unknown' };
  }
  const { words } = formatter;
  const verdict = worstAtEnd(outcomes.map(({ result }) => result.byDay));
  const breach = sum(outcomes, ({ result }) => result.byDay.filter((one) => one === 'breach').length);
  const unknown = sum(unknowns, (one) => one.unknown);
  const value = (only && goalValue(formatter, goal, only.result)) ?? { curve: null, text: MARK[verdict] };
  const parts = [
    value.text,
    ...(breach === 0 ? [] : [words.breachDays(breach, integerText(breach))]),
    ...undecidedNote(formatter, unknown),
  ];
  return { ...curveOf(value), text: parts.join(' · '), tone: TONE[verdict] };
}

export function responseLine(formatter: Formatter, { place: [, index = 0], outcomes }: Clause<'response'>): LineText {
  const { own, day } = formatter;
  const times = outcomes.flatMap(({ group, result }) =>
    result.breaches.flatMap(({ responses }) =>
      responses.filter((one) => one.response === index).map(({ on }) => ({ at: on, group })),
    ),
  );
  const last = latest(times);
  if (last === null) return { text: own.never, tone: 'idle' };
  return { text: own.timesLast(times.length, integerText(times.length), day(last.at, last.group)), tone: 'neutral' };
}
