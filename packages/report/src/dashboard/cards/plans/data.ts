/** Campaigns with their runs and cadence, and the lifecycle's stages. */

import { integerText } from '@steward/numbers';
import type { Campaign } from '@steward/policy';
import type { CadenceOutcome, CampaignOutcome, CampaignRun } from '@steward/simulator';
import { conditionText, ruleText } from '../../../text/page.ts';
import { measuredParts } from '../../../values/conditions.ts';
import { quantity } from '../../../values/numbers.ts';
import type { DashboardCadence, DashboardCampaign, DashboardLifecycle, DashboardRun } from '../../parts.ts';
import { latest, ruleOf, type View } from '../../view.ts';

const MOST_RUNS = 200;
const MOST_PERIODS = 400;

interface Plans {
  campaigns: DashboardCampaign[];
  cadence: DashboardCadence[];
  lifecycle: DashboardLifecycle | null;
}

export function dataOf(view: View): Plans {
  return { campaigns: campaignsOf(view), cadence: cadenceOf(view), lifecycle: lifecycleOf(view) };
}

function campaignsOf(view: View): DashboardCampaign[] {
  return view.group.campaigns.flatMap((outcome, index) => {
    const declared = view.rules.campaigns[index];
    return declared === undefined ? [] : campaignOf(view, declared, outcome, index);
  });
}

function campaignOf(view: View, declared: Campaign, outcome: CampaignOutcome, index: number): DashboardCampaign[] {
  const { shown, earlier } = latest(outcome.runs, MOST_RUNS);
  const goals = declared.goals.map((goal) => ruleText(view, goal.when.range));
  return [
    {
      rule: ruleOf(view, view.keys.campaign?.[index], view.names.short(declared.name), declared.range, null),
      size: declared.size,
      planned: outcome.planned,
      held: outcome.held,
      goals,
      runs: shown.map((run) => runOf(view, declared, run)),
      earlier,
    },
  ];
}

function runOf(view: View, declared: Campaign, run: CampaignRun): DashboardRun {
  const { start, end, cause, held, pausedAt, phases } = run;
  const goals = run.goals.map(({ verdict, value }, index) => {
    const goal = declared.goals[index];
    const part = goal === undefined ? undefined : measuredParts(goal.when)[0];
    const known = value !== null && part !== undefined;
    return { verdict, value: known ? quantity(value, part.unit, view.words, part.bound) : '' };
  });
  return { start, end, cause, held, pausedAt, phases, goals };
}

function cadenceOf(view: View): DashboardCadence[] {
  return view.group.cadence.flatMap((outcome: CadenceOutcome, index) => {
    const declared = view.rules.cadence[index];
    if (declared === undefined) return [];
    const { size, period, target, under, met, over } = outcome;
    const { shown, earlier } = latest(outcome.periods, MOST_PERIODS);
    const name = view.words.cadenceTarget(view.words.size[size], integerText(target), period);
    const rule = ruleOf(view, view.keys.cadence?.[index], name, declared.range, null);
    return [{ rule, size, period, target, periods: shown, earlier, under, met, over }];
  });
}

function lifecycleOf(view: View): DashboardLifecycle | null {
  const { lifecycle: outcome } = view.group;
  const { lifecycle: declared } = view.rules;
  if (outcome === null || declared === null) return null;
  const { names } = view;
  const named = (stage: string | null): string | null => (stage === null ? null : names.short(stage));
  const blocked = Map.groupBy(outcome.blocked, ({ from, to }) => `${from}\0${to}`);
  return {
    rule: ruleOf(view, view.keys.lifecycle?.[0], view.words.lifecycle, declared.range, null),
    current: named(outcome.current),
    stages: outcome.stages.flatMap(({ stage, days }, index) => {
      const rule = declared.stages[index];
      if (rule === undefined) return [];
      const condition = rule.when === null ? '' : conditionText(view, rule.when.range, rule.for);
      return {
        rule: ruleOf(view, view.keys.stage?.[index], names.short(stage), rule.range, condition),
        stage: names.short(stage),
        days,
        focus: rule.focus,
      };
    }),
    stretches: outcome.stretches.map(({ stage, from, to }) => ({ stage: named(stage), from, to })),
    blocked: [...blocked.values()].flatMap((days) => {
      const last = days.at(-1);
      if (last === undefined) return [];
      return [{ from: names.short(last.from), to: names.short(last.to), days: days.length, last: last.on }];
    }),
  };
}
