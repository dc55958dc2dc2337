/**
 * Options that suit a policy's group, so that a policy can be tried without any data: the log has the group's name and time zone, its
 * categories, slots and campaigns by name, and words of its banned lexicons, and starts before its first planned campaign.
 */
import { addDays } from '@steward/time';
import { syntheticOptions } from './options.ts';
import type { Occasion, SyntheticKind, SyntheticLanguage } from './phrases.ts';
import { defaultCampaigns, defaultCategories, defaultStaff } from './presets.ts';
import type {
  CampaignPlan,
  CampaignTimes,
  CategoryShare,
  Staff,
  SyntheticChoices,
  SyntheticOptions,
} from './settings.ts';

/** The parts of a policy's group that matter here. A `GroupPolicy` of `@steward/policy` is one. */
export interface PolicyGroup {
  name: string;
  label: string | null;
  kind: SyntheticKind;
  match: readonly string[];
  timezone: string;
  nickname: { pattern: string; ignoreCase: boolean } | null;
  founded: string | null;
  capacity: number | null;
  content: {
    categories: readonly { name: string; label: string | null }[];
    mixes: readonly { shares: readonly { category: string; share: Ratio }[] }[];
    caps: readonly { category: string; share: Ratio }[];
    bans: readonly { words: readonly string[] }[];
    slots: readonly { from: number; to: number; category: string }[];
  };
  risks: readonly { name: string }[];
  campaigns: readonly PolicyCampaign[];
}

export interface PolicyCampaign {
  name: string;
  size: CampaignPlan['size'];
  phases: readonly { name: string; duration: { amount: number; unit: 's' | 'min' | 'h' | 'd' | 'w' } }[];
  starts: readonly CampaignTimes[];
}

export interface Ratio {
  numerator: number;
  denominator: number;
}

/**
 * @param roles the policy's roles; members with a role become the log's staff
 * @param choices override what the policy suggests
 */
export function syntheticOptionsFor(
  group: PolicyGroup,
  roles: readonly { members: readonly string[] }[] = [],
  choices: SyntheticChoices = {},
): SyntheticOptions {
  const name = group.label ?? group.name;
  const language = choices.language ?? (/[\u3400-\u9fff]/.test(name) ? 'zh' : 'en');
  const categories = categoriesOf(group);
  const advertising = categories.find((category) => category.occasion === 'ad');
  const days = choices.days ?? 90;
  return syntheticOptions({
    members: Math.min(USUAL_MEMBERS, group.capacity ?? USUAL_MEMBERS),
    kind: group.kind,
    language,
    start: startFor(group),
    timezone: group.timezone,
    group: { id: idFor(group), name },
    staff: staffOf(roles, language),
    nicknames: wantsCity(group) ? 'city' : 'plain',
    categories,
    slots: group.content.slots.map((slot) => ({ from: slot.from, to: slot.to, category: slot.category, kept: 0.9 })),
    campaigns: group.campaigns.length === 0 ? defaultCampaigns(language) : group.campaigns.flatMap(campaignOf),
    spam: {
      day: Math.max(1, Math.floor(days * 0.4)),
      posts: 8,
      words: group.content.bans.flatMap((ban) => ban.words).slice(0, MANY_WORDS),
      about: advertising?.name ?? 'ad',
    },
    slips: { words: group.content.bans.flatMap((ban) => ban.words).slice(0, MANY_WORDS), share: 0.002 },
    crisis: {
      day: Math.max(1, Math.floor(days * 0.7)),
      share: 0.25,
      about: language === 'en' ? 'delivery' : '发货',
      resolves: group.risks.map((risk) => risk.name),
    },
    ...choices,
  });
}

const MANY_WORDS = 20;
const MANY_STAFF = 8;

/** The people with roles replace the usual staff; owner and bot stay. */
function staffOf(roles: readonly { members: readonly string[] }[], language: SyntheticLanguage): Staff[] {
  const usual = defaultStaff(language);
  const names = [...new Set(roles.flatMap((role) => role.members))].slice(0, MANY_STAFF);
  if (names.length === 0) return usual;
  return [
    ...usual.filter((person) => person.role !== 'staff'),
    ...names.map((name): Staff => ({ name, role: 'staff' })),
  ];
}

/** The first glob with its wildcards filled in, so that the group matches itself; else the name. */
function idFor(group: PolicyGroup): string {
  const glob = group.match[0];
  if (glob === undefined) return group.name;
  return glob.replaceAll('*', '01').replaceAll('?', '1');
}

/** Enough to fill every tier, few enough for a quick run. */
const USUAL_MEMBERS = 80;
const DEFAULT_START = '2025-03-03';
const LEAD_DAYS = 35;

/** Five weeks before the first campaign with a date, so that windows of a month are covered, but not before the group was founded. */
function startFor(group: PolicyGroup): string {
  const planned = group.campaigns
    .flatMap((campaign) => campaign.starts)
    .flatMap((start) => (start.kind === 'once' ? [start.at.slice(0, 10)] : []))
    .sort()[0];
  const wanted = planned === undefined ? DEFAULT_START : addDays(planned, -LEAD_DAYS);
  const founded = group.founded?.slice(0, 10) ?? wanted;
  return founded.localeCompare(wanted) > 0 ? founded : wanted;
}

/** Whether `上海-小鹿` matches the group's format while a plain name does not. */
function wantsCity(group: PolicyGroup): boolean {
  if (group.nickname === null) return false;
  try {
    const format = new RegExp(group.nickname.pattern, group.nickname.ignoreCase ? 'iu' : 'u');
    return format.test('上海-小鹿1') && !format.test('小鹿1');
  } catch {
    // A pattern that RE2 accepts but JavaScript does not: plain names will do.
    return false;
  }
}

const USUAL: readonly (readonly [RegExp, Occasion])[] = [
  [/^ads?$|advert|promo|广告|推广|硬广/i, 'ad'],
  [/insight|guide|lesson|course|how|干货|攻略|知识|课/i, 'insight'],
  [/notice|announce|event|deal|sale|通知|公告|活动|预告|秒杀/i, 'notice'],
  [/ugc|member|share|homework|晒|打卡|作业|原创/i, 'ugc'],
  [/light|game|fun|poll|轻|互动|游戏/i, 'light'],
  [/question|q&a|ask|问|答/i, 'question'],
];
/** Share of a category that no mix or cap mentions. */
const SOME = 0.08;

function categoriesOf(group: PolicyGroup): CategoryShare[] {
  const { categories, mixes, caps } = group.content;
  if (categories.length === 0) return defaultCategories(group.kind);
  const shares = new Map(
    mixes.flatMap((mix) => mix.shares.map((share) => [share.category, ratio(share.share)] as const)),
  );
  const limits = new Map(caps.map((cap) => [cap.category, ratio(cap.share)]));
  return categories.map(({ name, label }) => ({
    name,
    occasion: occasionOf(name, label),
    share: shares.get(name) ?? (limits.get(name) ?? 2 * SOME) / 2,
    words: [],
    // The policy's conditions may look for other words than ours, so rows carry the category as a label.
    labelled: true,
  }));
}

function occasionOf(name: string, label: string | null): Occasion {
  const found = USUAL.find(([pattern]) => pattern.test(name)) ?? USUAL.find(([pattern]) => pattern.test(label ?? ''));
  return found?.[1] ?? 'chat';
}

const MINUTES = { s: 1 / 60, min: 1, h: 60, d: 1_440, w: 10_080 } as const;
const PARTICIPATION: Readonly<Record<CampaignPlan['size'], number>> = { large: 0.42, medium: 0.3, light: 0.07 };

/** Campaigns without a planned start are started by rules, not by the log. */
function campaignOf(campaign: PolicyCampaign): CampaignPlan[] {
  if (campaign.starts.length === 0) return [];
  const lengthOf = (name: string): number =>
    campaign.phases
      .filter((phase) => phase.name === name)
      .reduce((sum, phase) => sum + phase.duration.amount * MINUTES[phase.duration.unit], 0);
  return [
    {
      name: campaign.name,
      size: campaign.size,
      starts: campaign.starts,
      burst: { after: lengthOf('preheat'), length: Math.max(lengthOf('burst'), 30) },
      participation: PARTICIPATION[campaign.size],
      held: 0.9,
    },
  ];
}

function ratio(value: Ratio): number {
  return value.numerator / value.denominator;
}
