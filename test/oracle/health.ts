/** Health: goals by day, breach episodes and the responses they trigger. */
import type { Goal, HealthDimension } from '@steward/policy';
import type { GoalOutcome, HealthOutcome } from '@steward/simulator';
import type { Day } from './calendar.ts';
import { heldFor, testCondition } from './conditions.ts';
import { exactly } from './interval.ts';
import { measure } from './quantities.ts';
import { toPolicy } from './rational.ts';
import { measuredOf, textOf } from './reading.ts';
import { missingSignals, type Reason, reasonOf, UnknownCount } from './reasons.ts';
import { all, not, type Truth } from './truth.ts';
import type { Moment } from './windows.ts';
import type { World } from './world.ts';

export interface HealthResult {
  outcome: HealthOutcome;
  /** Responses that ran, each at the end of a day. */
  responses: { index: number; day: Day }[];
}

type Verdict = 'healthy' | 'breach' | 'unknown';

interface GoalRun {
  truths: Truth[];
  /** Why a day is unknown; null if it is not. */
  reasons: (Reason | null)[];
  outcome: GoalOutcome;
}

export function runHealth(world: World, dimension: HealthDimension): HealthResult {
  const goals = dimension.goals.map((goal) => runGoal(world, goal));
  const truths = world.days.map((_, index) => all(goals.map((goal) => goal.truths[index] ?? null)));
  const unknowns = new UnknownCount();
  truths.forEach((truth, index) => {
    const reason = goals.map((goal) => goal.reasons[index] ?? null).find((each) => each !== null);
    unknowns.add(truth === null ? (reason ?? null) : null);
  });
  const { breaches, responses } = episodesOf(world, dimension, truths);
  const conditions = dimension.goals.map((goal) => goal.when);
  return {
    outcome: {
      dimension: dimension.name,
      byDay: truths.map(verdictOf),
      goals: goals.map((goal) => goal.outcome),
      breaches,
      unknowns: unknowns.result(missingSignals(conditions, world)),
    },
    responses,
  };
}

function verdictOf(truth: Truth): Verdict {
  if (truth === null) return 'unknown';
  return truth ? 'healthy' : 'breach';
}

function runGoal(world: World, goal: Goal): GoalRun {
  const moments = world.days.map(
    (day): Moment => ({ world, at: day.last, member: null, periods: 'completed', run: null }),
  );
  const daily = moments.map((moment) => testCondition(goal.when, moment));
  const truths = daily.map((_, index) => heldFor(goal.for, daily.slice(0, index + 1)));
  const reasons = moments.map((moment, index) => (truths[index] === null ? reasonOf(goal.when, moment) : null));
  const unknowns = new UnknownCount();
  for (const reason of reasons) unknowns.add(reason);
  return {
    truths,
    reasons,
    outcome: {
      byDay: truths.map(verdictOf),
      measures: measuredOf(goal.when).map((part) => {
        const left = part.kind === 'compare' ? part.left : part.measure;
        const values = moments.map((moment) => exactly(measure(left, moment)));
        return { text: textOf(left), byDay: values.map((value) => (value === null ? null : toPolicy(value))) };
      }),
      unknowns: unknowns.result(missingSignals([goal.when], world)),
    },
  };
}

/** An episode begins with the first day in breach and ends before the first healthy day; unknown days do neither. */
function episodesOf(
  world: World,
  dimension: HealthDimension,
  truths: readonly Truth[],
): { breaches: HealthOutcome['breaches']; responses: HealthResult['responses'] } {
  const breaches: HealthOutcome['breaches'] = [];
  const responses: HealthResult['responses'] = [];
  let open: HealthOutcome['breaches'][number] | null = null;
  for (const [index, day] of world.days.entries()) {
    const truth = truths[index] ?? null;
    if (truth === true && open !== null) {
      open.to = world.calendar.day(day.number - 1).date;
      open = null;
    }
    if (truth === false && open === null) {
      open = { from: day.date, to: null, breachDays: 0, responses: [] };
      breaches.push(open);
    }
    if (open === null) continue;
    if (truth === false) open.breachDays += 1;
    const inBreach = truths.slice(0, index + 1).map(not);
    for (const [response, { for: duration }] of dimension.responses.entries()) {
      const hasRun = open.responses.some((each) => each.response === response);
      if (hasRun || heldFor(duration, inBreach) !== true) continue;
      open.responses.push({ response, on: day.date });
      responses.push({ index: response, day });
    }
  }
  return { breaches, responses };
}
