/** Campaigns, cadence and the lifecycle. */

import { sentences } from '@steward/text';
import type { Period } from '@steward/time';
import { COUNTED_ZH, PERIOD_ZH, UNITS } from './units.ts';

export const CAMPAIGNS = sentences({
  campaigns: { en: 'Campaigns', zh: '活动' },
  campaignHead: {
    en: (size: string, planned: string, held: string | null) =>
      `${size}, planned ${planned}, ${held === null ? 'the log cannot show what was held' : `held ${held}`}`,
    zh: (size, planned, held) =>
      `${size}，计划 ${planned} 场，${held === null ? '日志无法显示是否举办' : `举办 ${held} 场`}`,
  },
  runCause: sentences({
    planned: { en: 'planned', zh: '计划内' },
    held: { en: 'held unplanned', zh: '计划外举办' },
    action: { en: 'started by a rule', zh: '由规则启动' },
  }),
  runHeld: sentences({
    yes: { en: 'held', zh: '已举办' },
    no: { en: 'not held', zh: '未举办' },
  }),
  goalVerdict: sentences({
    met: { en: 'met', zh: '达成' },
    missed: { en: 'missed', zh: '未达成' },
    unknown: { en: 'undecided', zh: '无法判断' },
    pending: { en: 'ends after the log', zh: '日志结束后才收尾' },
    hypothetical: { en: 'the log cannot show what this run would have brought', zh: '日志无法显示这一场会带来什么' },
    'not-held': { en: 'not held', zh: '未举办' },
  }),
  pausedAt: { en: (at: string) => `paused at ${at}`, zh: (at) => `${at} 暂停` },
  noRuns: { en: 'no run in these days', zh: '这些天里没有场次' },
  moreRuns: { en: (count: string) => `${count} more runs are not shown`, zh: (count) => `另有 ${count} 场未列出` },
  cadence: { en: 'cadence', zh: '节奏' },
  cadenceTarget: {
    en: (size: string, count: string, period: Period) => `${count} ${size} per ${period}`,
    zh: (size, count, period) => `${UNITS.zh.per[period]} ${count} 场${size}活动`,
  },
  cadenceVerdict: {
    en: (met: string, under: string, over: string, period: Period) =>
      `${period}s met ${met}, under ${under}, over ${over}`,
    zh: (met, under, over, period) => `达标 ${met} ${COUNTED_ZH[period]}，不足 ${under}，过多 ${over}`,
  },
  cadenceNone: {
    en: (period: Period) => `no ${period} was completed`,
    zh: (period) => `没有完整的一${PERIOD_ZH[period]}`,
  },
  plannedOnly: {
    en: 'counting what was planned: the log cannot show what was held',
    zh: '按计划统计：日志无法显示是否举办',
  },

  lifecycle: { en: 'Lifecycle', zh: '生命周期' },
  noStage: { en: 'no stage', zh: '无阶段' },
  current: { en: (stage: string) => `now ${stage}`, zh: (stage) => `当前 ${stage}` },
  focus: { en: (text: string) => `focus: ${text}`, zh: (text) => `重点：${text}` },
  blocked: {
    en: (from: string, to: string, on: string) => `${to} held, but no allowed move leads there from ${from}: ${on}`,
    zh: (from, to, on) => `${to} 的条件成立，但没有从 ${from} 到它的路径：${on}`,
  },
});
