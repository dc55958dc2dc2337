/** Which policy group governs which group of an opened log, given the user's selection. */
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
  /** The policy group applied to the whole log because nothing matched. */
  everything: string | null;
}

export interface BindingRequest {
  /** Selected policy groups. */
  wanted: readonly GroupPolicy[];
  /** Groups of the log selected by id or name; empty = all. */
  logGroups: readonly string[];
  /** Whether a lone policy group may govern a log that does not match it, because the user named the log. */
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
    // Groups that were not selected do not lack rules.
    unbound: asked.filter((group) => !taken.has(group)),
    everything: force && bound.length > 0 ? single.name : null,
  };
}

export function isCalled(group: LogGroup, name: string): boolean {
  return group.group === name || group.groupName === name;
}
