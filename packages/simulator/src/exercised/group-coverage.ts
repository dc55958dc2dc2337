/** The coverage of one group: its conditions as watched, everything else from what the Outcome says happened. */
import { SIGNALS, type Signal } from '@steward/events';
import type { GroupPolicy, SourceRange } from '@steward/policy';
import type { GroupOutcome } from '../outcome/outcome.ts';
import type { Program } from '../program/program.ts';
import { banStream } from '../run/content.ts';
import { groupProgram } from '../run/group.ts';
import { type GroupStore, openStore } from '../run/store.ts';
import type { LogOfGroup } from '../scenario/scenario-log.ts';
import type { ConditionWatch } from './condition-watch.ts';
import type { ClauseCoverage, ClauseKind, GroupCoverage, PointName } from './coverage.ts';
import { watchGroup } from './group-watch.ts';

/** Signals that the engine itself understands, whatever the conditions count. */
const UNDERSTOOD: readonly Signal[] = ['join', 'leave', 'campaign', 'resolve'];

/** @param outcome of a run of the same log, with members' histories */
export function groupCoverage(
  program: Program,
  policyGroup: string,
  { log, info, roster }: LogOfGroup,
  outcome: GroupOutcome,
): GroupCoverage {
  const group = groupProgram(program, policyGroup);
  const store = openStore({ log, info, roster, program: group, bits: program.bits });
  const watch = watchGroup(store);
  const { policy } = group;
  return {
    clauses: [
      ...policy.tiers.flatMap(({ name, range, when, tasks }, i) => [
        when === null
          ? clause('tier', name, range, [['true', outcome.tiers[i]?.entered ?? 0]])
          : condition('tier', name, range, watch.tiers[i]),
        ...tasks.map((task, j) => condition('task', task.title, task.range, watch.tasks[i]?.[j])),
      ]),
      ...contentClauses(policy, outcome),
      ...policy.health.flatMap(({ name, goals, responses }, i) => [
        ...goals.map((goal, j) => condition('goal', name, goal.range, watch.goals[i]?.[j])),
        ...responses.map((response, j) => happening('response', name, response.range, responsesOf(outcome, i, j))),
      ]),
      ...policy.risks.flatMap(({ name, range, escalations }, i) => [
        condition('risk', name, range, watch.risks[i]),
        ...escalations.map(({ to, after, range: place }) =>
          happening('escalation', `${name} → ${to}`, place, escalationsOf(outcome, name, to, after.kind)),
        ),
      ]),
      ...campaignClauses(policy, outcome),
      ...lifecycleClauses(policy, outcome, watch.stages),
    ],
    ...unreadEvents(store, policy, watch.counted, outcome),
  };
}

function clause(kind: ClauseKind, name: string, range: SourceRange, points: [PointName, number][]): ClauseCoverage {
  const told = points.map(([point, hits]) => ({ name: point, hits }));
  return { kind, name, range, points: told, unknown: 0, bounds: [] };
}

function happening(kind: ClauseKind, name: string, range: SourceRange, hits: number): ClauseCoverage {
  return clause(kind, name, range, [['happened', hits]]);
}

function condition(
  kind: ClauseKind,
  name: string,
  range: SourceRange,
  watch: ConditionWatch | undefined,
): ClauseCoverage {
  if (watch === undefined) throw new Error(`${kind} ${name} was not watched`);
  const points: [PointName, number][] = [
    ['true', watch.true],
    ['false', watch.false],
  ];
  return { ...clause(kind, name, range, points), unknown: watch.unknown, bounds: watch.bounds };
}

function contentClauses({ content }: GroupPolicy, { content: told }: GroupOutcome): ClauseCoverage[] {
  const { categories, mixes, caps, bans, slots } = content;
  return [
    ...categories.map(({ name, range }, i) => happening('category', name, range, told.categories[i]?.messages ?? 0)),
    ...mixes.map(({ period, range }, i) =>
      clause('mix', period, range, [
        ['kept', told.mixes[i]?.kept ?? 0],
        ['missed', told.mixes[i]?.missed ?? 0],
      ]),
    ),
    ...caps.map(({ category, range }, i) =>
      clause('cap', category, range, [
        ['kept', told.caps[i]?.kept ?? 0],
        ['missed', told.caps[i]?.exceeded ?? 0],
      ]),
    ),
    ...bans.map(({ lexicon, range }, i) => happening('ban', lexicon, range, told.bans[i]?.evidence.count ?? 0)),
    ...slots.map(({ label, range }, i) =>
      clause('slot', label, range, [
        ['kept', told.slots[i]?.kept ?? 0],
        ['missed', told.slots[i]?.missed ?? 0],
      ]),
    ),
  ];
}

function responsesOf({ health }: GroupOutcome, dimension: number, response: number): number {
  const breaches = health[dimension]?.breaches ?? [];
  return breaches.flatMap(({ responses }) => responses).filter((one) => one.response === response).length;
}

function escalationsOf({ risks }: GroupOutcome, risk: string, to: string, rule: 'open' | 'times'): number {
  const incidents = risks.find((one) => one.risk === risk)?.incidents ?? [];
  // The id of an incident is its risk's name and a number.
  return incidents
    .flatMap(({ escalations }) => escalations)
    .filter((step) => step.rule === rule && step.to.startsWith(`${to}#`)).length;
}

function campaignClauses({ campaigns }: GroupPolicy, { campaigns: told }: GroupOutcome): ClauseCoverage[] {
  return campaigns.flatMap(({ name, range, goals }, i) => {
    const runs = told[i]?.runs ?? [];
    const verdicts = (goal: number, verdict: 'met' | 'missed'): number =>
      runs.filter((run) => run.goals[goal]?.verdict === verdict).length;
    return [
      happening('campaign', name, range, runs.length),
      ...goals.map((goal, j) =>
        clause('campaign-goal', name, goal.range, [
          ['kept', verdicts(j, 'met')],
          ['missed', verdicts(j, 'missed')],
        ]),
      ),
    ];
  });
}

function lifecycleClauses(
  { lifecycle }: GroupPolicy,
  { lifecycle: told }: GroupOutcome,
  watched: readonly ConditionWatch[],
): ClauseCoverage[] {
  if (lifecycle === null) return [];
  const stretches = told?.stretches ?? [];
  const moved = (from: string, to: string): number =>
    stretches.filter(({ stage }, i) => stage === to && stretches[i - 1]?.stage === from).length;
  return [
    ...lifecycle.stages.map(({ name, when, range }, i) =>
      when === null
        ? clause('stage', name, range, [['true', told?.stages[i]?.days ?? 0]])
        : condition('stage', name, range, watched[i]),
    ),
    ...lifecycle.moves.map(({ from, to, range }) => happening('move', `${from} → ${to}`, range, moved(from, to))),
  ];
}

function unreadEvents(
  store: GroupStore,
  { content }: GroupPolicy,
  counted: ReadonlySet<number>,
  { memberHistories }: GroupOutcome,
): Omit<GroupCoverage, 'clauses'> {
  const { log, categories, people } = store;
  const looked = new Set(counted);
  for (const ban of content.bans) for (const event of banStream(store, ban).events) looked.add(event);
  const sorted = content.mixes.length + content.caps.length + content.slots.length > 0;
  const unread = new Map<string, number>();
  const heard = new Set<number>();
  for (let event = 0; event < log.length; event += 1) {
    const signal = SIGNALS[log.kind[event] as number] ?? 'message';
    const inContent = sorted && (categories[event] as number) >= 0;
    if (looked.has(event) || inContent || UNDERSTOOD.includes(signal)) heard.add(log.member[event] as number);
    else unread.set(signal, (unread.get(signal) ?? 0) + 1);
  }
  const tiered = new Set(
    (memberHistories ?? [])
      .filter(({ stretches }) => stretches.some(({ state }) => state.kind === 'tier'))
      .map(({ member }) => member),
  );
  const members = (memberHistories ?? []).map(({ member }) => member);
  const numbers = new Map(people.persons.map(({ id }, number) => [id, number]));
  return {
    events: log.length,
    unread: [...unread].map(([signal, count]) => ({ signal, count })),
    members: members.length,
    overlooked: members.filter((id) => !tiered.has(id) && !heard.has(numbers.get(id) ?? -1)),
  };
}
