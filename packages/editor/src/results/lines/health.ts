/** Lines about how the group is: dimensions of health, their goals, and what a breach makes the rules do. */
import type { Condition, Goal, Rational } from '@steward/policy';
import { integer, measuredParts, quantity, sparkline, toNumber } from '@steward/report';
import type { GoalOutcome, HealthOutcome } from '@steward/simulator';
import type { Clause } from '../clauses.ts';
import type { LineText, Lived } from '../input.ts';
import { nothingDecided, sum, type Teller, undecidedNote } from '../tell.ts';
import { latest } from './content.ts';
import { CURVE } from './members.ts';

type DayVerdict = HealthOutcome['byDay'][number];

const MARK: Record<DayVerdict, string> = { healthy: '✓', breach: '✗', unknown: '?' };
const TONE: Record<DayVerdict, LineText['tone']> = { healthy: 'good', breach: 'bad', unknown: 'unknown' };

/** `2 breaches, last 3 Mar`; where there is one goal, with its latest value. */
export function healthLine(teller: Teller, { rule, rules, lived }: Clause<'health'>): LineText {
  const unknowns = lived.map(({ result }) => result.unknowns);
  const [only] = lived.length === 1 ? lived : [];
  if (nothingDecided(unknowns)) {
    const conditions = rule.goals.map((goal) => goal.when);
    const why = teller.whyUnknown(unknowns, { rules, group: only?.group ?? null, conditions });
    return { text: why ?? '', tone: 'unknown' };
  }
  const verdict = worstAtEnd(lived.map(({ result }) => result.byDay));
  const [goal, another] = rule.goals;
  const value =
    only === undefined || goal === undefined || another !== undefined
      ? null
      : goalValue(teller, goal, only.result.goals[0]);
  const breaches = breachText(teller, lived);
  const undecided = verdict === 'unknown' ? sum(unknowns, (one) => one.unknown) : 0;
  const told = [...(breaches === null ? [] : [breaches]), ...undecidedNote(teller, undecided)];
  const tone = TONE[verdict];
  if (value !== null) return { ...curveOf(value), text: [value.text, ...told].join(' · '), tone };
  const said = told.length === 0 ? [teller.own.healthy] : told;
  return { text: `${MARK[verdict]} ${said.join(' · ')}`, tone };
}

/** Null where it was never in breach. */
function breachText(teller: Teller, lived: readonly Lived<HealthOutcome>[]): string | null {
  const { own, day } = teller;
  const count = sum(lived, ({ result }) => result.breaches.length);
  if (count === 0) return null;
  const open = lived.filter(({ result }) => result.breaches.at(-1)?.to === null);
  const starts = lived.flatMap(({ group, result }) => result.breaches.map(({ from }) => ({ at: from, group })));
  const last = latest(starts);
  if (last === null) return null;
  const on = day(last.at, last.group);
  if (lived.length > 1) {
    const told = own.breachesLast(count, integer(count), on);
    return open.length === 0 ? told : `${told} · ${own.groupsInBreach(open.length, integer(open.length))}`;
  }
  if (open.length === 0) return own.breachesLast(count, integer(count), on);
  return count === 1 ? own.breachSince(on) : own.breachesSince(integer(count), on);
}

/** What a reader must know first: one group in breach is a breach. */
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

/** `▂▃▅ 4.2 > 5 ✗`; null where the goal has no value of its own on any day. */
function goalValue({ words }: Teller, goal: Goal, outcome: GoalOutcome | undefined): GoalValue | null {
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

/** ` > 5`, where the goal is one comparison with a constant. */
export function boundText(when: Condition): string {
  if (when.kind !== 'compare' || when.right.kind !== 'constant') return '';
  return ` ${when.operator} ${when.right.text}`;
}

export function goalLine(teller: Teller, { rule: goal, rules, lived }: Clause<'goal'>): LineText {
  const unknowns = lived.map(({ result }) => result.unknowns);
  const [only] = lived.length === 1 ? lived : [];
  if (nothingDecided(unknowns)) {
    const why = teller.whyUnknown(unknowns, { rules, group: only?.group ?? null, conditions: [goal.when] });
    return { text: why ?? '', tone: 'unknown' };
  }
  const { words } = teller;
  const verdict = worstAtEnd(lived.map(({ result }) => result.byDay));
  const breach = sum(lived, ({ result }) => result.byDay.filter((one) => one === 'breach').length);
  const unknown = sum(unknowns, (one) => one.unknown);
  const value = (only && goalValue(teller, goal, only.result)) ?? { curve: null, text: MARK[verdict] };
  const parts = [
    value.text,
    ...(breach === 0 ? [] : [words.breachDays(breach, integer(breach))]),
    ...undecidedNote(teller, unknown),
  ];
  return { ...curveOf(value), text: parts.join(' · '), tone: TONE[verdict] };
}

export function responseLine(teller: Teller, { place: [, index = 0], lived }: Clause<'response'>): LineText {
  const { own, day } = teller;
  const times = lived.flatMap(({ group, result }) =>
    result.breaches.flatMap(({ responses }) =>
      responses.filter((one) => one.response === index).map(({ on }) => ({ at: on, group })),
    ),
  );
  const last = latest(times);
  if (last === null) return { text: own.never, tone: 'idle' };
  return { text: own.timesLast(times.length, integer(times.length), day(last.at, last.group)), tone: 'neutral' };
}
