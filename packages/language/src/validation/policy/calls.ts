/** Every action that a group's clauses call, with what the clause can hand to it. */
import type { ActionCall, ActionDefinition, GroupPolicy, Policy } from '@steward/policy';

export type CallingClause = 'ban' | 'risk' | 'tier' | 'response' | 'phase';

export interface Calling {
  clause: CallingClause;
  calls: readonly ActionCall[];
}

export type Subject = 'sender' | 'message' | 'member';

/** What a clause matched: nothing where it looks at the group as a whole. */
export const SUBJECTS: Readonly<Record<CallingClause, readonly Subject[]>> = {
  ban: ['sender', 'message'],
  risk: ['sender', 'message'],
  tier: ['sender', 'member'],
  response: [],
  phase: [],
};

export function* callingsOf(group: GroupPolicy): Generator<Calling> {
  for (const ban of group.content.bans) yield { clause: 'ban', calls: ban.actions };
  for (const risk of group.risks) yield { clause: 'risk', calls: risk.actions };
  for (const tier of group.tiers) yield { clause: 'tier', calls: tier.actions };
  for (const response of group.health.flatMap((dimension) => dimension.responses)) {
    yield { clause: 'response', calls: response.actions };
  }
  for (const phase of group.campaigns.flatMap((campaign) => campaign.phases)) {
    yield { clause: 'phase', calls: phase.actions };
  }
}

export function* callsOf(group: GroupPolicy): Generator<ActionCall & { clause: CallingClause }> {
  for (const { clause, calls } of callingsOf(group)) {
    for (const call of calls) yield { ...call, clause };
  }
}

export function actionsByName(policy: Policy): ReadonlyMap<string, ActionDefinition> {
  return new Map(policy.actions.map((action) => [action.name, action]));
}
