import { sentences } from '@steward/text';
import { chineseDuration } from '@steward/time';

const EN_UNITS: Readonly<Record<string, string>> = { s: 'second', min: 'minute', h: 'hour', d: 'day', w: 'week' };

function parts(written: string): { amount: string; unit: string } {
  const [, amount = written, unit = ''] = /^(\d+)([a-z]+)$/.exec(written) ?? [];
  return { amount, unit };
}

/** 1 → 1st, 22 → 22nd, 13 → 13th. The rules are made here, because a start-up snapshot cannot hold them. */
function ordinal(day: string): string {
  const form = new Intl.PluralRules('en', { type: 'ordinal' }).select(Number(day));
  return `${day}${ORDINAL_ENDINGS[form]}`;
}

const ORDINAL_ENDINGS: Readonly<Record<Intl.LDMLPluralRule, string>> = {
  zero: 'th',
  one: 'st',
  two: 'nd',
  few: 'rd',
  many: 'th',
  other: 'th',
};

/** Makes the first noun singular: “messages of Spam” → “message of Spam”, “active days” → “active day”. */
function singular(noun: string): string {
  return noun.replace(/(?<=\w)(?<!s)s(?= (?:of|with) |$)/, '').replace(/ie(?= |$)/, 'y');
}

export const CARD_WORDS = sentences({
  generated: {
    en: (file: string) => `Written by \`steward docs\` from ${file}: change the rules, not this page.`,
    zh: (file) => `由 \`steward docs\` 根据 ${file} 生成：要改请改规则，不要改这一页。`,
  },
  purpose: { en: (text: string) => text, zh: (text) => text },
  upTo: {
    en: (members: string) => `Up to ${members} member${members === '1' ? '' : 's'}.`,
    zh: (members) => `本群最多 ${members} 人。`,
  },
  nickname: {
    en: (shape: string | null) =>
      shape === null ? 'Please keep to the group’s form of names.' : `Please call yourself like this: ${shape}`,
    zh: (shape) => (shape === null ? '请按本群的格式设置群昵称。' : `群昵称请写成：${shape}`),
  },
  section: sentences({
    rules: { en: 'Group rules', zh: '群规' },
    welcome: { en: 'What belongs here', zh: '这里聊什么' },
    unwelcome: { en: 'What does not', zh: '请不要' },
    unwelcomeAlone: { en: 'What does not belong here', zh: '请不要' },
    tiers: { en: 'Tiers and what they bring', zh: '成员等级和权益' },
    calendar: { en: 'What is on', zh: '活动日历' },
    whom: { en: 'Whom to ask', zh: '有事找谁' },
  }),
  list: { en: ', ', zh: '、' },
  /** `7d` → 7 days. */
  duration: {
    en: (written: string) => {
      const { amount, unit } = parts(written);
      return `${amount} ${EN_UNITS[unit] ?? unit}${amount === '1' ? '' : 's'}`;
    },
    zh: (written) => chineseDuration(written).replace(/^\d+/, '$& '),
  },
  inLast: { en: (length: string) => `in the last ${length}`, zh: (length) => `近 ${length}` },
  each: sentences({
    hour: { en: 'in an hour', zh: '每小时' },
    day: { en: 'in a day', zh: '每天' },
    week: { en: 'in a week', zh: '每周' },
    month: { en: 'in a month', zh: '每月' },
  }),
  together: { en: (text: string) => `(${text})`, zh: (text) => `（${text}）` },
  and: { en: (left: string, right: string) => `${left}, and ${right}`, zh: (left, right) => `${left}，并且${right}` },
  or: { en: (left: string, right: string) => `${left}, or ${right}`, zh: (left, right) => `${left}，或者${right}` },
  either: {
    en: (names: readonly string[]) => names.map((name) => `“${name}”`).join(' or '),
    zh: (names) => names.map((name) => `「${name}」`).join('或'),
  },
  rank: {
    en: (direction: 'top' | 'bottom', cut: string, noun: string, window: string) =>
      `among the ${direction} ${cut} by ${[noun, window].filter(Boolean).join(' ')}`,
    zh: (direction, cut, noun, window) => `${window}${noun}排${direction === 'top' ? '前' : '后'} ${cut}`,
  },
  bound: sentences({
    '<': { en: (value: string) => `less than ${value}`, zh: (value) => `少于 ${value}` },
    '<=': { en: (value: string) => `at most ${value}`, zh: (value) => `至多 ${value}` },
    '>': { en: (value: string) => `more than ${value}`, zh: (value) => `超过 ${value}` },
    '>=': { en: (value: string) => `at least ${value}`, zh: (value) => `至少 ${value}` },
    '==': { en: (value: string) => `exactly ${value}`, zh: (value) => `正好 ${value}` },
    '!=': { en: (value: string) => `anything but ${value}`, zh: (value) => `不是 ${value}` },
  }),
  /** @param isOne whether the amount is exactly one, so that the noun is singular */
  counted: {
    en: (amount: string, noun: string, window: string, isOne: boolean) =>
      [amount, isOne ? singular(noun) : noun, window].filter(Boolean).join(' '),
    zh: (amount, noun, window) => `${window}${noun}${amount}`,
  },
  measured: {
    en: (noun: string, window: string, amount: string) => [noun, window, amount].filter(Boolean).join(' '),
    zh: (noun, window, amount) => `${window}${noun}${amount}`,
  },
  countOf: {
    en: (signal: string, what: string) => `${signal}s${what === '' ? '' : ` of ${what}`}`,
    zh: (signal, what) => `${what}${signal}数`,
  },
  daysOf: {
    en: (signal: string, what: string) => `days with a ${signal}${what === '' ? '' : ` of ${what}`}`,
    zh: (signal, what) => `有${what}${signal}的天数`,
  },
  sinceLast: {
    en: (signal: string, what: string) => `time since the last ${signal}${what === '' ? '' : ` of ${what}`}`,
    zh: (signal, what) => `距上次${what}${signal}`,
  },
  intrinsic: sentences({
    members: { en: 'members of the group', zh: '群人数' },
    age: { en: 'age of the group', zh: '群龄' },
    tenure: { en: 'time in the group', zh: '入群时长' },
    opening_members: { en: 'members at the start', zh: '期初人数' },
    retained_members: { en: 'members who stayed', zh: '留存人数' },
  }),

  share: {
    en: (category: string, share: string) => `about ${share} ${category}`,
    zh: (category, share) => `${category}约 ${share}`,
  },
  mix: {
    en: (period: string, shares: string) => `What is posted ${period}: ${shares}`,
    zh: (period, shares) => `${period}的内容：${shares}`,
  },
  slot: {
    en: (from: string, to: string, title: string, category: string) => `${from}–${to}: **${title}** (${category})`,
    zh: (from, to, title, category) => `${from}–${to} **${title}**（${category}）`,
  },
  cap: {
    en: (category: string, share: string, period: string) =>
      `${category}: no more than ${share} of what is posted ${period}`,
    zh: (category, share, period) => `${category}：${period}不超过全部发言的 ${share}`,
  },
  ban: { en: (lexicon: string) => `Words of “${lexicon}”`, zh: (lexicon) => `含「${lexicon}」的内容` },
  consequences: { en: (list: string) => `Whoever does it anyway: ${list}.`, zh: (list) => `违反的话：${list}。` },
  consequence: sentences({
    warn: { en: 'a warning', zh: '警告' },
    recall: { en: 'the message is taken back', zh: '撤回消息' },
    kick: { en: 'removed from the group', zh: '移出群聊' },
  }),
  mute: {
    en: (length: string | null) => (length === null ? 'muted' : `muted for ${length}`),
    zh: (length) => (length === null ? '禁言' : `禁言 ${length}`),
  },

  tierColumns: {
    en: ['Tier', 'How to get there', 'What it brings'] as readonly [string, string, string],
    zh: ['等级', '怎样达到', '权益'],
  },
  everybody: { en: 'Everybody else', zh: '其他所有成员' },
  keeps: {
    en: (grace: string) => `kept for ${grace} when it is not so any more`,
    zh: (grace) => `达不到后保留 ${grace}`,
  },
  task: {
    en: (tier: string, title: string, how: string) => `To do in ${tier}: ${title} (${how})`,
    zh: (tier, title, how) => `${tier}的任务：${title}（${how}）`,
  },
  staff: {
    en: (role: string, members: string) => `**${role}** (${members})`,
    zh: (role, members) => `**${role}**（${members}）`,
  },
  nothing: { en: '–', zh: '–' },

  campaignColumns: {
    en: ['What', 'When', 'How long'] as readonly [string, string, string],
    zh: ['活动', '时间', '时长'],
  },
  daily: { en: (times: string) => `every day at ${times}`, zh: (times) => `每天 ${times}` },
  weekly: {
    en: (days: string, times: string) => `every ${days} at ${times}`,
    zh: (days, times) => `每${days} ${times}`,
  },
  monthly: {
    en: (days: string, times: string) => `every month on the ${days.split(', ').map(ordinal).join(', ')} at ${times}`,
    zh: (days, times) => `每月 ${days} 日 ${times}`,
  },
  weekday: {
    en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as readonly string[],
    zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  },
  unplanned: { en: 'now and then', zh: '不定期' },
  phase: sentences({
    preheat: { en: (length: string) => `announced ${length} before`, zh: (length) => `提前 ${length}预告` },
    burst: { en: (length: string) => `on for ${length}`, zh: (length) => `活动 ${length}` },
    sustain: { en: (length: string) => `goes on for ${length}`, zh: (length) => `延续 ${length}` },
  }),
  zone: { en: (name: string) => `Times are those of ${name}.`, zh: (name) => `时间为 ${name} 时区。` },
});

export type CardWords = (typeof CARD_WORDS)['en'];
