/** Assembles the outcomes of groups, in order and with their totals. */
import type { Policy } from '@steward/policy';
import { type GroupOutcome, type LogSummary, OUTCOME_FORMAT, type Outcome } from './outcome.ts';
import { rollUp } from './rollup.ts';

/** In any order. */
export function assemble(
  policy: Policy,
  log: LogSummary,
  groups: readonly GroupOutcome[],
  unbound: Outcome['unbound'],
): Outcome {
  const places = new Map(policy.groups.map((group, i) => [group.name, i]));
  const place = (outcome: GroupOutcome): number => places.get(outcome.policy) ?? places.size;
  const ordered = [...groups].sort((a, b) => place(a) - place(b) || byId(a.group, b.group));
  return {
    format: OUTCOME_FORMAT,
    log,
    groups: ordered,
    unbound: [...unbound].sort((a, b) => byId(a.group, b.group)),
    rollups: policy.groups.flatMap((group) => {
      const own = ordered.filter((outcome) => outcome.policy === group.name);
      return own.length === 0 ? [] : [rollUp(policy, group, own)];
    }),
  };
}

function byId(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
