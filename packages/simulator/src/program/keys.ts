/**
 * Keys of a group's stages: everything a stage's result depends on besides the log and its roster, as text. Equal keys give equal results,
 * which a resident simulation reuses.
 */
import { type ActionDefinition, type Condition, fieldsReadBy, type GroupPolicy, shapeKey } from '@steward/policy';

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
  /** Campaigns, without what starts and pauses them. */
  campaigns: string;
  /** The calls of bans and risks. */
  calls: string;
  /** All calls, and everything they act on. */
  acts: string;
}

export function stageKeys(group: GroupPolicy, actions: readonly ActionDefinition[]): StageKeys {
  const { content, timezone, founded } = group;
  const categories = shapeKey(content.categories.map(({ name, label, when }) => ({ name, label, when })));
  /** Conditions depend on the zone, the founding and, if they read them, the categories. */
  const judged = (stage: string, what: unknown, conditions: readonly (Condition | null)[]): string => {
    const looksAtThem = conditions.some((when) => when !== null && fieldsReadBy(when).includes('category'));
    return `${stage} ${timezone} ${founded} ${looksAtThem ? categories : ''} ${shapeKey(what)}`;
  };
  const { tiers: ladder, health: dimensions, risks: declared, lifecycle, campaigns: plans } = group;
  const counted = (stage: string, what: unknown): string => `${stage} ${timezone} ${categories} ${shapeKey(what)}`;
  const keys: Omit<StageKeys, 'acts'> = {
    categories: `categories ${categories}`,
    tiers: judged(
      'tiers',
      ladder.map(({ name, when, grace, tasks, actions: calls }) => ({
        name,
        when,
        grace,
        tasks,
        acts: calls.length > 0,
      })),
      ladder.flatMap(({ when, tasks }) => [when, ...tasks.map((task) => task.when)]),
    ),
    truths: ladder.map(({ when }) => judged('truths', when, [when])),
    health: dimensions.map(({ name, goals, responses }) =>
      judged(
        'health',
        { name, goals, responses: responses.map(({ actions: calls, ...response }) => response) },
        goals.map(({ when }) => when),
      ),
    ),
    risks: judged(
      'risks',
      { risks: declared.map(({ actions: calls, ...risk }) => risk), duty: group.duty },
      declared.map(({ when }) => when),
    ),
    lifecycle: judged(
      'lifecycle',
      lifecycle,
      (lifecycle?.stages ?? []).map(({ when }) => when),
    ),
    members: `members ${timezone} ${shapeKey([group.capacity, group.nickname])}`,
    mixes: content.mixes.map((mix) => counted('mix', mix)),
    caps: content.caps.map((cap) => counted('cap', cap)),
    bans: content.bans.map(({ lexicon, words }) => `ban ${shapeKey({ lexicon, words })}`),
    slots: content.slots.map((slot) => counted('slot', slot)),
    campaigns: judged(
      'campaigns',
      { campaigns: plans, cadence: group.cadence, actions },
      plans.flatMap(({ goals }) => goals.map(({ when }) => when)),
    ),
    calls: `calls ${timezone} ${shapeKey([
      content.bans.map(({ lexicon, words, actions: calls }) => ({ lexicon, words, calls })),
      group.risks.map((risk) => risk.actions),
    ])}`,
  };
  const { tiers, health, risks, campaigns } = keys;
  const calls = `${risks} ${keys.calls}`;
  const others = shapeKey([
    group.tiers.map((tier) => tier.actions),
    group.health.map(({ responses }) => responses.map((response) => response.actions)),
  ]);
  return { ...keys, calls, acts: `acts ${others} ${tiers} ${health.join(' ')} ${campaigns} ${calls}` };
}
