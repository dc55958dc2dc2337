/** Defaults for a log of each kind of group. */

import type { SyntheticKind, SyntheticLanguage } from './phrases.ts';
import type { CampaignPlan, CategoryShare, PostingSlot, Rates, Staff } from './settings.ts';

export const RATES: Readonly<Record<SyntheticKind, Rates>> = {
  service: {
    messages: 0.9,
    posts: 16,
    answers: 0.85,
    reads: 0.55,
    clicks: 0.3,
    reactions: 0.12,
    shares: 0.02,
    checkins: 0.03,
    purchases: 0.18,
    complaints: 0.0008,
    recalls: 0.008,
    joins: 0.25,
    leaves: 0.08,
    fades: 0.15,
  },
  interest: {
    messages: 2.2,
    posts: 20,
    answers: 0.4,
    reads: 0.45,
    clicks: 0.18,
    reactions: 0.25,
    shares: 0.03,
    checkins: 0.08,
    purchases: 0.04,
    complaints: 0.0004,
    recalls: 0.01,
    joins: 0.3,
    leaves: 0.1,
    fades: 0.2,
  },
  knowledge: {
    messages: 1.1,
    posts: 14,
    answers: 0.9,
    reads: 0.5,
    clicks: 0.35,
    reactions: 0.1,
    shares: 0.015,
    checkins: 0.3,
    purchases: 0.02,
    complaints: 0.0003,
    recalls: 0.01,
    joins: 0.15,
    leaves: 0.06,
    fades: 0.25,
  },
  conversion: {
    messages: 0.7,
    posts: 24,
    answers: 0.6,
    reads: 0.4,
    clicks: 0.4,
    reactions: 0.05,
    shares: 0.03,
    checkins: 0.1,
    purchases: 0.3,
    complaints: 0.001,
    recalls: 0.006,
    joins: 0.4,
    leaves: 0.25,
    fades: 0.15,
  },
};

/** 40% insight, 30% notices, 20% by members, 10% games, and some ads besides. */
export function defaultCategories(kind: SyntheticKind): CategoryShare[] {
  const advertising = kind === 'conversion' ? 0.16 : 0.08;
  const shares = [
    ['insight', 0.4],
    ['notice', 0.3],
    ['ugc', 0.2],
    ['light', 0.1],
    ['ad', advertising],
  ] as const;
  return shares.map(([name, share]) => ({ name, occasion: name, share, words: [], labelled: false }));
}

/** Something useful in the morning, an offer at noon, a live session in the evening. */
export function defaultSlots(): PostingSlot[] {
  return [
    { from: 7 * 60, to: 9 * 60, category: 'insight', kept: 0.95 },
    { from: 12 * 60, to: 13 * 60, category: 'notice', kept: 0.9 },
    { from: 20 * 60, to: 21 * 60 + 30, category: 'notice', kept: 0.85 },
  ];
}

export function defaultStaff(language: SyntheticLanguage): Staff[] {
  if (language === 'en') {
    return [
      { name: 'Alice', role: 'owner' },
      { name: 'Ben', role: 'staff' },
      { name: 'Chloe', role: 'staff' },
      { name: 'Butler', role: 'bot' },
    ];
  }
  return [
    { name: '群主老周', role: 'owner' },
    { name: '小美', role: 'staff' },
    { name: '阿强', role: 'staff' },
    { name: '群管家', role: 'bot' },
  ];
}

const DAY = 24 * 60;

/** One large campaign a month, two medium ones a week, three light ones a day. */
export function defaultCampaigns(language: SyntheticLanguage): CampaignPlan[] {
  const [large, medium, light] =
    language === 'en' ? ['Anniversary', 'Quiz', 'Red packet chain'] : ['周年庆', '答题闯关', '红包接龙'];
  return [
    {
      name: large,
      size: 'large',
      starts: [{ kind: 'monthly', days: [18], times: [10 * 60] }],
      burst: { after: 2 * DAY, length: DAY },
      participation: 0.42,
      held: 1,
    },
    {
      name: medium,
      size: 'medium',
      starts: [{ kind: 'weekly', weekdays: [2, 5], times: [20 * 60] }],
      burst: { after: 0, length: 120 },
      participation: 0.25,
      held: 0.85,
    },
    {
      name: light,
      size: 'light',
      starts: [{ kind: 'daily', times: [10 * 60, 16 * 60, 21 * 60] }],
      burst: { after: 0, length: 30 },
      participation: 0.07,
      held: 0.85,
    },
  ];
}

/** What strangers advertise. */
export function defaultSpam(language: SyntheticLanguage): string[] {
  return language === 'en' ? ['casino bonus', 'cheap loans'] : ['兼职', '代开发票'];
}
