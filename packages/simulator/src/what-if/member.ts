/** Why a member is in a tier: every tier tried, with its values and what would flip it. */

import type { GroupPolicy, Policy } from '@steward/policy';
import { dayOfDate, type LocalDate } from '@steward/time';
import { explainClause } from '../explain/explain.ts';
import type { ExplainedCondition } from '../explain/explanation.ts';
import type { MemberHistory, TierOrNone } from '../outcome/outcome.ts';
import { compile } from '../program/program.ts';
import { runGroup } from '../run/group.ts';
import type { LogOfGroup } from '../scenario/scenario-log.ts';
import { type FlipStep, smallestFlip } from './flip.ts';

export interface ExplainedMember {
  group: string;
  policyGroup: string;
  member: string;
  name: string | null;
  on: LocalDate;
  state: TierOrNone;
  grace: boolean;
  /** In the order tried, up to the tier that took the member. `condition` null: always true. */
  tiers: { tier: string; condition: ExplainedCondition | null; flip: FlipStep[] }[];
}

/**
 * Everybody with this id or name; several members may share a name.
 * @param held read with the policy's own text predicates @param at null: the log's last day
 */
export function explainMembers(
  policy: Policy,
  group: GroupPolicy,
  held: LogOfGroup,
  asked: string,
  at: LocalDate | null,
): ExplainedMember[] {
  const { log, info, roster } = held;
  const program = compile(policy);
  const outcome = runGroup(program, group.name, log, info, roster, { memberHistories: true, actionLimit: 0 });
  const on = at ?? outcome.days.to;
  const histories = outcome.memberHistories ?? [];
  const byId = histories.filter(({ member }) => member === asked);
  return (byId.length > 0 ? byId : histories.filter(({ name }) => name === asked)).flatMap((history) => {
    const stretch = stretchOn(history, on);
    if (stretch === null) return [];
    const { state, grace } = stretch;
    const last =
      state.kind === 'tier' ? group.tiers.findIndex(({ name }) => name === state.tier) : group.tiers.length - 1;
    const tried = state.kind === 'outside' ? [] : group.tiers.slice(0, last + 1);
    const tiers = tried.map(({ name, when }) => {
      const clause = { kind: 'tier', tier: name, member: history.member, on } as const;
      const condition = explainClause(program, group.name, held, clause)?.condition ?? null;
      const flip = condition === null || when === null ? [] : smallestFlip(when, condition, condition.truth !== 'true');
      return { tier: name, condition, flip };
    });
    const { member, name } = history;
    return [{ group: log.group, policyGroup: group.name, member, name, on, state, grace, tiers }];
  });
}

function stretchOn({ stretches }: MemberHistory, on: string): MemberHistory['stretches'][number] | null {
  const day = dayOfDate(on);
  const found = stretches.find(({ from, days }) => {
    const first = dayOfDate(from);
    return day >= first && day < first + days;
  });
  return found ?? null;
}
