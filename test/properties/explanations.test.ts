/** The engine's explanation of a verdict matches the oracle's: truths, values, windows and the events behind them. */
import type { LogInfo, RosterEntry } from '@steward/events';
import type { Condition, GroupPolicy } from '@steward/policy';
import {
  bindGroups,
  type ClauseAt,
  compile,
  type ExplainedCondition,
  type ExplainedQuantity,
  explainClause,
  explainMix,
} from '@steward/simulator';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evidenceOf } from '../oracle/evidence.ts';
import { type Explained, type ExplainedValue, explain } from '../oracle/explanation.ts';
import type { GroupRows } from '../oracle/rows.ts';
import type { Moment } from '../oracle/windows.ts';
import { membersAt, type World, worldOf } from '../oracle/world.ts';
import { freshSeed } from './agreement.ts';
import { type Case, caseOf, type Focus } from './arbitrary/case.ts';
import { columnsOf } from './columns.ts';
import { differences } from './difference.ts';

interface Question {
  clause: ClauseAt;
  condition: Condition;
  moment: Moment;
}

const MOST_QUESTIONS = 25;

/** Every clause on a few days and every risk at a few events, to keep cases quick. */
function questionsOf(world: World, pick: number): Question[] {
  const { group, days, rows } = world;
  const day = days[pick % days.length] ?? world.lastDay;
  const on = day.date;
  const daily: Moment = { world, at: day.last, member: null, periods: 'completed', run: null };
  const members = membersAt(world, day.last);
  const asked = [
    ...group.tiers.flatMap(({ name, when, tasks }) =>
      members.flatMap((member) => [
        ...question({ kind: 'tier', tier: name, member, on }, when, { ...daily, member }),
        ...tasks.flatMap((task, index) =>
          question({ kind: 'task', tier: name, task: index, member, on }, task.when, { ...daily, member }),
        ),
      ]),
    ),
    ...group.health.flatMap(({ name, goals }) =>
      goals.flatMap((goal, index) => question({ kind: 'goal', dimension: name, goal: index, on }, goal.when, daily)),
    ),
    ...(group.lifecycle?.stages ?? []).flatMap(({ name, when }) =>
      question({ kind: 'stage', stage: name, on }, when, daily),
    ),
    ...group.risks.flatMap(({ name, when }) =>
      [day.from, day.last, rows[pick % rows.length]?.ts ?? day.last].flatMap((at) =>
        question({ kind: 'risk', risk: name, at }, when, { ...daily, at, periods: 'running' }),
      ),
    ),
  ];
  const step = Math.max(1, Math.floor(asked.length / MOST_QUESTIONS));
  return asked.filter((_, index) => index % step === 0);
}

function question(clause: ClauseAt, condition: Condition | null, moment: Moment): Question[] {
  return condition === null ? [] : [{ clause, condition, moment }];
}

/** The engine's explanation, reduced to what the oracle can express. */
function shapeOf({ kind, truth, parts, values }: ExplainedCondition): Explained {
  return { kind, truth, parts: parts.map(shapeOf), values: values.map(valueShape) };
}

function valueShape({ kind, text, lo, hi, window, evidence, parts }: ExplainedQuantity): ExplainedValue {
  const isSince = text.startsWith('since(') && kind === 'aggregate';
  return { kind, text, lo, hi, window: isSince ? null : window, evidence, parts: parts.map(valueShape) };
}

/** One period of each mix: the messages of each share. */
function mixDifferences(world: World, ask: (mix: number, start: string) => unknown, pick: number): string[] {
  const messages = world.rows.filter((row) => row.kind === 'message');
  return world.group.content.mixes.flatMap((mix, index) => {
    const periods = world.calendar.periodsEnding(mix.period, world.days);
    const period = periods[pick % Math.max(periods.length, 1)];
    if (period === undefined) return [];
    const shares = mix.shares.map(({ category }) => {
      const own = messages.filter((row) => world.categories.get(row) === category);
      return {
        category,
        evidence: evidenceOf(
          own.filter((row) => period.from <= row.ts && row.ts <= period.last),
          world,
        ),
      };
    });
    return differences({ shares }, ask(index, period.start)).map((line) => `mix ${index} ${period.start} ${line}`);
  });
}

interface Comparison {
  questions: number;
  differences: string[];
}

function compareExplanations(each: Case, group: GroupPolicy, rows: GroupRows, pick: number): Comparison {
  const { policy, log } = each;
  const roster: RosterEntry[] = each.rosters.get(group.name) ?? [];
  const program = compile(policy);
  const info: LogInfo = { files: log.files, shows: log.shows, roles: log.roles, complete: log.complete };
  const columns = columnsOf(rows, program.textPredicates);
  const world = worldOf({
    policy,
    group,
    log: rows,
    roster,
    shows: log.shows,
    saysRoles: log.roles,
    complete: log.complete,
  });
  const questions = questionsOf(world, pick);
  const lines = questions.flatMap(({ clause, condition, moment }) => {
    const found = explainClause(program, group.name, { log: columns, info, roster }, clause);
    const engine = found?.condition ? { condition: shapeOf(found.condition), reason: found.reason } : null;
    return differences(explain(condition, moment), engine).map((line) => `${JSON.stringify(clause)} ${line}`);
  });
  const input = { log: columns, info, roster };
  const ofMixes = mixDifferences(world, (mix, start) => explainMix(program, group.name, input, { mix, start }), pick);
  return { questions: questions.length, differences: [...lines, ...ofMixes] };
}

/** `least`: minimum number of questions; 0 for fresh seeds, where the number is random. */
test.each<[what: string, focus: Focus, seed: number, cases: number, least: number]>([
  ['tiers, a fixed seed', 'members', 20_250_308, 120, 360],
  ['health, stages and risks, a fixed seed', 'group', 20_250_309, 120, 360],
  ['tiers, a fresh seed', 'members', freshSeed(), 40, 0],
  ['health, stages and risks, a fresh seed', 'group', freshSeed(), 40, 0],
])('%s (%s, %i)', { timeout: 300_000 }, (_what, focus, seed, cases, least) => {
  let questions = 0;
  fc.assert(
    fc.property(caseOf(focus), fc.nat(), (each, pick) => {
      const [name] = bindGroups(each.policy, each.log.groups);
      const [rows] = each.log.groups;
      const group = each.policy.groups.find((candidate) => candidate.name === name);
      if (rows === undefined || group === undefined) return;
      const compared = compareExplanations(each, group, rows, pick);
      questions += compared.questions;
      expect(compared.differences).toEqual([]);
    }),
    { seed, numRuns: cases },
  );
  expect(questions).toBeGreaterThanOrEqual(least);
});
