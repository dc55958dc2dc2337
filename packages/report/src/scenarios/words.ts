/** The sentences of a scenario's failure, in both languages. Parameters are already formatted. */
import { counted, sentences } from '@steward/text';

export const SCENARIO_WORDS = sentences({
  list: { en: ', ', zh: '、' },
  pause: { en: '; ', zh: '；' },
  operator: sentences({
    and: { en: 'all of', zh: '全部满足' },
    or: { en: 'any of', zh: '任一满足' },
    not: { en: 'not', zh: '非' },
  }),
  atLeast: { en: (value: string) => `at least ${value}`, zh: (value) => `至少 ${value}` },
  atMost: { en: (value: string) => `at most ${value}`, zh: (value) => `至多 ${value}` },
  undecided: { en: 'not known', zh: '未知' },
  between: {
    en: (low: string, high: string) => `between ${low} and ${high}`,
    zh: (low, high) => `${low} 到 ${high} 之间`,
  },
  /** A trend's earlier value. */
  before: { en: (value: string) => `before: ${value}`, zh: (value) => `之前：${value}` },
  outsideDays: {
    en: (on: string, from: string, to: string) => `${on} is outside the days of this scenario, ${from} to ${to}.`,
    zh: (on, from, to) => `${on} 不在这个场景的日期内（${from} 到 ${to}）。`,
  },
  neverSeen: {
    en: (member: string) => `${member} was no member: nothing in this scenario is theirs by then.`,
    zh: (member) => `${member} 不是成员：到那时场景里没有他的任何事件。`,
  },
  wasInTier: {
    en: (member: string, when: string, tier: string) => `${member} was in ${tier} (${when})`,
    zh: (member, when, tier) => `${member} 在 ${tier}（${when}）`,
  },
  wasInNoTier: {
    en: (member: string, when: string) => `${member} was in no tier (${when})`,
    zh: (member, when) => `${member} 不在任何层级（${when}）`,
  },
  wasNoMember: {
    en: (member: string, when: string) => `${member} was no member (${when})`,
    zh: (member, when) => `${member} 不是成员（${when}）`,
  },
  byGrace: { en: 'kept by its grace', zh: '宽限期内保留' },
  membersIn: {
    en: (tier: string, on: string, count: number, names: string) =>
      count === 0 ? `Nobody was in ${tier} then.` : `${count} in ${tier} at the end of ${on}: ${names}`,
    zh: (tier, on, count, names) =>
      count === 0 ? `那时没有人在 ${tier}。` : `${on} 日终在 ${tier} 的有 ${count} 人：${names}`,
  },
  counted: {
    en: (times: number, bound: 'least' | 'most', wanted: number) =>
      `This was the case ${counted(times, 'time')}, not at ${bound} ${wanted}.`,
    zh: (times, bound, wanted) => `实际 ${times} 次，${bound === 'least' ? '少' : '多'}于 ${wanted} 次。`,
  },
  couldNotDecide: { en: (tiers: string) => `undecided: ${tiers}`, zh: (tiers) => `未能判断：${tiers}` },
  noIncident: {
    en: (risk: string) => `No incident of ${risk} was open then.`,
    zh: (risk) => `那时没有 ${risk} 事件。`,
  },
  incidentOpen: {
    en: (incident: string, from: string, to: string | null) =>
      to === null ? `${incident} was open from ${from}, to the end.` : `${incident} was open from ${from} to ${to}.`,
    zh: (incident, from, to) =>
      to === null ? `${incident} 从 ${from} 起一直未结束。` : `${incident} 从 ${from} 持续到 ${to}。`,
  },
  openInstead: { en: (risks: string) => `Open then: ${risks}.`, zh: (risks) => `那时发生的有：${risks}。` },
  breachDays: {
    en: (health: string, state: 'healthy' | 'breach' | 'unknown', days: string) =>
      `${health} was ${{ healthy: 'healthy', breach: 'in breach', unknown: 'undecided' }[state]}: ${days}.`,
    zh: (health, state, days) =>
      `${health} ${{ healthy: '达标', breach: '未达标', unknown: '未知' }[state]}：${days}。`,
  },
  actionNotTaken: {
    en: (action: string) => `${action} was not taken then.`,
    zh: (action) => `那时没有执行 ${action}。`,
  },
  actionTaken: {
    en: (action: string, at: string, members: string) =>
      `${action} was taken at ${at}${members === '' ? '' : `, for ${members}`}.`,
    zh: (action, at, members) => `${at} 执行了 ${action}${members === '' ? '' : `，对象：${members}`}。`,
  },
  takenInstead: { en: (actions: string) => `Taken then: ${actions}.`, zh: (actions) => `那时执行的有：${actions}。` },
  takenForOthers: {
    en: (action: string, member: string) => `${action} was taken, but not for ${member}.`,
    zh: (action, member) => `执行了 ${action}，但对象不是 ${member}。`,
  },
  noActionAtAll: { en: 'No action was taken then.', zh: '那时没有执行任何动作。' },
  inStage: {
    en: (stage: string, when: string) => `The group was in ${stage} (${when})`,
    zh: (stage, when) => `群在 ${stage}（${when}）`,
  },
  inNoStage: { en: (when: string) => `The group was in no stage (${when})`, zh: (when) => `群不在任何阶段（${when}）` },
  noPeriod: { en: 'No period of this mix was completed then.', zh: '那时没有完整的配比周期。' },
  mixWas: {
    en: (start: string, verdict: 'kept' | 'missed' | 'empty' | 'unknown', counts: string) =>
      `${start}: ${verdict} (${counts})`,
    zh: (start, verdict, counts) =>
      `${start}：${{ kept: '做到', missed: '没做到', empty: '没有内容', unknown: '未知' }[verdict]}（${counts}）`,
  },
  inGroup: { en: (group: string) => `in ${group}:`, zh: (group) => `在 ${group}：` },
  conditionsOn: {
    en: (member: string, on: string) => `${member} at the end of ${on}:`,
    zh: (member, on) => `${member} 在 ${on} 日终：`,
  },
  goalsOn: { en: (on: string) => `at the end of ${on}:`, zh: (on) => `${on} 日终：` },
  conditionAt: { en: (at: string) => `at ${at}:`, zh: (at) => `${at}：` },
  otherwise: { en: 'otherwise', zh: '其他' },
  more: { en: (count: number) => `… ${count} more`, zh: (count) => `……另有 ${count} 条` },
  snapshotMissing: {
    en: (path: string) => `There is no ${path} yet. Write it with: steward test --update`,
    zh: (path) => `还没有 ${path}。请用 steward test --update 写入。`,
  },
  snapshotUnreadable: {
    en: (path: string, reason: string) => `${path} is no JSON: ${reason}. Write it anew with: steward test --update`,
    zh: (path, reason) => `${path} 不是 JSON：${reason}。请用 steward test --update 重新写入。`,
  },
  snapshotDiffers: {
    en: (path: string) => `The result differs from ${path} (file → now):`,
    zh: (path) => `结果与 ${path} 不同（文件 → 现在）：`,
  },
  snapshotUpdate: { en: 'If the change is meant: steward test --update', zh: '如果确实要改：steward test --update' },
});

export type ScenarioWords = (typeof SCENARIO_WORDS)['en'];
