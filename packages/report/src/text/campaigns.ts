/** Campaigns planned, held and started by rules, with phases, goals and cadence. */

import { integerText } from '@steward/numbers';
import type { Campaign } from '@steward/policy';
import type { CadenceOutcome, CampaignOutcome, CampaignRun } from '@steward/simulator';
import { measuredParts } from '../values/conditions.ts';
import { quantity } from '../values/numbers.ts';
import { markText, type Page, paragraph, ruleText, section, timeName, type Verdict } from './page.ts';

const MOST_RUNS = 3;
const GOAL: Record<CampaignRun['goals'][number]['verdict'], Verdict> = {
  met: 'good',
  missed: 'bad',
  unknown: 'unknown',
  pending: 'none',
  hypothetical: 'none',
  'not-held': 'bad',
};

export function campaignLines(page: Page): string[] {
  const campaigns = page.group.campaigns.flatMap((outcome) => {
    const rule = page.rules.campaigns.find((declared) => declared.name === outcome.campaign);
    return rule === undefined ? [] : oneCampaign(page, rule, outcome);
  });
  const cadence = page.group.cadence.flatMap((outcome) => cadenceLines(page, outcome));
  const blind = page.group.cadence.some((outcome) => outcome.periods.some((period) => period.held === null));
  const note = blind ? paragraph(page, page.palette.dim(page.words.plannedOnly), 2) : [];
  return section(page, page.words.campaigns, [...campaigns, ...cadence, ...note]);
}

function oneCampaign(page: Page, rule: Campaign, outcome: CampaignOutcome): string[] {
  const { words, palette, names } = page;
  const held = outcome.held === null ? null : integerText(outcome.held);
  const head = `${palette.bold(names.full(rule.name))}${words.colon}${words.campaignHead(words.size[rule.size], integerText(outcome.planned), held)}`;
  const hidden = outcome.runs.length - MOST_RUNS;
  return [
    ...paragraph(page, head, 1, 2),
    ...(outcome.runs.length === 0 ? paragraph(page, palette.dim(words.noRuns), 2) : []),
    ...(hidden > 0 ? goalTallies(page, rule, outcome) : []),
    ...(hidden > 0 ? paragraph(page, palette.dim(words.moreRuns(integerText(hidden))), 2) : []),
    ...outcome.runs.slice(-MOST_RUNS).flatMap((run) => runLines(page, rule, run)),
  ];
}

/** If not every run is shown: how often each goal was met. */
function goalTallies(page: Page, rule: Campaign, outcome: CampaignOutcome): string[] {
  const { words } = page;
  return rule.goals.flatMap((goal, index) => {
    const verdicts = outcome.runs.flatMap((run) => run.goals[index]?.verdict ?? []);
    const counts = Map.groupBy(verdicts, (verdict) => verdict);
    const tally = [...counts].map(([verdict, runs]) => `${words.goalVerdict[verdict]} ${integerText(runs.length)}`);
    return paragraph(page, `${ruleText(page, goal.when.range)}${words.colon}${tally.join(words.comma)}`, 2, 2);
  });
}

function runLines(page: Page, rule: Campaign, run: CampaignRun): string[] {
  const { words, palette } = page;
  const phases = run.phases
    .map(({ phase, state }) => {
      const text = `${words.phase[phase]} ${words.phaseState[state]}`;
      return state === 'running' ? palette.cyan(text) : state === 'paused' ? palette.yellow(text) : text;
    })
    .join(' › ');
  const facts = [
    `${timeName(page, run.start)} → ${timeName(page, run.end)}`,
    words.runCause[run.cause],
    ...(run.cause !== 'planned' || run.held === null ? [] : [words.runHeld[run.held ? 'yes' : 'no']]),
    ...(run.pausedAt === null ? [] : [words.pausedAt(timeName(page, run.pausedAt))]),
  ];
  return [
    ...paragraph(page, facts.join(' · '), 2, 2),
    ...paragraph(page, palette.dim(phases), 3, 2),
    ...run.goals.flatMap((goal, index) => {
      const declared = rule.goals[index];
      if (declared === undefined) return [];
      const part = measuredParts(declared.when)[0];
      const value =
        goal.value === null || part === undefined ? '' : ` ${quantity(goal.value, part.unit, words, part.bound)}`;
      const text = `${markText(page, GOAL[goal.verdict])} ${ruleText(page, declared.when.range)}${words.colon}${words.goalVerdict[goal.verdict]}${value}`;
      return paragraph(page, text, 3, 2);
    }),
  ];
}

function cadenceLines(page: Page, outcome: CadenceOutcome): string[] {
  const { words } = page;
  const target = words.cadenceTarget(words.size[outcome.size], integerText(outcome.target), outcome.period);
  const judged = outcome.under + outcome.met + outcome.over;
  const verdict: Verdict = judged === 0 ? 'none' : outcome.under + outcome.over === 0 ? 'good' : 'bad';
  const summary =
    judged === 0
      ? words.cadenceNone(outcome.period)
      : words.cadenceVerdict(
          integerText(outcome.met),
          integerText(outcome.under),
          integerText(outcome.over),
          outcome.period,
        );
  return paragraph(page, `${markText(page, verdict)} ${words.cadence} ${target}${words.colon}${summary}`, 1, 2);
}
