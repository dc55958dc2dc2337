/** The group's health: each dimension, its goals with daily values, and its breaches. */
import type { Goal, HealthDimension } from '@steward/policy';
import type { GoalOutcome, HealthOutcome } from '@steward/simulator';
import { actionCalls } from '../../../text/calls.ts';
import { conditionText } from '../../../text/page.ts';
import { measuredParts } from '../../../values/conditions.ts';
import type { DashboardDimension, DashboardGoal, VerdictByDay } from '../../parts.ts';
import { latest, numberOf, ruleOf, type View } from '../../view.ts';

const MOST_BREACHES = 50;
const LETTER: Record<HealthOutcome['byDay'][number], string> = { healthy: '+', breach: '-', unknown: '?' };

export function dataOf(view: View): { health: DashboardDimension[] } {
  return { health: healthOf(view) };
}

function healthOf(view: View): DashboardDimension[] {
  return view.group.health.flatMap((outcome, index) => {
    const declared = view.rules.health[index];
    return declared === undefined ? [] : dimensionOf(view, declared, outcome, index);
  });
}

function dimensionOf(
  view: View,
  declared: HealthDimension,
  outcome: HealthOutcome,
  index: number,
): DashboardDimension[] {
  const { shown, earlier } = latest(outcome.breaches, MOST_BREACHES);
  const goals = outcome.goals.flatMap((goal, at) => {
    const rule = declared.goals[at];
    return rule === undefined ? [] : [goalOf(view, rule, goal)];
  });
  const condition = goals.map(({ text }) => text).join(view.words.pause);
  return [
    {
      rule: ruleOf(view, view.keys.health?.[index], view.names.short(declared.name), declared.range, condition),
      byDay: lettersOf(outcome.byDay),
      breachDays: outcome.byDay.filter((verdict) => verdict === 'breach').length,
      goals,
      breaches: shown.map(({ from, to, breachDays, responses }) => ({
        from,
        to,
        days: breachDays,
        responses: responses.flatMap(({ response, on }) => {
          const rule = declared.responses[response];
          return rule === undefined ? [] : [{ on, actions: actionCalls(view, rule.actions) }];
        }),
      })),
      earlier,
    },
  ];
}

function goalOf(view: View, rule: Goal, goal: GoalOutcome): DashboardGoal {
  const parts = measuredParts(rule.when);
  return {
    text: conditionText(view, rule.when.range, rule.for),
    byDay: lettersOf(goal.byDay),
    measures: goal.measures.flatMap(({ text, byDay }, index) => {
      const part = parts[index];
      if (part === undefined) return [];
      return { text, unit: part.unit, bound: numberOf(part.bound), values: byDay.map(numberOf) };
    }),
  };
}

function lettersOf(byDay: HealthOutcome['byDay']): VerdictByDay {
  return byDay.map((verdict) => LETTER[verdict]).join('');
}
