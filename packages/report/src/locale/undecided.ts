/** What could not be decided, and why. */
import { plural, sentences } from '@steward/text';

export const UNDECIDED = sentences({
  undecided: { en: 'Could not be decided', zh: '无法判断的部分' },
  everythingDecided: { en: 'Every clause could be decided on every day.', zh: '每条规则在每一天都能判断。' },
  reason: sentences({
    unknownRole: {
      en: 'Nobody says who is staff: neither the log, nor a roster, nor the rules. Write `role staff members "name"` with ids or names of the log, or give a roster with a column `role`.',
      zh: '没有任何地方说明谁是工作人员：日志、名册和规则里都没有。请写 `角色 客服 成员 "名字"`（用日志里的标识或名字），或提供带“角色”列的名册。',
    },
    unknownMedia: {
      en: 'The log does not give the type of some messages (picture, link, red packet…).',
      zh: '有些消息，日志没有说明是什么形式（图片、链接、红包等）。',
    },
    beforeLog: { en: 'Days before the start of the log are missing.', zh: '缺少日志开始之前的日子。' },
    unknownStart: {
      en: 'The log does not show when this began (a join, the founding, the last event before the log). For `age`, write `founded` in the group; for `tenure`, give a roster with dates.',
      zh: '日志没有显示起点（入群、建群，或日志开始之前的最后一次事件）。要用“群龄”，请在群里写明“建群时间”；要用“入群时长”，请提供带日期的名册。',
    },
    periodRunning: { en: 'The period was still running.', zh: '周期尚未结束。' },
    noBase: {
      en: 'There was nothing to compare with (a division by zero, an average of nothing, a trend from zero, days before the first).',
      zh: '没有可比的基数（除以零、空的平均值、从零算起的趋势、首日之前的日子）。',
    },
  }),
  missingSignals: {
    en: (signals: string) => `The log does not show ${signals} events.`,
    zh: (signals) => `日志里没有${signals}事件。`,
  },
  missingSignalHint: {
    en: 'If it has them after all, say so with --shows or in the sidecar of the log.',
    zh: '如果其实有，请用 --shows 或日志旁的说明文件写明。',
  },
  clause: sentences({
    tier: { en: (name: string) => `tier ${name}`, zh: (name) => `层级 ${name}` },
    mix: { en: (name: string) => `mix ${name}`, zh: (name) => `内容配比 ${name}` },
    cap: { en: (name: string) => `cap ${name}`, zh: (name) => `上限 ${name}` },
    health: { en: (name: string) => `health ${name}`, zh: (name) => `健康度 ${name}` },
    risk: { en: (name: string) => `risk ${name}`, zh: (name) => `风险 ${name}` },
    stage: { en: (name: string) => `stage ${name}`, zh: (name) => `阶段 ${name}` },
  }),
  ofEvaluations: {
    en: (unknown: string, evaluations: string, what: 'member-days' | 'periods' | 'days') =>
      `${unknown} of ${evaluations} ${what === 'member-days' ? 'member-days' : what === 'periods' ? 'periods' : 'days'}`,
    zh: (unknown, evaluations, what) =>
      `${evaluations} ${what === 'member-days' ? '人·天' : what === 'periods' ? '个周期' : '天'}中的 ${unknown}`,
  },
  lacking: {
    en: (from: string, to: string, decidable: string) => `needs ${from} to ${to}; decidable from ${decidable}`,
    zh: (from, to, decidable) => `需要 ${from} 至 ${to} 的记录；${decidable} 起可以判断`,
  },
  lackingDays: {
    en: (days: string) => `needs ${days} days before the first`,
    zh: (days) => `需要首日之前 ${days} 天的记录`,
  },
  undecidedIn: {
    en: (groups: number, text: string) => `could not be decided in ${text} ${plural(groups, 'group', 'groups')}`,
    zh: (_, text) => `${text} 个群无法判断`,
  },
});
