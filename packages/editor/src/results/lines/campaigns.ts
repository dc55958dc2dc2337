/** Lines about campaigns and lifecycle stages. */

import { integerText } from '@steward/numbers';
import { measuredParts, quantity } from '@steward/report';
import type { CampaignOutcome, CampaignRun } from '@steward/simulator';
import type { Clause } from '../clauses.ts';
import { type Formatter, nothingDecided, sum } from '../formatter.ts';
import type { ClauseOutcome, LineText } from '../input.ts';
import { boundText } from './health.ts';

type GoalVerdict = CampaignRun['goals'][number]['verdict'];

/** `4 runs · held 3 of 4 · goal met 2 of 3`. */
export function campaignLine(formatter: Formatter, { outcomes }: Clause<'campaign'>): LineText {
  const { own, words } = formatter;
  const runs = outcomes.flatMap(({ result }) => result.runs);
  if (runs.length === 0) return { text: own.never, tone: 'idle' };
  const running = runs.flatMap(({ phases }) => phases.filter(({ state }) => state === 'running')).at(-1);
  const goals = goalTally(runs.flatMap((run) => run.goals.map(({ verdict }) => verdict)));
  const held = heldText(formatter, outcomes);
  const planned = runs.every((run) => run.cause === 'planned');
  const parts = [
    ...(held.length > 0 && planned ? [] : [own.runs(runs.length, integerText(runs.length))]),
    ...held,
    ...goalText(formatter, goals),
    ...(running === undefined ? [] : [own.running(words.phase[running.phase])]),
  ];
  return { text: parts.join(' · '), tone: goalTone(goals) };
}

function heldText({ own }: Formatter, outcomes: readonly ClauseOutcome<CampaignOutcome>[]): string[] {
  const known = outcomes.filter(({ result }) => result.held !== null && result.planned > 0);
  if (known.length === 0) return [];
  const planned = sum(known, ({ result }) => result.planned);
  const held = sum(known, ({ result }) => result.runs.filter((run) => run.cause === 'planned' && run.held).length);
  return held === planned ? [] : [own.heldOf(integerText(held), integerText(planned))];
}

interface GoalTally {
  met: number;
  judged: number;
  unseen: number;
}

function goalTally(verdicts: readonly GoalVerdict[]): GoalTally {
  const count = (...wanted: GoalVerdict[]): number => verdicts.filter((verdict) => wanted.includes(verdict)).length;
  return { met: count('met'), judged: count('met', 'missed', 'not-held'), unseen: count('hypothetical') };
}

function goalText({ own }: Formatter, { met, judged, unseen }: GoalTally): string[] {
  if (judged > 0) return [own.goalsMet(integerText(met), integerText(judged))];
  return unseen > 0 ? [own.goalUnseen] : [];
}

function goalTone({ met, judged }: GoalTally): LineText['tone'] {
  if (judged === 0) return 'neutral';
  return met === judged ? 'good' : 'bad';
}

/** `met 2 of 3 · 34% > 30% ✓`, the value of the last run that has one. */
export function campaignGoalLine(
  formatter: Formatter,
  { rule: goal, place: [, index = 0], outcomes }: Clause<'campaign-goal'>,
): LineText {
  const { own, words } = formatter;
  const goals = outcomes.flatMap(({ result }) => result.runs.flatMap((run) => run.goals[index] ?? []));
  if (goals.length === 0) return { text: own.never, tone: 'idle' };
  const tally = goalTally(goals.map(({ verdict }) => verdict));
  const last = goals.findLast(({ value }) => value !== null);
  const [part] = measuredParts(goal.when);
  const value =
    last?.value == null || part === undefined
      ? []
      : [`${quantity(last.value, part.unit, words, part.bound)}${boundText(goal.when)}${MARK[last.verdict] ?? ''}`];
  const text = [...goalText(formatter, tally), ...value];
  if (text.length > 0) return { text: text.join(' · '), tone: goalTone(tally) };
  const [first] = goals;
  return { text: first === undefined ? own.never : words.goalVerdict[first.verdict], tone: 'unknown' };
}

const MARK: Partial<Record<GoalVerdict, string>> = { met: ' ✓', missed: ' ✗' };

export function cadenceLine({ words }: Formatter, { rule, outcomes }: Clause<'cadence'>): LineText {
  const under = sum(outcomes, ({ result }) => result.under);
  const met = sum(outcomes, ({ result }) => result.met);
  const over = sum(outcomes, ({ result }) => result.over);
  if (under + met + over === 0) return { text: words.cadenceNone(rule.period), tone: 'idle' };
  const text = words.cadenceVerdict(integerText(met), integerText(under), integerText(over), rule.period);
  return under + over === 0 ? { text: `✓ ${text}`, tone: 'good' } : { text: `✗ ${text}`, tone: 'bad' };
}

/** `now Growth since 3 Mar`; of several groups, how many are in which stage. */
export function lifecycleLine(formatter: Formatter, { rule, rules, outcomes }: Clause<'lifecycle'>): LineText {
  const { own, words, day } = formatter;
  const names = formatter.names(rules);
  const blocked = sum(outcomes, ({ result }) => result.blocked.length);
  const notes = blocked === 0 ? [] : [own.blockedDays(blocked, integerText(blocked))];
  const [only] = outcomes.length === 1 ? outcomes : [];
  if (only === undefined) {
    const counts = rule.stages.flatMap(({ name }) => {
      const groups = outcomes.filter(({ result }) => result.current === name).length;
      return groups === 0 ? [] : [`${names.short(name)} ${integerText(groups)}`];
    });
    return {
      text: [...(counts.length === 0 ? [words.noStage] : [counts.join(words.comma)]), ...notes].join(' · '),
      tone: 'neutral',
    };
  }
  const last = only.result.stretches.at(-1);
  if (last === undefined || last.stage === null)
    return { text: [words.noStage, ...notes].join(' · '), tone: 'neutral' };
  const since = own.stageSince(names.short(last.stage), day(last.from, only.group));
  return { text: [since, ...notes].join(' · '), tone: 'neutral' };
}

export function stageLine(formatter: Formatter, { rule, rules, outcomes }: Clause<'stage'>): LineText {
  const { own } = formatter;
  const stages = outcomes.flatMap(({ result }) => result.stages.filter(({ stage }) => stage === rule.name));
  const days = sum(stages, (stage) => stage.days);
  const unknowns = stages.map((stage) => stage.unknowns);
  if (days === 0) {
    if (!nothingDecided(unknowns)) return { text: own.never, tone: 'idle' };
    const group = outcomes.length === 1 ? (outcomes[0]?.group ?? null) : null;
    return { text: formatter.whyUnknown(unknowns, { rules, group, conditions: [rule.when] }) ?? '', tone: 'unknown' };
  }
  const current = outcomes.filter(({ result }) => result.current === rule.name);
  const text = own.stageDays(days, integerText(days));
  if (current.length === 0) return { text: text, tone: 'neutral' };
  const now = outcomes.length === 1 ? own.now : own.groupsNow(current.length, integerText(current.length));
  return { text: `${now} · ${text}`, tone: 'neutral' };
}
