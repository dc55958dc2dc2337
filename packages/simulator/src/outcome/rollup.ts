/** Totals over the groups bound by one policy group. */
import type { GroupPolicy, Policy } from '@steward/policy';
import type { GroupOutcome, Rollup } from './outcome.ts';

/** @param outcomes of the groups that `group` binds; at least one */
export function rollUp(policy: Policy, group: GroupPolicy, outcomes: readonly GroupOutcome[]): Rollup {
  const sum = (read: (outcome: GroupOutcome) => number): number =>
    outcomes.reduce((total, outcome) => total + read(outcome), 0);
  return {
    policy: group.name,
    groups: outcomes.length,
    events: sum((outcome) => outcome.events),
    messages: sum((outcome) => outcome.messages),
    members: sum((outcome) => outcome.members.atEnd),
    tiers: group.tiers.map(({ name }, i) => ({
      tier: name,
      members: sum((outcome) => outcome.tiers[i]?.members ?? 0),
    })),
    untiered: sum((outcome) => outcome.untiered.members),
    mixes: group.content.mixes.map((mix, i) => ({
      period: mix.period,
      shares: mix.shares.map(({ category, share }, j) => ({
        category,
        target: share,
        messages: sum((outcome) => outcome.content.mixes[i]?.shares[j]?.messages ?? 0),
      })),
      messages: sum((outcome) => outcome.content.mixes[i]?.messages ?? 0),
      kept: sum((outcome) => outcome.content.mixes[i]?.kept ?? 0),
      missed: sum((outcome) => outcome.content.mixes[i]?.missed ?? 0),
    })),
    caps: group.content.caps.map(({ category, period }, i) => ({
      category,
      period,
      exceeded: sum((outcome) => outcome.content.caps[i]?.exceeded ?? 0),
    })),
    bans: group.content.bans.map(({ lexicon }, i) => ({
      lexicon,
      messages: sum((outcome) => outcome.content.bans[i]?.evidence.count ?? 0),
    })),
    health: group.health.map(({ name }, i) => ({
      dimension: name,
      breaches: sum((outcome) => outcome.health[i]?.breaches.length ?? 0),
      groupsInBreachAtEnd: sum((outcome) => (outcome.health[i]?.byDay.at(-1) === 'breach' ? 1 : 0)),
    })),
    risks: group.risks.map(({ name }, i) => ({
      risk: name,
      incidents: sum((outcome) => outcome.risks[i]?.incidents.length ?? 0),
      escalated: sum((outcome) => outcome.risks[i]?.escalated ?? 0),
      openAtEnd: sum((outcome) => outcome.risks[i]?.openAtEnd ?? 0),
    })),
    actions: actionSums(policy, outcomes),
    stages: (group.lifecycle?.stages ?? []).map(({ name }) => ({
      stage: name,
      groups: sum((outcome) => (outcome.lifecycle?.current === name ? 1 : 0)),
    })),
  };
}

function actionSums(policy: Policy, outcomes: readonly GroupOutcome[]): Rollup['actions'] {
  const sums = new Map<string, { count: number; prevented: number }>();
  for (const { action, count, prevented } of outcomes.flatMap((outcome) => outcome.actions.byAction)) {
    const sum = sums.get(action) ?? { count: 0, prevented: 0 };
    sums.set(action, { count: sum.count + count, prevented: sum.prevented + prevented });
  }
  return policy.actions.flatMap(({ name }) => {
    const sum = sums.get(name);
    return sum === undefined ? [] : [{ action: name, ...sum }];
  });
}
