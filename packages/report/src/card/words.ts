/** The sentences of a rule card, in both languages. Members read them, not operators. */
import type { ComparisonOperator, IntrinsicName, Period } from '@steward/policy';
import type { Locale } from '@steward/text';

export interface CardWords {
  generated: (file: string) => string;
  purpose: (text: string) => string;
  upTo: (members: string) => string;
  nickname: (shape: string | null) => string;
  section: Record<'rules' | 'welcome' | 'unwelcome' | 'unwelcomeAlone' | 'tiers' | 'calendar' | 'whom', string>;
  list: string;
  /** `7d` → 7 days. */
  duration: (written: string) => string;
  inLast: (length: string) => string;
  each: Record<Period, string>;
  together: (text: string) => string;
  and: (left: string, right: string) => string;
  or: (left: string, right: string) => string;
  either: (names: readonly string[]) => string;
  rank: (direction: 'top' | 'bottom', cut: string, noun: string, window: string) => string;
  bound: Record<ComparisonOperator, (value: string) => string>;
  /** @param isOne whether the amount is exactly one, so that the noun is singular */
  counted: (amount: string, noun: string, window: string, isOne: boolean) => string;
  measured: (noun: string, window: string, amount: string) => string;
  countOf: (signal: string, what: string) => string;
  daysOf: (signal: string, what: string) => string;
  sinceLast: (signal: string, what: string) => string;
  intrinsic: Record<IntrinsicName, string>;

  share: (category: string, share: string) => string;
  mix: (period: string, shares: string) => string;
  slot: (from: string, to: string, title: string, category: string) => string;
  cap: (category: string, share: string, period: string) => string;
  ban: (lexicon: string) => string;
  consequences: (list: string) => string;
  consequence: Record<'warn' | 'recall' | 'kick', string>;
  mute: (length: string | null) => string;

  tierColumns: readonly [string, string, string];
  everybody: string;
  keeps: (grace: string) => string;
  task: (tier: string, title: string, how: string) => string;
  staff: (role: string, members: string) => string;
  nothing: string;

  campaignColumns: readonly [string, string, string];
  daily: (times: string) => string;
  weekly: (days: string, times: string) => string;
  monthly: (days: string, times: string) => string;
  weekday: readonly string[];
  unplanned: string;
  phase: Record<'preheat' | 'burst' | 'sustain', (length: string) => string>;
  zone: (name: string) => string;
}

const EN_UNITS: Readonly<Record<string, string>> = { s: 'second', min: 'minute', h: 'hour', d: 'day', w: 'week' };
const ZH_UNITS: Readonly<Record<string, string>> = { s: '秒', min: '分钟', h: '小时', d: '天', w: '周' };

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

/** Of the first noun: “messages of Spam” → “message of Spam”, “active days” → “active day”. */
function singular(noun: string): string {
  return noun.replace(/(?<=\w)(?<!s)s(?= (?:of|with) |$)/, '').replace(/ie(?= |$)/, 'y');
}

const en: CardWords = {
  generated: (file) => `Written by \`steward docs\` from ${file}: change the rules, not this page.`,
  purpose: (text) => text,
  upTo: (members) => `Up to ${members} member${members === '1' ? '' : 's'}.`,
  nickname: (shape) =>
    shape === null ? 'Please keep to the group’s form of names.' : `Please call yourself like this: ${shape}`,
  section: {
    rules: 'Group rules',
    welcome: 'What belongs here',
    unwelcome: 'What does not',
    /** Where nothing stands before it that it could be the opposite of. */
    unwelcomeAlone: 'What does not belong here',
    tiers: 'Tiers and what they bring',
    calendar: 'What is on',
    whom: 'Whom to ask',
  },
  list: ', ',
  duration: (written) => {
    const { amount, unit } = parts(written);
    return `${amount} ${EN_UNITS[unit] ?? unit}${amount === '1' ? '' : 's'}`;
  },
  inLast: (length) => `in the last ${length}`,
  each: { hour: 'in an hour', day: 'in a day', week: 'in a week', month: 'in a month' },
  together: (text) => `(${text})`,
  and: (left, right) => `${left}, and ${right}`,
  or: (left, right) => `${left}, or ${right}`,
  either: (names) => names.map((name) => `“${name}”`).join(' or '),
  rank: (direction, cut, noun, window) =>
    `among the ${direction} ${cut} by ${[noun, window].filter(Boolean).join(' ')}`,
  bound: {
    '<': (value) => `less than ${value}`,
    '<=': (value) => `at most ${value}`,
    '>': (value) => `more than ${value}`,
    '>=': (value) => `at least ${value}`,
    '==': (value) => `exactly ${value}`,
    '!=': (value) => `anything but ${value}`,
  },
  counted: (amount, noun, window, isOne) => [amount, isOne ? singular(noun) : noun, window].filter(Boolean).join(' '),
  measured: (noun, window, amount) => [noun, window, amount].filter(Boolean).join(' '),
  countOf: (signal, what) => `${signal}s${what === '' ? '' : ` of ${what}`}`,
  daysOf: (signal, what) => `days with a ${signal}${what === '' ? '' : ` of ${what}`}`,
  sinceLast: (signal, what) => `time since the last ${signal}${what === '' ? '' : ` of ${what}`}`,
  intrinsic: {
    members: 'members of the group',
    age: 'age of the group',
    tenure: 'time in the group',
    opening_members: 'members at the start',
    retained_members: 'members who stayed',
  },

  share: (category, share) => `about ${share} ${category}`,
  mix: (period, shares) => `What is posted ${period}: ${shares}`,
  slot: (from, to, title, category) => `${from}–${to}: **${title}** (${category})`,
  cap: (category, share, period) => `${category}: no more than ${share} of what is posted ${period}`,
  ban: (lexicon) => `Words of “${lexicon}”`,
  consequences: (list) => `Who does it anyway: ${list}.`,
  consequence: { warn: 'a warning', recall: 'the message is taken back', kick: 'removed from the group' },
  mute: (length) => (length === null ? 'muted' : `muted for ${length}`),

  tierColumns: ['Tier', 'How to get there', 'What it brings'],
  everybody: 'Everybody else',
  keeps: (grace) => `kept for ${grace} when it is not so any more`,
  task: (tier, title, how) => `To do in ${tier}: ${title} (${how})`,
  staff: (role, members) => `**${role}** (${members})`,
  nothing: '–',

  campaignColumns: ['What', 'When', 'How long'],
  daily: (times) => `every day at ${times}`,
  weekly: (days, times) => `every ${days} at ${times}`,
  monthly: (days, times) => `every month on the ${days.split(', ').map(ordinal).join(', ')} at ${times}`,
  weekday: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  unplanned: 'now and then',
  phase: {
    preheat: (length) => `announced ${length} before`,
    burst: (length) => `on for ${length}`,
    sustain: (length) => `goes on for ${length}`,
  },
  zone: (name) => `Times are those of ${name}.`,
};

const zh: CardWords = {
  generated: (file) => `由 \`steward docs\` 根据 ${file} 生成：要改请改规则，不要改这一页。`,
  purpose: (text) => text,
  upTo: (members) => `本群最多 ${members} 人。`,
  nickname: (shape) => (shape === null ? '请按本群的格式设置群昵称。' : `群昵称请写成：${shape}`),
  section: {
    rules: '群规',
    welcome: '这里聊什么',
    unwelcome: '请不要',
    unwelcomeAlone: '请不要',
    tiers: '成员等级和权益',
    calendar: '活动日历',
    whom: '有事找谁',
  },
  list: '、',
  duration: (written) => {
    const { amount, unit } = parts(written);
    return `${amount} ${ZH_UNITS[unit] ?? unit}`;
  },
  inLast: (length) => `近 ${length}`,
  each: { hour: '每小时', day: '每天', week: '每周', month: '每月' },
  together: (text) => `（${text}）`,
  and: (left, right) => `${left}，并且${right}`,
  or: (left, right) => `${left}，或者${right}`,
  either: (names) => names.map((name) => `「${name}」`).join('或'),
  rank: (direction, cut, noun, window) => `${window}${noun}排${direction === 'top' ? '前' : '后'} ${cut}`,
  bound: {
    '<': (value) => `少于 ${value}`,
    '<=': (value) => `至多 ${value}`,
    '>': (value) => `超过 ${value}`,
    '>=': (value) => `至少 ${value}`,
    '==': (value) => `正好 ${value}`,
    '!=': (value) => `不是 ${value}`,
  },
  counted: (amount, noun, window) => `${window}${noun}${amount}`,
  measured: (noun, window, amount) => `${window}${noun}${amount}`,
  countOf: (signal, what) => `${what}${signal}数`,
  daysOf: (signal, what) => `有${what}${signal}的天数`,
  sinceLast: (signal, what) => `距上次${what}${signal}`,
  intrinsic: {
    members: '群人数',
    age: '群龄',
    tenure: '入群时长',
    opening_members: '期初人数',
    retained_members: '留存人数',
  },

  share: (category, share) => `${category}约 ${share}`,
  mix: (period, shares) => `${period}的内容：${shares}`,
  slot: (from, to, title, category) => `${from}–${to} **${title}**（${category}）`,
  cap: (category, share, period) => `${category}：${period}不超过全部发言的 ${share}`,
  ban: (lexicon) => `含「${lexicon}」的内容`,
  consequences: (list) => `违反的话：${list}。`,
  consequence: { warn: '警告', recall: '撤回消息', kick: '移出群聊' },
  mute: (length) => (length === null ? '禁言' : `禁言 ${length}`),

  tierColumns: ['等级', '怎样达到', '权益'],
  everybody: '其他所有成员',
  keeps: (grace) => `达不到后保留 ${grace}`,
  task: (tier, title, how) => `${tier}的任务：${title}（${how}）`,
  staff: (role, members) => `**${role}**（${members}）`,
  nothing: '–',

  campaignColumns: ['活动', '时间', '时长'],
  daily: (times) => `每天 ${times}`,
  weekly: (days, times) => `每${days} ${times}`,
  monthly: (days, times) => `每月 ${days} 日 ${times}`,
  weekday: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  unplanned: '不定期',
  phase: {
    preheat: (length) => `提前 ${length}预告`,
    burst: (length) => `活动 ${length}`,
    sustain: (length) => `延续 ${length}`,
  },
  zone: (name) => `时间为 ${name} 时区。`,
};

export function cardWords(locale: Locale): CardWords {
  return locale === 'zh' ? zh : en;
}
