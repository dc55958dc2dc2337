/** The coverage of one group: its conditions as watched, everything else from what the Outcome says happened. */
import { SIGNALS, type Signal } from '@steward/events';
import { type Clause, clausesOf, type Escalation, type GroupPolicy } from '@steward/policy';
import type { GroupOutcome } from '../outcome/outcome.ts';
import type { Program } from '../program/program.ts';
import { banStream } from '../run/content/content.ts';
import { groupProgram } from '../run/group.ts';
import { type GroupStore, openStore } from '../run/store.ts';
import type { LogOfGroup } from '../scenario/scenario-log.ts';
import type { ConditionWatch } from './condition-watch.ts';
import { type ClauseCoverage, type GroupCoverage, isCovered, type PointName } from './coverage.ts';
import { watchGroup } from './group-watch.ts';

/** Signals that the engine itself reads, regardless of conditions. */
const UNDERSTOOD: readonly Signal[] = ['join', 'leave', 'campaign', 'resolve'];

/** @param outcome of a run over the same log, with member histories */
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
    clauses: clausesOf(policy).flatMap((clause) => coverageOf(clause, watch.conditions.get(clause.key), outcome)),
    ...unreadEvents(store, policy, watch.counted, outcome),
  };
}

type Points = [PointName, number][];

function coverageOf(clause: Clause, watch: ConditionWatch | undefined, outcome: GroupOutcome): ClauseCoverage[] {
  const { kind } = clause;
  if (!isCovered(kind)) return [];
  const points: Points =
    watch === undefined
      ? pointsOf(clause, outcome)
      : [
          ['true', watch.true],
          ['false', watch.false],
        ];
  return [
    {
      kind,
      name: clause.name,
      range: clause.range,
      points: points.map(([name, hits]) => ({ name, hits })),
      unknown: watch?.unknown ?? 0,
      bounds: watch?.bounds ?? [],
    },
  ];
}

/** Coverage from the Outcome, for clauses whose condition is not watched or missing. */
function pointsOf(clause: Clause, outcome: GroupOutcome): Points {
  const { content, campaigns, lifecycle, tiers } = outcome;
  const [first = 0, second = 0] = clause.place;
  switch (clause.kind) {
    case 'tier':
      return [['true', tiers[first]?.entered ?? 0]];
    case 'category':
      return [['happened', content.categories[first]?.messages ?? 0]];
    case 'mix':
      return verdicts(content.mixes[first]?.kept, content.mixes[first]?.missed);
    case 'cap':
      return verdicts(content.caps[first]?.kept, content.caps[first]?.exceeded);
    case 'ban':
      return [['happened', content.bans[first]?.evidence.count ?? 0]];
    case 'slot':
      return verdicts(content.slots[first]?.kept, content.slots[first]?.missed);
    case 'response':
      return [['happened', responsesOf(outcome, first, second)]];
    case 'escalation':
      return [['happened', escalationsOf(outcome, clause.owner.name, clause.rule)]];
    case 'campaign':
      return [['happened', campaigns[first]?.runs.length ?? 0]];
    case 'campaign-goal': {
      const found = (campaigns[first]?.runs ?? []).map((run) => run.goals[second]?.verdict);
      const count = (wanted: 'met' | 'missed'): number => found.filter((verdict) => verdict === wanted).length;
      return verdicts(count('met'), count('missed'));
    }
    case 'stage':
      return [['true', lifecycle?.stages[first]?.days ?? 0]];
    case 'move':
      return [['happened', movesOf(outcome, clause.rule)]];
    default:
      throw new Error(`${clause.key} was not watched`);
  }
}

function verdicts(kept = 0, missed = 0): Points {
  return [
    ['kept', kept],
    ['missed', missed],
  ];
}

function responsesOf({ health }: GroupOutcome, dimension: number, response: number): number {
  const breaches = health[dimension]?.breaches ?? [];
  return breaches.flatMap(({ responses }) => responses).filter((one) => one.response === response).length;
}

function escalationsOf({ risks }: GroupOutcome, risk: string, { to, after }: Escalation): number {
  const incidents = risks.find((one) => one.risk === risk)?.incidents ?? [];
  // An incident's id is its risk's name and a number.
  return incidents
    .flatMap(({ escalations }) => escalations)
    .filter((step) => step.rule === after.kind && step.to.startsWith(`${to}#`)).length;
}

function movesOf({ lifecycle }: GroupOutcome, { from, to }: { from: string; to: string }): number {
  const stretches = lifecycle?.stretches ?? [];
  return stretches.filter(({ stage }, i) => stage === to && stretches[i - 1]?.stage === from).length;
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
