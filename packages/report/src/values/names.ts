/** Display names: labels first, and in Chinese the aliases of the prelude's words. */
import { labelFor, type Named, type Policy } from '@steward/policy';
import type { Catalogue } from '../locale/catalogue.ts';

/** Finds the declaration of a name in a policy group or among the shared ones. */
export interface Names {
  /** `核心用户`: the label, or the name without one. */
  short: (name: string) => string;
  /** `核心用户 Core`: both, if they differ. */
  full: (name: string) => string;
  action: (name: string) => string;
  signal: (name: string) => string;
}

interface Declared extends Named {
  alias?: string | null;
}

export function namesOf(policy: Policy, group: string, words: Catalogue): Names {
  const labels = new Map<string, string>();
  for (const declared of declarations(policy, group)) {
    const label = labelFor(declared, words.locale);
    if (label !== null && !labels.has(declared.name)) labels.set(declared.name, label);
  }
  const short = (name: string): string => labels.get(name) ?? name;
  const full = (name: string): string => {
    const label = labels.get(name);
    return label === undefined || label === name ? name : `${label} ${name}`;
  };
  const actions = spoken(policy.actions, words);
  const signals = spoken(policy.signals, words);
  return {
    short,
    full,
    action: (name) => actions.get(name) ?? name,
    signal: (name) => signals.get(name) ?? name,
  };
}

function declarations(policy: Policy, groupName: string): Named[] {
  const group = policy.groups.find((candidate) => candidate.name === groupName);
  const own: Named[] =
    group === undefined
      ? []
      : [
          ...group.tiers,
          ...group.content.categories,
          ...group.health,
          ...group.risks,
          ...group.campaigns,
          ...(group.lifecycle?.stages ?? []),
        ];
  return [...own, ...policy.groups, ...policy.lexicons, ...policy.roles, ...policy.tools, ...policy.scripts];
}

function spoken(declared: readonly Declared[], words: Catalogue): Map<string, string> {
  return new Map(
    declared.map((one) => {
      const alias = words.locale === 'zh' ? (one.alias ?? null) : null;
      return [one.name, labelFor(one, words.locale) ?? alias ?? one.name];
    }),
  );
}
