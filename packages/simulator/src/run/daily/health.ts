/** Health dimensions: goals by day, breach episodes, responses. */
import { lowest } from '@steward/numbers';
import type { HealthDimension } from '@steward/policy';
import { dateText } from '@steward/time';
import type { GoalOutcome, HealthOutcome } from '../../outcome/outcome.ts';
import { FALSE, isExact, TRUE, type Truth, UNKNOWN } from '../../program/interval.ts';
import { measure } from '../../program/judge.ts';
import type { Judges } from '../../program/judges.ts';
import type { GoalProgram } from '../../program/program.ts';
import type { GroupStore } from '../store.ts';
import { dayEnd } from '../time/frame.ts';
import { windowReader } from '../time/windows.ts';
import { noteUnknown, noUnknowns, type Reason, reasonAt, signalsOf } from '../unknowns.ts';
import { eachDay, heldFor } from './daily.ts';

export interface HealthRun {
  outcome: HealthOutcome;
  /** Each response that ran, with the evaluated day. */
  responses: { day: number; response: number }[];
}

type Verdict = GoalOutcome['byDay'][number];
type Breach = HealthOutcome['breaches'][number];

interface GoalRun {
  outcome: GoalOutcome;
  truths: Truth[];
  /** Reasons, for the days that are unknown. */
  reasons: ReadonlyMap<number, Reason>;
}

const VERDICTS: Record<Truth, Verdict> = { [FALSE]: 'breach', [TRUE]: 'healthy', [UNKNOWN]: 'unknown' };

export function runDimension(
  store: GroupStore,
  judges: Judges,
  dimension: HealthDimension,
  programs: readonly GoalProgram[],
): HealthRun {
  const goals = programs.map((program, i) => runGoal(store, judges, program, dimension.goals[i]?.for ?? null));
  const unknowns = noUnknowns(store, signalsOf(programs.map((program) => program.clause)));
  const byDay: Verdict[] = [];
  for (let day = 0; day < store.frame.days; day += 1) {
    const truths = goals.map((goal) => goal.truths[day] ?? UNKNOWN);
    const truth = truths.includes(FALSE) ? FALSE : truths.includes(UNKNOWN) ? UNKNOWN : TRUE;
    byDay.push(VERDICTS[truth]);
    unknowns.evaluations += 1;
    if (truth !== UNKNOWN) continue;
    const first = goals.find((goal) => goal.truths[day] === UNKNOWN);
    noteUnknown(unknowns, first?.reasons.get(day) ?? 'noBase');
  }
  const { breaches, responses } = findBreaches(store, dimension, byDay);
  const outcome = { dimension: dimension.name, byDay, goals: goals.map((goal) => goal.outcome), breaches, unknowns };
  return { outcome, responses };
}

function runGoal(
  store: GroupStore,
  judges: Judges,
  program: GoalProgram,
  duration: HealthDimension['goals'][number]['for'],
): GoalRun {
  const { clause, table } = program;
  const judge = clause.test === null ? null : judges.of(clause.test);
  const readers = program.measures.map(({ value }) => measure(value));
  const measures: GoalOutcome['measures'] = program.measures.map(({ text }) => ({ text, byDay: [] }));
  const today: Truth[] = [];
  eachDay(store, table, (_, slots) => {
    today.push(judge === null ? TRUE : judge(slots));
    readers.forEach((read, i) => {
      const value = read(slots);
      measures[i]?.byDay.push(isExact(value) ? lowest(value.lo) : null);
    });
  });
  const truths = heldFor(today, duration);
  const windows = windowReader(store.frame, 'completed', null);
  const unknowns = noUnknowns(store, clause.signals);
  const reasons = new Map<number, Reason>();
  truths.forEach((truth, day) => {
    unknowns.evaluations += 1;
    if (truth !== UNKNOWN) return;
    const reason = reasonAt(store, clause, windows, dayEnd(store.frame, day));
    reasons.set(day, reason);
    noteUnknown(unknowns, reason);
  });
  return { outcome: { byDay: truths.map((truth) => VERDICTS[truth]), measures, unknowns }, truths, reasons };
}

function findBreaches(store: GroupStore, dimension: HealthDimension, byDay: readonly Verdict[]) {
  const { firstDay } = store.frame;
  const inBreach = byDay.map(
    (verdict): Truth => (verdict === 'breach' ? TRUE : verdict === 'healthy' ? FALSE : UNKNOWN),
  );
  const held = dimension.responses.map((response) => heldFor(inBreach, response.for));
  const breaches: Breach[] = [];
  const responses: { day: number; response: number }[] = [];
  let current: Breach | null = null;
  byDay.forEach((verdict, day) => {
    if (verdict === 'healthy') {
      if (current !== null) current.to = dateText(firstDay + day - 1);
      current = null;
      return;
    }
    if (verdict !== 'breach') return;
    if (current === null) {
      current = { from: dateText(firstDay + day), to: null, breachDays: 0, responses: [] };
      breaches.push(current);
    }
    const episode = current;
    episode.breachDays += 1;
    held.forEach((truths, response) => {
      if (truths[day] !== TRUE || episode.responses.some((ran) => ran.response === response)) return;
      episode.responses.push({ response, on: dateText(firstDay + day) });
      responses.push({ day, response });
    });
  });
  return { breaches, responses };
}
