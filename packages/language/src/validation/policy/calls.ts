/** Every action that a group's clauses call, and what the clause can pass to it. */
import {
  type ActionCall,
  type ActionDefinition,
  type CallingKind,
  callingsOf,
  type GroupPolicy,
  type Policy,
} from '@steward/policy';

export type Subject = 'sender' | 'message' | 'member';

/** What a clause matched; empty for clauses about the whole group. */
export const SUBJECTS: Readonly<Record<CallingKind, readonly Subject[]>> = {
  ban: ['sender', 'message'],
  risk: ['sender', 'message'],
  tier: ['sender', 'member'],
  response: [],
  phase: [],
};

export function* callsOf(group: GroupPolicy): Generator<ActionCall & { clause: CallingKind }> {
  for (const { kind, calls } of callingsOf(group)) {
    for (const call of calls) yield { ...call, clause: kind };
  }
}

export function actionsByName(policy: Policy): ReadonlyMap<string, ActionDefinition> {
  return new Map(policy.actions.map((action) => [action.name, action]));
}
