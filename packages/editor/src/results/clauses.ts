/**
 * The clauses of the rules, with their places and results.
 *
 * - A clause inherited by several groups is one clause with the results of all of them.
 * - Ordered by group, section and clause.
 */
import {
  type ClauseKind as AnyKind,
  type ClauseRules,
  clausesOfKind,
  type GroupPolicy,
  type Policy,
  type SourceRange,
} from '@steward/policy';
import type * as result from '@steward/simulator';
import type { GroupOutcome, Outcome } from '@steward/simulator';
import type { ClauseKey } from '../protocol.ts';
import type { ClauseOutcome } from './input.ts';

/** Results in an Outcome by kind of clause. */
interface Results {
  group: GroupOutcome;
  capacity: NonNullable<result.GroupOutcome['members']['capacity']>;
  nickname: NonNullable<result.GroupOutcome['members']['nickname']>;
  tier: result.TierOutcome;
  task: result.TierOutcome['tasks'][number];
  category: result.ContentOutcome['categories'][number];
  mix: result.MixOutcome;
  cap: result.CapOutcome;
  ban: result.BanOutcome;
  slot: result.SlotOutcome;
  health: result.HealthOutcome;
  goal: result.GoalOutcome;
  response: result.HealthOutcome;
  risk: result.RiskOutcome;
  escalation: result.RiskOutcome;
  campaign: result.CampaignOutcome;
  'campaign-goal': result.CampaignOutcome;
  cadence: result.CadenceOutcome;
  lifecycle: result.LifecycleOutcome;
  stage: result.LifecycleOutcome;
}

/** Kinds with results of their own. */
export type ClauseKind = AnyKind & keyof Results;

/** A clause with its result in each group that has it. */
export interface Clause<Kind extends ClauseKind = ClauseKind> {
  key: ClauseKey;
  kind: Kind;
  range: SourceRange;
  /** For a part: the clause it belongs to. */
  parent: SourceRange | null;
  /** The first group that has it. */
  rules: GroupPolicy;
  rule: ClauseRules[Kind];
  /** Its index in the group's section and, for a part, in the whole. */
  place: readonly number[];
  outcomes: ClauseOutcome<Results[Kind]>[];
}

export type ClauseReader<Value> = { [Kind in ClauseKind]: (clause: Clause<Kind>) => Value };

export interface ReadClause<Value> {
  key: ClauseKey;
  kind: ClauseKind;
  range: SourceRange;
  parent: SourceRange | null;
  value: Value;
}

/** Filter for clauses. */
export interface Wanted {
  /** Index of a policy file: only clauses in it. */
  file?: number;
  /** Name of a policy group: only its clauses, wherever they are, not summed with other groups. */
  group?: string;
  key?: ClauseKey;
}

/** How to find a clause's result in an Outcome, by kind. */
const RESULTS: {
  [Kind in ClauseKind]: (group: GroupOutcome, first: number, second: number) => Results[Kind] | undefined;
} = {
  group: (group) => group,
  capacity: ({ members }) => members.capacity ?? undefined,
  nickname: ({ members }) => members.nickname ?? undefined,
  tier: ({ tiers }, tier) => tiers[tier],
  task: ({ tiers }, tier, task) => tiers[tier]?.tasks[task],
  category: ({ content }, category) => content.categories[category],
  mix: ({ content }, mix) => content.mixes[mix],
  cap: ({ content }, cap) => content.caps[cap],
  ban: ({ content }, ban) => content.bans[ban],
  slot: ({ content }, slot) => content.slots[slot],
  health: ({ health }, dimension) => health[dimension],
  goal: ({ health }, dimension, goal) => health[dimension]?.goals[goal],
  response: ({ health }, dimension) => health[dimension],
  risk: ({ risks }, risk) => risks[risk],
  escalation: ({ risks }, risk) => risks[risk],
  campaign: ({ campaigns }, campaign) => campaigns[campaign],
  'campaign-goal': ({ campaigns }, campaign) => campaigns[campaign],
  cadence: ({ cadence }, target) => cadence[target],
  lifecycle: ({ lifecycle }) => lifecycle ?? undefined,
  stage: ({ lifecycle }) => lifecycle ?? undefined,
};

/** In reading order. */
const KINDS = Object.keys(RESULTS) as ClauseKind[];

/** A reader that treats all kinds the same. */
export function readerOf<Value>(
  read: <Kind extends ClauseKind>(kind: Kind) => (clause: Clause<Kind>) => Value,
): ClauseReader<Value> {
  return Object.fromEntries(KINDS.map((kind) => [kind, read(kind)])) as ClauseReader<Value>;
}

/** @param outcome null before a run: clauses that no group has outcomes. */
export function readClauses<Value>(
  policy: Policy,
  outcome: Outcome | null,
  wanted: Wanted,
  reader: ClauseReader<Value>,
): ReadClause<Value>[] {
  const groups = policy.groups.filter(({ name }) => wanted.group === undefined || name === wanted.group);
  const read = <Kind extends ClauseKind>(kind: Kind): ReadClause<Value>[] =>
    gather(kind, groups, outcome)
      .filter((clause) => wanted.file === undefined || clause.range.file === wanted.file)
      .filter((clause) => wanted.key === undefined || clause.key === wanted.key)
      .map((clause) => {
        const { key, range, parent } = clause;
        return { key, kind, range, parent, value: reader[kind](clause) };
      });
  return KINDS.flatMap((kind) => read(kind));
}

function gather<Kind extends ClauseKind>(
  kind: Kind,
  groups: readonly GroupPolicy[],
  outcome: Outcome | null,
): Clause<Kind>[] {
  const found = new Map<string, Clause<Kind>>();
  for (const rules of groups) {
    const ofGroup = outcome?.groups.filter((group) => group.policy === rules.name) ?? [];
    for (const { key, range, parent, rule, place } of clausesOfKind(rules, kind)) {
      const [first = 0, second = 0] = place;
      const outcomes = ofGroup.flatMap((group) => {
        const result = RESULTS[kind](group, first, second);
        return result === undefined ? [] : [{ rules, group, result }];
      });
      const at = `${range.file}:${range.startOffset}`;
      const known = found.get(at);
      if (known !== undefined) known.outcomes.push(...outcomes);
      else found.set(at, { key, kind, range, parent, rules, rule, place, outcomes });
    }
  }
  return [...found.values()];
}
