/** Lowers a group: its properties and its members. */
import type { EventCondition, GroupPolicy } from '@steward/policy';
import type { Member } from '../compose/members.ts';
import type * as ast from '../generated/ast.ts';
import { basesOf } from '../linking/inheritance.ts';
import type { Host } from '../linking/symbols.ts';
import { isUndeclared } from '../linking/undeclared-categories.ts';
import { normalizeMoment, patternOf } from '../types/values.ts';
import type { Environment, LowerContext } from './environment.ts';
import { GroupCategories } from './environment.ts';
import { lowerEventCondition } from './events.ts';
import * as sections from './sections.ts';

const DEFAULT_TIMEZONE = 'Asia/Shanghai';

export function lowerGroup(group: ast.Group, context: LowerContext): GroupPolicy[] {
  if (group.name === undefined || group.kind === undefined) return [];
  const members = context.composer.compose(group).members;
  const categories = new GroupCategories(ofType(members, 'Category'));
  const environment: Environment = { context, scope: 'group', window: { kind: 'all' }, categories };
  const lowered = lowerMembers(members, environment);
  return [{ ...sections.named(group, environment), kind: group.kind, ...lowerProperties(group, context), ...lowered }];
}

/** Policies of the entry file that no group extends. Their contents are checked as well. */
export function draftsOf(context: LowerContext): ast.Policy[] {
  const elements = context.files.flatMap((file) => file.model.elements);
  const taken = new Set<Host>();
  const take = (host: Host): void => {
    if (taken.has(host)) return;
    taken.add(host);
    for (const base of basesOf(host)) take(base);
  };
  for (const element of elements) if (element.$type === 'Group') take(element);
  const own = (context.files[0]?.model.elements ?? []).filter((element) => element.$type === 'Policy');
  for (const policy of own) for (const base of basesOf(policy)) take(base);
  return own.filter((policy) => policy.name !== undefined && !taken.has(policy));
}

/** Lowers a policy as an otherwise empty group that extends it. The result is not part of the Policy. */
export function lowerDraft(policy: ast.Policy, context: LowerContext): GroupPolicy {
  const members = context.composer.compose(policy).members;
  const categories = new GroupCategories(ofType(members, 'Category'));
  const environment: Environment = { context, scope: 'group', window: { kind: 'all' }, categories };
  return {
    ...sections.named(policy, environment),
    kind: 'interest',
    ...NO_PROPERTIES,
    match: [],
    ...lowerMembers(members, environment),
  };
}

type Properties = Pick<
  GroupPolicy,
  'match' | 'platform' | 'timezone' | 'capacity' | 'purpose' | 'nickname' | 'founded' | 'roster' | 'sample' | 'places'
>;

const NO_PROPERTIES: Omit<Properties, 'match'> = {
  platform: null,
  timezone: DEFAULT_TIMEZONE,
  capacity: null,
  purpose: null,
  nickname: null,
  founded: null,
  roster: null,
  sample: null,
};

function lowerProperties(group: ast.Group, context: LowerContext): Properties {
  const places: NonNullable<Properties['places']> = { capacity: null, nickname: null };
  const result: Properties = { ...NO_PROPERTIES, match: [], places };
  for (const property of group.properties) {
    if (!context.sound(property)) continue;
    switch (property.$type) {
      case 'Match':
        result.match.push(...property.globs);
        break;
      case 'Platform':
        result.platform = property.value;
        break;
      case 'Timezone':
        result.timezone = property.value;
        break;
      case 'Capacity':
        result.capacity = property.value;
        places.capacity = { range: context.range(property) };
        break;
      case 'Purpose':
        result.purpose = property.value;
        break;
      case 'Nickname':
        result.nickname = patternOf(property.value);
        places.nickname = { range: context.range(property) };
        break;
      case 'Founded':
        result.founded = property.at.includes(':')
          ? normalizeMoment(property.at)
          : `${normalizeMoment(property.at)}T00:00`;
        break;
      case 'Roster':
        result.roster = context.path(property, property.path);
        break;
      case 'Sample':
        result.sample = { path: context.path(property, property.path), format: property.format ?? null };
        break;
    }
  }
  return result;
}

function lowerMembers(
  members: readonly Member[],
  environment: Environment,
): Omit<GroupPolicy, keyof Properties | 'kind' | 'name' | 'label' | 'range'> {
  const tiers = ofType(members, 'Tier').flatMap((tier) => sections.lowerTier(tier, environment));
  const mixes = ofType(members, 'Mix').flatMap((mix) => sections.lowerMix(mix, environment));
  const caps = ofType(members, 'Cap').flatMap((cap) => sections.lowerCap(cap, environment));
  const bans = ofType(members, 'Ban').flatMap((ban) => sections.lowerBan(ban, environment));
  const slots = ofType(members, 'Slot').flatMap((slot) => sections.lowerSlot(slot, environment));
  const health = ofType(members, 'Health').flatMap((dimension) => sections.lowerHealth(dimension, environment));
  const risks = ofType(members, 'Risk').flatMap((risk) => sections.lowerRisk(risk, environment));
  const campaigns = ofType(members, 'Campaign').flatMap((campaign) => sections.lowerCampaign(campaign, environment));
  const cadence = ofType(members, 'Cadence').flatMap((block) => sections.lowerCadence(block, environment));
  const lifecycle =
    ofType(members, 'Lifecycle')
      .map((block) => sections.lowerLifecycle(block, environment))
      .at(0) ?? null;
  const duty = ofType(members, 'Duty').flatMap((block) => sections.lowerDuty(block, environment));
  // Comes last: only now do we know which file-level categories the group refers to.
  const categories = lowerCategories(ofType(members, 'Category'), environment);
  return {
    tiers,
    content: { categories, mixes, caps, bans, slots },
    health,
    risks,
    campaigns,
    cadence,
    lifecycle,
    duty,
  };
}

/** The group's own categories, then the file-level ones it refers to in file and source order, then those that only mixes name. */
function lowerCategories(own: readonly ast.Category[], environment: Environment): GroupPolicy['content']['categories'] {
  const { context, categories } = environment;
  const shared = context.files.flatMap((file) => file.model.elements).filter((element) => element.$type === 'Category');
  const adopted = shared.filter((category) => categories.adopted.get(category.name) === category);
  const undeclared = [...categories.adopted.values()].filter(isUndeclared);
  return [...own, ...adopted, ...undeclared].flatMap((category) => {
    const when = lowerCategory(category, environment);
    return when === null ? [] : [{ ...sections.named(category, environment), when }];
  });
}

/** A category without a condition contains the messages that the log labels with it, so its condition never holds. */
function lowerCategory(category: ast.Category, environment: Environment): EventCondition | null {
  const { context } = environment;
  if (!context.sound(category)) return null;
  if (category.condition !== undefined) return lowerEventCondition(category.condition, environment);
  return { kind: 'field-in', field: 'media', values: [], range: context.range(category) };
}

function ofType<T extends Member['$type']>(members: readonly Member[], type: T): Extract<Member, { $type: T }>[] {
  return members.filter((member): member is Extract<Member, { $type: T }> => member.$type === type);
}
