/** Mixes, caps, bans and slots. */

import { plural, sentences } from '@steward/text';
import type { Period } from '@steward/time';
import { COUNTED_ZH, UNITS } from './units.ts';

export const CONTENT = sentences({
  content: { en: 'Content', zh: '内容' },
  mix: {
    en: (period: Period, tolerance: string) => `mix per ${period}, ±${tolerance}`,
    zh: (period, tolerance) => `内容配比，${UNITS.zh.per[period]}，容差 ±${tolerance}`,
  },
  mixHeader: sentences({
    category: { en: 'category', zh: '类别' },
    target: { en: 'target', zh: '目标' },
    actual: { en: 'actual', zh: '实际' },
    messages: { en: 'messages', zh: '条数' },
  }),
  mixVerdict: {
    en: (kept: string, judged: string, period: Period, unknown: number) =>
      `kept in ${kept} of ${UNITS.en.periods(judged, period)}${unknown > 0 ? `, ${unknown} undecided` : ''}`,
    zh: (kept, judged, period, unknown) =>
      `${UNITS.zh.periods(judged, period)}中 ${kept} ${COUNTED_ZH[period]}达标${unknown > 0 ? `，${unknown} ${COUNTED_ZH[period]}无法判断` : ''}`,
  },
  mixNever: { en: 'no period could be judged', zh: '没有可以判断的周期' },
  missed: { en: (dates: string) => `missed ${dates}`, zh: (dates) => `未达标：${dates}` },
  uncategorised: {
    en: (count: number, text: string, share: string) =>
      `${text} ${plural(count, 'message', 'messages')} (${share}) ${plural(count, 'has', 'have')} no category`,
    zh: (_, text, share) => `${text} 条消息（${share}）没有类别`,
  },
  categories: { en: 'categories', zh: '各类别' },
  cap: {
    en: (category: string, limit: string, period: Period) => `cap ${category} ≤ ${limit} per ${period}`,
    zh: (category, limit, period) => `上限 ${category} ≤ ${limit}，${UNITS.zh.per[period]}`,
  },
  capKept: {
    en: (judged: string, period: Period) => `kept in all ${UNITS.en.periods(judged, period)}`,
    zh: (judged, period) => `${UNITS.zh.periods(judged, period)}全部达标`,
  },
  capExceeded: {
    en: (exceeded: string, judged: string, period: Period) =>
      `exceeded in ${exceeded} of ${UNITS.en.periods(judged, period)}`,
    zh: (exceeded, judged, period) => `${UNITS.zh.periods(judged, period)}中超出 ${exceeded} ${COUNTED_ZH[period]}`,
  },
  capUnjudged: { en: 'no period could be judged', zh: '没有可以判断的周期' },
  ban: { en: (lexicon: string) => `ban ${lexicon}`, zh: (lexicon) => `禁用 ${lexicon}` },
  banNone: { en: 'no message holds a banned word', zh: '没有消息含禁用词' },
  banHits: {
    en: (messages: number, messagesText: string, members: number, membersText: string) =>
      `${messagesText} ${plural(messages, 'message', 'messages')} by ${membersText} ${plural(members, 'member', 'members')}`,
    zh: (_, messagesText, __, membersText) => `${membersText} 名成员的 ${messagesText} 条消息`,
  },
  slot: {
    en: (label: string, from: string, to: string, category: string) => `slot ${label} ${from}–${to} ${category}`,
    zh: (label, from, to, category) => `时段 ${label} ${from}–${to} ${category}`,
  },
  slotKept: {
    en: (kept: string, judged: string) => `kept on ${kept} of ${judged} days`,
    zh: (kept, judged) => `${judged} 天中 ${kept} 天按时发布`,
  },
  slotUnknown: { en: 'could not be judged', zh: '无法判断' },
});
