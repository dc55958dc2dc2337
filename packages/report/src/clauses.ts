/**
 * Names of clauses that stay while the text around them changes: `Vip/tier/Core`, `Vip/health/activity`, `Vip/mix/week`, `Vip/cap/ads`.
 *
 * - One clause, one key: where two of a section would share a name, the later ones count on, `Vip/cap/ads#2`.
 * - Every list is as long, and in the order, of the policy's and of the outcome's own.
 */
import type { GroupPolicy } from '@steward/policy';

/** Keys of one group's clauses. */
export interface ClauseKeys {
  /** The group itself: its capacity, its nicknames. */
  group: string;
  tiers: string[];
  categories: string[];
  /** By period. */
  mixes: string[];
  /** By category. */
  caps: string[];
  /** By lexicon. */
  bans: string[];
  /** By label. */
  slots: string[];
  health: string[];
  risks: string[];
  campaigns: string[];
  /** By size of campaign. */
  cadence: string[];
  lifecycle: string;
  stages: string[];
}

export function clauseKeys(group: GroupPolicy): ClauseKeys {
  const keys = (section: string, names: readonly string[]): string[] => {
    const seen = new Map<string, number>();
    return names.map((name) => {
      const count = (seen.get(name) ?? 0) + 1;
      seen.set(name, count);
      return `${group.name}/${section}/${name}${count === 1 ? '' : `#${count}`}`;
    });
  };
  const named = (clauses: readonly { name: string }[]): string[] => clauses.map(({ name }) => name);
  const { content } = group;
  return {
    group: group.name,
    tiers: keys('tier', named(group.tiers)),
    categories: keys('category', named(content.categories)),
    mixes: keys(
      'mix',
      content.mixes.map(({ period }) => period),
    ),
    caps: keys(
      'cap',
      content.caps.map(({ category }) => category),
    ),
    bans: keys(
      'ban',
      content.bans.map(({ lexicon }) => lexicon),
    ),
    slots: keys(
      'slot',
      content.slots.map(({ label }) => label),
    ),
    health: keys('health', named(group.health)),
    risks: keys('risk', named(group.risks)),
    campaigns: keys('campaign', named(group.campaigns)),
    cadence: keys(
      'cadence',
      group.cadence.map(({ size }) => size),
    ),
    lifecycle: `${group.name}/lifecycle`,
    stages: keys('stage', named(group.lifecycle?.stages ?? [])),
  };
}
