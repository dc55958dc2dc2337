/** Defaults and checks of the options. */

import { SIGNALS } from '@steward/events';
import type { Bilingual } from '@steward/text';
import { isTimeZone, parseDate } from '@steward/time';
import { defaultCampaigns, defaultCategories, defaultSlots, defaultSpam, defaultStaff, RATES } from './presets.ts';
import type { Crisis, SyntheticChoices, SyntheticOptions } from './settings.ts';

/** A bad option: what is wrong and what to do, in both languages. */
export class SyntheticOptionError extends Error {
  readonly option: string;
  readonly text: Bilingual;

  constructor(option: string, text: Bilingual) {
    super(text.en);
    this.name = 'SyntheticOptionError';
    this.option = option;
    this.text = text;
  }
}

/**
 * Fills in missing options: rates, content, campaigns and episodes that suit the kind.
 * @throws SyntheticOptionError for an invalid option
 */
export function syntheticOptions(choices: SyntheticChoices = {}): SyntheticOptions {
  const kind = choices.kind ?? 'interest';
  const language = choices.language ?? 'zh';
  const days = choices.days ?? 90;
  const late = Math.max(1, Math.floor(days * 0.7));
  const { crisisDay, ...chosen } = choices;
  const options: SyntheticOptions = {
    seed: 1,
    start: '2025-03-03',
    timezone: 'Asia/Shanghai',
    groups: 1,
    group: language === 'en' ? { id: 'group-01', name: 'Synthetic group' } : { id: 'group-01', name: '示例群' },
    members: 200,
    staff: defaultStaff(language),
    nicknames: 'plain',
    categories: defaultCategories(kind),
    slots: defaultSlots(),
    campaigns: defaultCampaigns(language),
    crisis: usualCrisis(late, language),
    spam: { day: Math.max(1, Math.floor(days * 0.4)), posts: 8, words: defaultSpam(language), about: 'ad' },
    slips: { words: [], share: 0 },
    slump: { day: Math.max(1, Math.floor(days * 0.55)), days: 8, factor: 0.45 },
    shows: SIGNALS,
    events: null,
    order: 'time',
    ...chosen,
    kind,
    language,
    days,
    rates: { ...RATES[kind], ...choices.rates },
  };
  const settled = crisisDay === undefined ? options : { ...options, crisis: crisisOn(options, crisisDay) };
  checkOptions(settled);
  return settled;
}

function usualCrisis(day: number, language: SyntheticOptions['language']): Crisis {
  return { day, share: 0.25, about: language === 'en' ? 'delivery' : '发货', resolves: [] };
}

function crisisOn(options: SyntheticOptions, day: number | null): Crisis | null {
  if (day === null) return null;
  return { ...(options.crisis ?? usualCrisis(day, options.language)), day };
}

interface Range {
  low: number;
  high: number;
  /** In words, with the unit. */
  en: string;
  zh: string;
}

const RANGES: Readonly<Record<'days' | 'groups' | 'members', Range>> = {
  days: { low: 1, high: 3_660, en: 'a whole number of days', zh: '整数天数' },
  groups: { low: 1, high: 1_000_000, en: 'a whole number of groups', zh: '整数群数' },
  members: { low: 1, high: 100_000, en: 'a whole number of members', zh: '整数人数' },
};

function checkOptions(options: SyntheticOptions): void {
  checkWhole('seed', options.seed, { low: -(2 ** 31), high: 2 ** 32 - 1, en: 'a whole number', zh: '整数' });
  for (const name of ['days', 'groups', 'members'] as const) checkWhole(name, options[name], RANGES[name]);
  if (options.events !== null) {
    checkWhole('events', options.events, {
      low: 1,
      high: 10_000_000_000,
      en: 'a whole number of events',
      zh: '整数事件数',
    });
  }
  if (parseDate(options.start) === null) {
    throw new SyntheticOptionError('start', {
      en: `start: "${options.start}" is not a date. Write it like 2025-03-03.`,
      zh: `start：“${options.start}”不是日期，请写成 2025-03-03 这样。`,
    });
  }
  if (!isTimeZone(options.timezone)) {
    throw new SyntheticOptionError('timezone', {
      en: `timezone: "${options.timezone}" is not a known time zone. Write an IANA name like Asia/Shanghai.`,
      zh: `timezone：没有“${options.timezone}”这个时区，请写 IANA 名称，例如 Asia/Shanghai。`,
    });
  }
  checkEpisode('crisis', options.crisis?.day, options.days);
  checkEpisode('spam', options.spam?.day, options.days);
}

function checkWhole(option: string, value: number, range: Range): void {
  if (Number.isInteger(value) && value >= range.low && value <= range.high) return;
  throw new SyntheticOptionError(option, {
    en: `${option}: ${value} is not valid. Give ${range.en} from ${range.low} to ${range.high}.`,
    zh: `${option}：${value} 无效，请填写 ${range.low} 到 ${range.high} 之间的${range.zh}。`,
  });
}

function checkEpisode(option: string, day: number | undefined, days: number): void {
  if (day === undefined || (Number.isInteger(day) && day >= 1 && day <= days)) return;
  throw new SyntheticOptionError(option, {
    en: `${option}: day ${day} is not in the log, which has days 1 to ${days}.`,
    zh: `${option}：第 ${day} 天不在日志内，日志是第 1 天到第 ${days} 天。`,
  });
}
