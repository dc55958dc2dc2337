/** A compiled policy: everything that does not depend on a log. */
import type { TextPredicate } from '@steward/events';
import {
  type ActionDefinition,
  type Condition,
  comparisonsIn,
  type GroupPolicy,
  leavesOf,
  measuresOf,
  measureText,
  type Policy,
  type Quantity,
  type RoleDefinition,
} from '@steward/policy';
import { type ClauseBuilder, clauseBuilder } from './clauses.ts';
import { type StageKeys, stageKeys } from './keys.ts';
import type { Clause, ClauseTable, Value } from './plan.ts';
import { collectPredicates } from './text-predicates.ts';

export interface Program {
  policy: Policy;
  /** Unique across the policy; the index is the bit in {@link GroupLog.textBits}. */
  textPredicates: TextPredicate[];
  /** Bit by predicate. */
  bits: ReadonlyMap<string, number>;
  groups: ReadonlyMap<string, GroupProgram>;
}

export interface GroupProgram {
  policy: GroupPolicy;
  keys: StageKeys;
  actions: readonly ActionDefinition[];
  roles: readonly RoleDefinition[];
  /** By tier. */
  tiers: ClauseTable[];
  /** One clause per task, tier by tier. */
  tasks: ClauseTable;
  /** By dimension, then goal. */
  goals: GoalProgram[][];
  /** By risk. */
  risks: ClauseTable[];
  /** By campaign, then goal. */
  campaignGoals: CampaignGoalProgram[][];
  /** By stage. */
  stages: ClauseTable[];
}

export interface GoalProgram {
  table: ClauseTable;
  clause: Clause;
  measures: { text: string; value: Value }[];
}

export interface CampaignGoalProgram {
  table: ClauseTable;
  clause: Clause;
  /** Left side of the first comparison. */
  value: Value | null;
}

/** Pure: equal policies give equal programs. */
export function compile(policy: Policy): Program {
  const predicates = collectPredicates(policy);
  return {
    policy,
    textPredicates: predicates.predicates,
    bits: predicates.bits,
    groups: new Map(policy.groups.map((group) => [group.name, compileGroup(group, policy)])),
  };
}

function compileGroup(group: GroupPolicy, { actions, roles }: Policy): GroupProgram {
  return {
    policy: group,
    keys: stageKeys(group, actions),
    actions,
    roles,
    tiers: group.tiers.map((tier) => table((builder) => builder.add(tier.when))),
    tasks: table((builder) => {
      for (const task of group.tiers.flatMap((tier) => tier.tasks)) builder.add(task.when);
    }),
    goals: group.health.map((dimension) =>
      dimension.goals.map((goal) => {
        const builder = clauseBuilder();
        const clause = builder.add(goal.when);
        const measures = comparedIn(goal.when).map((quantity) => ({
          text: measureText(quantity),
          value: builder.value(quantity),
        }));
        return { clause, measures, table: builder.table() };
      }),
    ),
    risks: group.risks.map((risk) => table((builder) => builder.add(risk.when))),
    campaignGoals: group.campaigns.map((campaign) =>
      campaign.goals.map((goal) => {
        const builder = clauseBuilder();
        const clause = builder.add(goal.when);
        const [first] = comparisonsIn(goal.when);
        const value = first === undefined ? null : builder.value(first.left);
        return { clause, value, table: builder.table() };
      }),
    ),
    stages: (group.lifecycle?.stages ?? []).map((stage) => table((builder) => builder.add(stage.when))),
  };
}

/** Left sides of the comparisons, and measures of the trends, in order of appearance. */
function comparedIn(condition: Condition): Quantity[] {
  return [...leavesOf(condition)].flatMap((leaf) => (leaf.kind === 'rank' ? [] : measuresOf(leaf).slice(0, 1)));
}

function table(fill: (builder: ClauseBuilder) => void): ClauseTable {
  const builder = clauseBuilder();
  fill(builder);
  return builder.table();
}

/** The only clause of a table. */
export function onlyClause(clauses: ClauseTable): Clause {
  const [clause] = clauses.clauses;
  if (clause === undefined) throw new Error('a table without its clause');
  return clause;
}
