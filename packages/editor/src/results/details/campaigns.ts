/** Hovers about campaigns, cadence and lifecycle stages. */

import { integerText } from '@steward/numbers';
import { measuredParts, quantity } from '@steward/report';
import type { CampaignRun, GroupOutcome, LifecycleOutcome } from '@steward/simulator';
import { daysIn } from '@steward/time';
import type { Chart, DayState } from '../chart/chart.ts';
import type { Clause } from '../clauses.ts';
import type { Formatter } from '../formatter.ts';
import { type Facts, type FactsView, NO_FACTS, table, time, used } from './facts.ts';

const MOST_RUNS = 5;
const MOST_PERIODS = 6;
const MOST_STRETCHES = 6;
const GOAL: Record<CampaignRun['goals'][number]['verdict'], string> = {
  met: '✓',
  missed: '✗',
  unknown: '?',
  pending: '…',
  hypothetical: '·',
  'not-held': '✗',
};

export function campaignFacts({ formatter }: FactsView, { outcomes, rule }: Clause<'campaign'>): Facts {
  const [only] = outcomes;
  if (only === undefined) return NO_FACTS;
  const { words, own } = formatter;
  const { group, result } = only;
  const shown = result.runs.slice(-MOST_RUNS).toReversed();
  const hidden = result.runs.length - shown.length;
  const rows = shown.map((run) => [
    time(formatter, run.start, group),
    run.cause === 'planned' && run.held === false ? words.runHeld.no : words.runCause[run.cause],
    run.phases.map(({ phase, state }) => `${words.phase[phase]} ${words.phaseState[state]}`).join(' › '),
    run.goals.map(({ verdict }) => GOAL[verdict]).join(' '),
  ]);
  const held = result.held === null ? null : integerText(result.held);
  const head = words.campaignHead(words.size[rule.size], integerText(result.planned), held);
  const header = [own.begins, own.run, own.phases, own.goals];
  return {
    ...NO_FACTS,
    tables: table(header, rows).map(used),
    notes: [head, ...(hidden > 0 ? [words.moreRuns(integerText(hidden))] : [])],
  };
}

export function campaignGoalFacts(
  { formatter }: FactsView,
  { outcomes, rule, place: [, index = 0] }: Clause<'campaign-goal'>,
): Facts {
  const [only] = outcomes;
  if (only === undefined) return NO_FACTS;
  const { words, own } = formatter;
  const [part] = measuredParts(rule.when);
  const runs = only.result.runs.flatMap((run) => {
    const goal = run.goals[index];
    return goal === undefined ? [] : [{ run, goal }];
  });
  const rows = runs
    .slice(-MOST_RUNS)
    .toReversed()
    .map(({ run, goal }) => [
      time(formatter, run.start, only.group),
      goal.value === null || part === undefined ? '' : quantity(goal.value, part.unit, words, part.bound),
      words.goalVerdict[goal.verdict],
    ]);
  const hidden = runs.length - rows.length;
  return {
    ...NO_FACTS,
    tables: table([own.begins, words.mixHeader.actual, own.goal], rows, [1]).map(used),
    notes: hidden > 0 ? [words.moreRuns(integerText(hidden))] : [],
  };
}

export function cadenceFacts({ formatter }: FactsView, { outcomes, rule }: Clause<'cadence'>): Facts {
  const [only] = outcomes;
  if (only === undefined) return NO_FACTS;
  const { words } = formatter;
  const { periods } = only.result;
  const mark = { met: '✓', under: '✗', over: '✗' } as const;
  const rows = periods
    .slice(-MOST_PERIODS)
    .toReversed()
    .map(({ start, planned, held, verdict }) => [
      formatter.day(start.slice(0, 10), only.group),
      integerText(planned),
      held === null ? '' : integerText(held),
      mark[verdict],
    ]);
  const blind = periods.some(({ held }) => held === null);
  return {
    ...NO_FACTS,
    tables: table([words.per[rule.period], words.runCause.planned, words.runHeld.yes, ''], rows, [1, 2]).map(used),
    notes: blind ? [words.plannedOnly] : [],
  };
}

export function lifecycleFacts({ formatter }: FactsView, { outcomes }: Clause<'lifecycle'>): Facts {
  const [only] = outcomes;
  if (only === undefined) return NO_FACTS;
  const { words } = formatter;
  const names = formatter.names(only.rules);
  const stretches = only.result.stretches
    .slice(-MOST_STRETCHES)
    .toReversed()
    .map(({ stage, from, to }) => [
      stage === null ? words.noStage : names.full(stage),
      `${formatter.day(from, only.group)} → ${formatter.day(to, only.group)}`,
      words.dayCount(daysIn({ from, to }), integerText(daysIn({ from, to }))),
    ]);
  const moves = Map.groupBy(only.result.blocked, ({ from, to }) => `${from}\0${to}`);
  const blocked = [...moves.values()].flatMap((days) => {
    const last = days.at(-1);
    if (last === undefined) return [];
    return [
      words.blocked(
        names.short(last.from),
        names.short(last.to),
        blockedDays(formatter, days.length, last.on, only.group),
      ),
    ];
  });
  return { ...NO_FACTS, tables: table([words.lifecycle, '', ''], stretches, [2]), notes: blocked };
}

function blockedDays({ words, own, day }: Formatter, count: number, last: string, group: GroupOutcome): string {
  return `${words.dayCount(count, integerText(count))}${words.pause}${own.lastOn(day(last, group))}`;
}

export function stageFacts({ formatter }: FactsView, { outcomes, rule }: Clause<'stage'>): Facts {
  const [only] = outcomes;
  if (only === undefined) return NO_FACTS;
  const { group, result } = only;
  const unknowns = result.stages.find(({ stage }) => stage === rule.name)?.unknowns;
  const focus = rule.focus.length === 0 ? [] : [formatter.words.focus(rule.focus.join(formatter.words.comma))];
  return {
    ...NO_FACTS,
    chart: stageChart(result, rule.name, group),
    notes: focus,
    unknowns: unknowns === undefined ? null : { of: unknowns, counted: 'days' },
  };
}

function stageChart(lifecycle: LifecycleOutcome, stage: string, group: GroupOutcome): Chart {
  const states = lifecycle.stretches.flatMap((stretch) =>
    new Array<DayState>(daysIn(stretch)).fill(stretch.stage === stage ? 'good' : 'none'),
  );
  return { kind: 'strip', from: group.days.from, to: group.days.to, states };
}
