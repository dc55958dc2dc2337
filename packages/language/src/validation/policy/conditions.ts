/** Every condition of a group with the clause that it stands in. */
import type { Condition, Duration, GroupPolicy, Named } from '@steward/policy';

export type ClauseKind = 'tier' | 'task' | 'goal' | 'risk' | 'campaign-goal' | 'stage';

export interface ClauseCondition {
  clause: ClauseKind;
  condition: Condition;
  /** Whose it is: the tier, health dimension, risk, campaign or stage. */
  owner: Named;
  /** How long it has to hold. */
  patience: Duration | null;
}

export function* conditionsOf(group: GroupPolicy): Generator<ClauseCondition> {
  for (const owner of group.tiers) {
    if (owner.when !== null) yield { clause: 'tier', condition: owner.when, owner, patience: null };
    for (const { when } of owner.tasks) yield { clause: 'task', condition: when, owner, patience: null };
  }
  for (const owner of group.health) {
    for (const goal of owner.goals) yield { clause: 'goal', condition: goal.when, owner, patience: goal.for };
  }
  for (const owner of group.risks) yield { clause: 'risk', condition: owner.when, owner, patience: owner.for };
  for (const owner of group.campaigns) {
    for (const { when } of owner.goals) yield { clause: 'campaign-goal', condition: when, owner, patience: null };
  }
  for (const owner of group.lifecycle?.stages ?? []) {
    if (owner.when !== null) yield { clause: 'stage', condition: owner.when, owner, patience: owner.for };
  }
}
