/** Durations, periods, and names of campaign sizes and group kinds. */
import { sentences } from '@steward/text';
import { chineseDuration, type Duration, type Period } from '@steward/time';

/** A period, alone and after a number. */
export const PERIOD_ZH = { hour: '小时', day: '天', week: '周', month: '月' } as const;
export const COUNTED_ZH = { hour: '个小时', day: '天', week: '周', month: '个月' } as const;

export const UNITS = sentences({
  /** How long a condition has to hold; follows the condition. */
  heldFor: {
    en: (amount: number, unit: Duration['unit']) => `for ${amount}${unit}`,
    zh: (amount, unit) => `持续 ${chineseDuration(`${amount}${unit}`)}`,
  },
  days: { en: (count: number) => `${count}d`, zh: (count) => `${count}天` },
  hours: { en: (count: number) => `${count}h`, zh: (count) => `${count}小时` },
  minutes: { en: (count: number) => `${count}min`, zh: (count) => `${count}分钟` },
  seconds: { en: (count: number) => `${count}s`, zh: (count) => `${count}秒` },

  kind: sentences({
    service: { en: 'service', zh: '产品服务型' },
    interest: { en: 'interest', zh: '兴趣社交型' },
    knowledge: { en: 'knowledge', zh: '知识付费型' },
    conversion: { en: 'conversion', zh: '渠道转化型' },
  }),
  size: sentences({
    large: { en: 'large', zh: '大型' },
    medium: { en: 'medium', zh: '中型' },
    light: { en: 'light', zh: '轻量' },
  }),
  per: sentences({
    hour: { en: 'per hour', zh: '每小时' },
    day: { en: 'per day', zh: '每天' },
    week: { en: 'per week', zh: '每周' },
    month: { en: 'per month', zh: '每月' },
  }),
  periods: {
    en: (count: string, period: Period) => `${count} ${count === '1' ? period : `${period}s`}`,
    zh: (count, period) => `${count} ${COUNTED_ZH[period]}`,
  },
  phase: sentences({
    preheat: { en: 'preheat', zh: '预热期' },
    burst: { en: 'burst', zh: '爆发期' },
    sustain: { en: 'sustain', zh: '延续期' },
    review: { en: 'review', zh: '复盘期' },
  }),
  phaseState: sentences({
    done: { en: 'done', zh: '已完成' },
    running: { en: 'running', zh: '进行中' },
    ahead: { en: 'ahead', zh: '未开始' },
    paused: { en: 'paused', zh: '已暂停' },
  }),
});
