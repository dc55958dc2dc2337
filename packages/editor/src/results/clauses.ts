/**
 * The clauses of rules, with where each stands and what it came to.
 *
 * - A clause that several groups inherit is one clause with the results of all of them.
 * - The order is that of the groups, their sections and the clauses in them.
 */
import type * as rule from '@steward/policy';
import type { GroupPolicy, Policy, SourceRange } from '@steward/policy';
import { type ClauseKeys, clauseKeys } from '@steward/report';
import type * as result from '@steward/simulator';
import type { GroupOutcome, Outcome } from '@steward/simulator';
import type { ClauseKey } from '../protocol.ts';
import type { Lived } from './input.ts';

/** What the rules say of each kind of clause, and what an Outcome says of it. */
interface Kinds {
  group: [GroupPolicy, GroupOutcome];
  capacity: [number, NonNullable<result.GroupOutcome['members']['capacity']>];
  nickname: [NonNullable<GroupPolicy['nickname']>, NonNullable<result.GroupOutcome['members']['nickname']>];
  tier: [rule.Tier, result.TierOutcome];
  task: [rule.Task, result.TierOutcome['tasks'][number]];
  category: [rule.Category, result.ContentOutcome['categories'][number]];
  mix: [rule.Mix, result.MixOutcome];
  cap: [rule.Cap, result.CapOutcome];
  ban: [rule.Ban, result.BanOutcome];
  slot: [rule.Slot, result.SlotOutcome];
  health: [rule.HealthDimension, result.HealthOutcome];
  /** `alone`: the only one of its dimension. */
  goal: [{ goal: rule.Goal; alone: boolean }, result.GoalOutcome];
  /** With the number of the response in its dimension. */
  response: [{ response: rule.Response; index: number }, result.HealthOutcome];
  risk: [rule.Risk, result.RiskOutcome];
  escalation: [{ escalation: rule.Escalation; risk: rule.Risk }, result.RiskOutcome];
  campaign: [rule.Campaign, result.CampaignOutcome];
  /** With the number of the goal in its campaign. */
  campaignGoal: [{ goal: rule.Campaign['goals'][number]; index: number }, result.CampaignOutcome];
  cadence: [rule.CadenceTarget, result.CadenceOutcome];
  lifecycle: [rule.Lifecycle, result.LifecycleOutcome];
  stage: [rule.Stage, result.LifecycleOutcome];
}

export type ClauseKind = keyof Kinds;

/** A clause as written, and as every group lived it that has it. */
export interface Clause<Kind extends ClauseKind = ClauseKind> {
  key: ClauseKey;
  kind: Kind;
  range: SourceRange;
  /** Of a part, the clause that it is part of. */
  parent: SourceRange | null;
  /** The first group that has it. */
  rules: GroupPolicy;
  rule: Kinds[Kind][0];
  lived: Lived<Kinds[Kind][1]>[];
}

export type ClauseReader<Value> = { [Kind in ClauseKind]: (clause: Clause<Kind>) => Value };

export interface ReadClause<Value> {
  key: ClauseKey;
  kind: ClauseKind;
  range: SourceRange;
  parent: SourceRange | null;
  value: Value;
}

/** Which clauses are asked for. */
export interface Wanted {
  /** Index of a file of the policy: those that stand in it. */
  file?: number;
  /** Name of a group of the policy: those that it has, wherever they stand; not summed with other groups'. */
  group?: string;
  key?: ClauseKey;
}

/** @param outcome null before a run: clauses that no group has lived. */
export function readClauses<Value>(
  policy: Policy,
  outcome: Outcome | null,
  wanted: Wanted,
  reader: ClauseReader<Value>,
): ReadClause<Value>[] {
  const groups = policy.groups
    .filter(({ name }) => wanted.group === undefined || name === wanted.group)
    .map(
      (rules): Bound => ({
        rules,
        keys: clauseKeys(rules),
        outcomes: outcome?.groups.filter((group) => group.policy === rules.name) ?? [],
      }),
    );
  const read = <Kind extends ClauseKind>(kind: Kind, list: (bound: Bound) => Part<Kind>[]): ReadClause<Value>[] =>
    gather(kind, groups, list)
      .filter((clause) => wanted.file === undefined || clause.range.file === wanted.file)
      .filter((clause) => wanted.key === undefined || clause.key === wanted.key)
      .map((clause) => {
        const { key, range, parent } = clause;
        return { key, kind, range, parent, value: reader[kind](clause) };
      });
  return [
    ...read('group', groupParts),
    ...read('capacity', capacityParts),
    ...read('nickname', nicknameParts),
    ...read('tier', tierParts),
    ...read('task', taskParts),
    ...read('category', categoryParts),
    ...read('mix', ({ rules, keys }) =>
      rules.content.mixes.map((one, i) => part(keys.mixes, i, one, (group) => group.content.mixes[i])),
    ),
    ...read('cap', ({ rules, keys }) =>
      rules.content.caps.map((one, i) => part(keys.caps, i, one, (group) => group.content.caps[i])),
    ),
    ...read('ban', ({ rules, keys }) =>
      rules.content.bans.map((one, i) => part(keys.bans, i, one, (group) => group.content.bans[i])),
    ),
    ...read('slot', ({ rules, keys }) =>
      rules.content.slots.map((one, i) => part(keys.slots, i, one, (group) => group.content.slots[i])),
    ),
    ...read('health', ({ rules, keys }) =>
      rules.health.map((one, i) => part(keys.health, i, one, (group) => group.health[i])),
    ),
    ...read('goal', goalParts),
    ...read('response', responseParts),
    ...read('risk', ({ rules, keys }) =>
      rules.risks.map((one, i) => part(keys.risks, i, one, (group) => group.risks[i])),
    ),
    ...read('escalation', escalationParts),
    ...read('campaign', ({ rules, keys }) =>
      rules.campaigns.map((one, i) => part(keys.campaigns, i, one, (group) => group.campaigns[i])),
    ),
    ...read('campaignGoal', campaignGoalParts),
    ...read('cadence', ({ rules, keys }) =>
      rules.cadence.map((one, i) => part(keys.cadence, i, one, (group) => group.cadence[i])),
    ),
    ...read('lifecycle', lifecycleParts),
    ...read('stage', stageParts),
  ];
}

interface Bound {
  rules: GroupPolicy;
  keys: ClauseKeys;
  outcomes: GroupOutcome[];
}

/** A clause in one group of the policy. */
interface Part<Kind extends ClauseKind> {
  key: ClauseKey;
  range: SourceRange;
  parent: SourceRange | null;
  rule: Kinds[Kind][0];
  resultIn: (group: GroupOutcome) => Kinds[Kind][1] | undefined;
}

function gather<Kind extends ClauseKind>(
  kind: Kind,
  groups: readonly Bound[],
  list: (bound: Bound) => Part<Kind>[],
): Clause<Kind>[] {
  const found = new Map<string, Clause<Kind>>();
  for (const bound of groups) {
    for (const { key, range, parent, rule, resultIn } of list(bound)) {
      const { rules } = bound;
      const lived = bound.outcomes.flatMap((group) => {
        const result = resultIn(group);
        return result === undefined ? [] : [{ rules, group, result }];
      });
      const place = `${range.file}:${range.startOffset}`;
      const known = found.get(place);
      if (known !== undefined) known.lived.push(...lived);
      else found.set(place, { key, kind, range, parent, rules, rule, lived });
    }
  }
  return [...found.values()];
}

function part<Rule extends { range: SourceRange }, Result>(
  keys: readonly ClauseKey[],
  index: number,
  rule: Rule,
  resultIn: (group: GroupOutcome) => Result | undefined,
) {
  return { key: keys[index] ?? '', range: rule.range, parent: null, rule, resultIn };
}

function groupParts({ rules, keys }: Bound): Part<'group'>[] {
  return [{ key: keys.group, range: rules.range, parent: null, rule: rules, resultIn: (group) => group }];
}

function capacityParts({ rules, keys }: Bound): Part<'capacity'>[] {
  const range = rules.places?.capacity?.range ?? null;
  if (rules.capacity === null || range === null) return [];
  const resultIn = ({ members }: GroupOutcome) => members.capacity ?? undefined;
  return [{ key: `${keys.group}/capacity`, range, parent: rules.range, rule: rules.capacity, resultIn }];
}

function nicknameParts({ rules, keys }: Bound): Part<'nickname'>[] {
  const range = rules.places?.nickname?.range ?? null;
  if (rules.nickname === null || range === null) return [];
  const resultIn = ({ members }: GroupOutcome) => members.nickname ?? undefined;
  return [{ key: `${keys.group}/nickname`, range, parent: rules.range, rule: rules.nickname, resultIn }];
}

function tierParts({ rules, keys }: Bound): Part<'tier'>[] {
  return rules.tiers.map((one, i) => part(keys.tiers, i, one, (group) => group.tiers[i]));
}

function taskParts({ rules, keys }: Bound): Part<'task'>[] {
  return rules.tiers.flatMap((tier, i) =>
    tier.tasks.map((task, j) => ({
      key: `${keys.tiers[i]}/task/${j + 1}`,
      range: task.range,
      parent: tier.range,
      rule: task,
      resultIn: (group) => group.tiers[i]?.tasks[j],
    })),
  );
}

/** A category that only a mix names stands in that mix, and is a part of it. */
function categoryParts({ rules, keys }: Bound): Part<'category'>[] {
  const within = (outer: SourceRange, inner: SourceRange): boolean =>
    outer.file === inner.file && outer.startOffset <= inner.startOffset && inner.endOffset <= outer.endOffset;
  return rules.content.categories.map((one, i) => ({
    ...part(keys.categories, i, one, (group) => group.content.categories[i]),
    parent: rules.content.mixes.find((mix) => within(mix.range, one.range))?.range ?? null,
  }));
}

function goalParts({ rules, keys }: Bound): Part<'goal'>[] {
  return rules.health.flatMap((dimension, i) =>
    dimension.goals.map((goal, j) => ({
      key: `${keys.health[i]}/goal/${j + 1}`,
      range: goal.range,
      parent: dimension.range,
      rule: { goal, alone: dimension.goals.length === 1 },
      resultIn: (group) => group.health[i]?.goals[j],
    })),
  );
}

function responseParts({ rules, keys }: Bound): Part<'response'>[] {
  return rules.health.flatMap((dimension, i) =>
    dimension.responses.map((response, j) => ({
      key: `${keys.health[i]}/breach/${j + 1}`,
      range: response.range,
      parent: dimension.range,
      rule: { response, index: j },
      resultIn: (group) => group.health[i],
    })),
  );
}

function escalationParts({ rules, keys }: Bound): Part<'escalation'>[] {
  return rules.risks.flatMap((risk, i) =>
    risk.escalations.map((escalation, j) => ({
      key: `${keys.risks[i]}/escalate/${j + 1}`,
      range: escalation.range,
      parent: risk.range,
      rule: { escalation, risk },
      resultIn: (group) => group.risks[i],
    })),
  );
}

function campaignGoalParts({ rules, keys }: Bound): Part<'campaignGoal'>[] {
  return rules.campaigns.flatMap((campaign, i) =>
    campaign.goals.map((goal, j) => ({
      key: `${keys.campaigns[i]}/goal/${j + 1}`,
      range: goal.range,
      parent: campaign.range,
      rule: { goal, index: j },
      resultIn: (group) => group.campaigns[i],
    })),
  );
}

function lifecycleParts({ rules, keys }: Bound): Part<'lifecycle'>[] {
  const { lifecycle } = rules;
  if (lifecycle === null) return [];
  const { range } = lifecycle;
  return [
    { key: keys.lifecycle, range, parent: null, rule: lifecycle, resultIn: (group) => group.lifecycle ?? undefined },
  ];
}

function stageParts({ rules, keys }: Bound): Part<'stage'>[] {
  const { lifecycle } = rules;
  if (lifecycle === null) return [];
  return lifecycle.stages.map((stage, i) => ({
    key: keys.stages[i] ?? '',
    range: stage.range,
    parent: lifecycle.range,
    rule: stage,
    resultIn: (group) => group.lifecycle ?? undefined,
  }));
}
