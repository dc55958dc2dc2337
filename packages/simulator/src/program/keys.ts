/**
 * Keys of a group's stages: everything that a stage's result depends on besides the log and its roster, as text. Two policies with an equal
 * key get an equal result, so a resident simulation keeps it.
 */
import type { ActionDefinition, GroupPolicy } from '@steward/policy';
import { canonical } from './clauses.ts';

export interface StageKeys {
  categories: string;
  /** All tiers together, and the condition of each. */
  tiers: string;
  truths: string[];
  /** By dimension. */
  health: string[];
  risks: string;
  lifecycle: string;
  members: string;
  mixes: string[];
  caps: string[];
  bans: string[];
  slots: string[];
  /** What campaigns are, besides what starts and pauses them. */
  campaigns: string;
  /** What bans and risks ask for. */
  calls: string;
  /** Everything that acts or is acted on. */
  acts: string;
}

export function stageKeys(group: GroupPolicy, actions: readonly ActionDefinition[]): StageKeys {
  const { content, timezone, founded } = group;
  const categories = canonical(content.categories.map(({ name, label, when }) => ({ name, label, when })));
  /** Conditions know the zone, the founding and, where they look at them, the categories. */
  const judged = (stage: string, what: unknown): string => {
    const text = canonical(what);
    return `${stage} ${timezone} ${founded} ${text.includes('"field":"category"') ? categories : ''} ${text}`;
  };
  const counted = (stage: string, what: unknown): string => `${stage} ${timezone} ${categories} ${canonical(what)}`;
  const keys: Omit<StageKeys, 'acts'> = {
    categories: `categories ${categories}`,
    tiers: judged(
      'tiers',
      group.tiers.map(({ name, when, grace, tasks, actions }) => ({
        name,
        when,
        grace,
        tasks,
        acts: actions.length > 0,
      })),
    ),
    truths: group.tiers.map((tier) => judged('truths', tier.when)),
    health: group.health.map(({ name, goals, responses }) =>
      judged('health', { name, goals, responses: responses.map((response) => response.for) }),
    ),
    risks: judged('risks', {
      risks: group.risks.map(({ actions, ...risk }) => risk),
      duty: group.duty,
    }),
    lifecycle: judged('lifecycle', group.lifecycle),
    members: `members ${timezone} ${canonical([group.capacity, group.nickname])}`,
    mixes: content.mixes.map((mix) => counted('mix', mix)),
    caps: content.caps.map((cap) => counted('cap', cap)),
    bans: content.bans.map(({ lexicon, words }) => `ban ${canonical({ lexicon, words })}`),
    slots: content.slots.map((slot) => counted('slot', slot)),
    campaigns: judged('campaigns', {
      campaigns: group.campaigns,
      cadence: group.cadence,
      actions,
    }),
    calls: `calls ${timezone} ${canonical([
      content.bans.map(({ lexicon, words, actions: calls }) => ({ lexicon, words, calls })),
      group.risks.map((risk) => risk.actions),
    ])}`,
  };
  const { tiers, health, risks, campaigns } = keys;
  const calls = `${risks} ${keys.calls}`;
  const others = canonical([
    group.tiers.map((tier) => tier.actions),
    group.health.map(({ responses }) => responses.map((response) => response.actions)),
  ]);
  return { ...keys, calls, acts: `acts ${others} ${tiers} ${health.join(' ')} ${campaigns} ${calls}` };
}
