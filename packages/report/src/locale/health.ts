/** Health and its goals. */
import { plural, sentences } from '@steward/text';

export const HEALTH = sentences({
  health: { en: 'Health', zh: '健康度' },
  healthy: { en: 'healthy', zh: '健康' },
  inBreach: { en: (days: string) => `in breach at the end, ${days}`, zh: (days) => `期末未达标，${days}` },
  breachDays: {
    en: (days: number, text: string) => `${text} ${plural(days, 'day', 'days')} in breach`,
    zh: (_, text) => `${text} 天未达标`,
  },
  undecidedHealth: { en: 'undecided at the end', zh: '期末无法判断' },
  goalHeader: sentences({
    goal: { en: 'healthy when', zh: '健康标准' },
    latest: { en: 'latest', zh: '最近值' },
    byDay: { en: 'by day', zh: '每日' },
    breach: { en: 'days ✗', zh: '✗ 天数' },
    unknown: { en: 'days ?', zh: '? 天数' },
  }),
  unknownDays: { en: (count: string) => `${count} undecided`, zh: (count) => `${count} 天无法判断` },
  breachDay: { en: (day: string) => `breach ${day}`, zh: (day) => `未达标 ${day}` },
  breachPeriod: {
    en: (from: string, to: string, days: string) => `breach ${from} → ${to} (${days})`,
    zh: (from, to, days) => `未达标 ${from} → ${to}（${days}）`,
  },
  moreBreaches: {
    en: (count: string) => `${count} more breaches are not shown`,
    zh: (count) => `另有 ${count} 次未达标未列出`,
  },
  breachOpen: {
    en: (from: string, days: string) => `breach since ${from} (${days}), not over when the log ends`,
    zh: (from, days) => `自 ${from} 起未达标（${days}），到日志结束仍未恢复`,
  },
  response: { en: (actions: string, on: string) => `${actions} on ${on}`, zh: (actions, on) => `${on} ${actions}` },
});
