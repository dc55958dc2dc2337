/** Which policy group governs which group of an opened log, after what was asked for. */
import type { GroupPolicy, Policy } from '@steward/policy';
import { bindGroups } from './bind-groups.ts';

export interface LogGroup {
  group: string;
  groupName: string | null;
  events: number;
}

export interface Binding {
  bound: { group: LogGroup; policyGroup: string }[];
  unbound: LogGroup[];
  /** The policy group that took every group of the log because none matched. */
  everything: string | null;
}

export interface BindingRequest {
  /** Policy groups in play. */
  wanted: readonly GroupPolicy[];
  /** Groups of the log asked for by id or name; empty = all. */
  logGroups: readonly string[];
  /** Whether one group's rules may be applied to a log in which nothing matches it: the log was named, not found. */
  explicit: boolean;
}

export function bind(policy: Policy, groups: readonly LogGroup[], request: BindingRequest): Binding {
  const { wanted, logGroups, explicit } = request;
  const asked = groups.filter((group) => logGroups.length === 0 || logGroups.some((name) => isCalled(group, name)));
  const matched = bindGroups(policy, asked, { only: wanted.map((group) => group.name) });
  const [single] = wanted;
  const force = explicit && wanted.length === 1 && single !== undefined && matched.every((name) => name === null);
  const names = force ? bindGroups(policy, asked, { everything: single.name }) : matched;
  const bound = asked.flatMap((group, index) => {
    const policyGroup = names[index] ?? null;
    return policyGroup === null ? [] : [{ group, policyGroup }];
  });
  const taken = new Set(bound.map(({ group }) => group));
  return {
    bound,
    // Groups that nobody asked for are not missing rules.
    unbound: asked.filter((group) => !taken.has(group)),
    everything: force && bound.length > 0 ? single.name : null,
  };
}

export function isCalled(group: LogGroup, name: string): boolean {
  return group.group === name || group.groupName === name;
}
