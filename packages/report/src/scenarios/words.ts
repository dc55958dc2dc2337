/** The sentences of a scenario's failure, in both languages. Parameters are already formatted. */
import type { Locale } from '@steward/text';

export interface ScenarioWords {
  list: string;
  pause: string;
  operator: Record<'and' | 'or' | 'not', string>;
  atLeast: (value: string) => string;
  atMost: (value: string) => string;
  undecided: string;
  between: (low: string, high: string) => string;
  /** A trend's earlier value. */
  before: (value: string) => string;
  outsideDays: (on: string, from: string, to: string) => string;
  neverSeen: (member: string) => string;
  wasInTier: (member: string, when: string, tier: string) => string;
  wasInNoTier: (member: string, when: string) => string;
  wasNoMember: (member: string, when: string) => string;
  byGrace: string;
  membersIn: (tier: string, on: string, count: number, names: string) => string;
  counted: (times: number, bound: 'least' | 'most', wanted: number) => string;
  couldNotDecide: (tiers: string) => string;
  noIncident: (risk: string) => string;
  incidentOpen: (incident: string, from: string, to: string | null) => string;
  openInstead: (risks: string) => string;
  breachDays: (health: string, state: 'healthy' | 'breach' | 'unknown', days: string) => string;
  actionNotTaken: (action: string) => string;
  actionTaken: (action: string, at: string, members: string) => string;
  takenInstead: (actions: string) => string;
  takenForOthers: (action: string, member: string) => string;
  noActionAtAll: string;
  inStage: (stage: string, when: string) => string;
  inNoStage: (when: string) => string;
  noPeriod: string;
  mixWas: (start: string, verdict: 'kept' | 'missed' | 'empty' | 'unknown', counts: string) => string;
  inGroup: (group: string) => string;
  conditionsOn: (member: string, on: string) => string;
  goalsOn: (on: string) => string;
  conditionAt: (at: string) => string;
  otherwise: string;
  more: (count: number) => string;
  snapshotMissing: (path: string) => string;
  snapshotUnreadable: (path: string, reason: string) => string;
  snapshotDiffers: (path: string) => string;
  snapshotUpdate: string;
}

const en: ScenarioWords = {
  list: ', ',
  pause: '; ',
  operator: { and: 'all of', or: 'any of', not: 'not' },
  atLeast: (value) => `at least ${value}`,
  atMost: (value) => `at most ${value}`,
  undecided: 'not known',
  between: (low, high) => `between ${low} and ${high}`,
  before: (value) => `before: ${value}`,
  outsideDays: (on, from, to) => `${on} is outside the days of this scenario, ${from} to ${to}.`,
  neverSeen: (member) => `${member} was no member: nothing in this scenario is theirs by then.`,
  wasInTier: (member, when, tier) => `${member} was in ${tier} (${when})`,
  wasInNoTier: (member, when) => `${member} was in no tier (${when})`,
  wasNoMember: (member, when) => `${member} was no member (${when})`,
  byGrace: 'kept by its grace',
  membersIn: (tier, on, count, names) =>
    count === 0 ? `Nobody was in ${tier} then.` : `${count} in ${tier} at the end of ${on}: ${names}`,
  counted: (times, bound, wanted) => `It was so ${times} time${times === 1 ? '' : 's'}, not at ${bound} ${wanted}.`,
  couldNotDecide: (tiers) => `undecided: ${tiers}`,
  noIncident: (risk) => `No incident of ${risk} was open then.`,
  incidentOpen: (incident, from, to) =>
    to === null ? `${incident} was open from ${from}, to the end.` : `${incident} was open from ${from} to ${to}.`,
  openInstead: (risks) => `Open then: ${risks}.`,
  breachDays: (health, state, days) =>
    `${health} was ${{ healthy: 'healthy', breach: 'in breach', unknown: 'undecided' }[state]}: ${days}.`,
  actionNotTaken: (action) => `${action} was not taken then.`,
  actionTaken: (action, at, members) => `${action} was taken at ${at}${members === '' ? '' : `, for ${members}`}.`,
  takenInstead: (actions) => `Taken then: ${actions}.`,
  takenForOthers: (action, member) => `${action} was taken, but not for ${member}.`,
  noActionAtAll: 'No action was taken then.',
  inStage: (stage, when) => `The group was in ${stage} (${when})`,
  inNoStage: (when) => `The group was in no stage (${when})`,
  noPeriod: 'No period of this mix was completed then.',
  mixWas: (start, verdict, counts) => `${start}: ${verdict} (${counts})`,
  inGroup: (group) => `in ${group}:`,
  conditionsOn: (member, on) => `${member} at the end of ${on}:`,
  goalsOn: (on) => `at the end of ${on}:`,
  conditionAt: (at) => `at ${at}:`,
  otherwise: 'otherwise',
  more: (count) => `… ${count} more`,
  snapshotMissing: (path) => `There is no ${path} yet. Write it with: steward test --update`,
  snapshotUnreadable: (path, reason) => `${path} is no JSON: ${reason}. Write it anew with: steward test --update`,
  snapshotDiffers: (path) => `What came of it is not what ${path} says (file → now):`,
  snapshotUpdate: 'If the change is meant: steward test --update',
};

const zh: ScenarioWords = {
  list: '、',
  pause: '；',
  operator: { and: '全部满足', or: '任一满足', not: '非' },
  atLeast: (value) => `至少 ${value}`,
  atMost: (value) => `至多 ${value}`,
  undecided: '未知',
  between: (low, high) => `${low} 到 ${high} 之间`,
  before: (value) => `之前：${value}`,
  outsideDays: (on, from, to) => `${on} 不在这个场景的日期内（${from} 到 ${to}）。`,
  neverSeen: (member) => `${member} 不是成员：到那时场景里没有他的任何事件。`,
  wasInTier: (member, when, tier) => `${member} 在 ${tier}（${when}）`,
  wasInNoTier: (member, when) => `${member} 不在任何层级（${when}）`,
  wasNoMember: (member, when) => `${member} 不是成员（${when}）`,
  byGrace: '宽限期内保留',
  membersIn: (tier, on, count, names) =>
    count === 0 ? `那时没有人在 ${tier}。` : `${on} 日终在 ${tier} 的有 ${count} 人：${names}`,
  counted: (times, bound, wanted) => `实际 ${times} 次，${bound === 'least' ? '少' : '多'}于 ${wanted} 次。`,
  couldNotDecide: (tiers) => `未能判断：${tiers}`,
  noIncident: (risk) => `那时没有 ${risk} 事件。`,
  incidentOpen: (incident, from, to) =>
    to === null ? `${incident} 从 ${from} 起一直未结束。` : `${incident} 从 ${from} 持续到 ${to}。`,
  openInstead: (risks) => `那时发生的有：${risks}。`,
  breachDays: (health, state, days) =>
    `${health} ${{ healthy: '达标', breach: '未达标', unknown: '未知' }[state]}：${days}。`,
  actionNotTaken: (action) => `那时没有执行 ${action}。`,
  actionTaken: (action, at, members) => `${at} 执行了 ${action}${members === '' ? '' : `，对象：${members}`}。`,
  takenInstead: (actions) => `那时执行的有：${actions}。`,
  takenForOthers: (action, member) => `执行了 ${action}，但对象不是 ${member}。`,
  noActionAtAll: '那时没有执行任何动作。',
  inStage: (stage, when) => `群在 ${stage}（${when}）`,
  inNoStage: (when) => `群不在任何阶段（${when}）`,
  noPeriod: '那时没有完整的配比周期。',
  mixWas: (start, verdict, counts) =>
    `${start}：${{ kept: '做到', missed: '没做到', empty: '没有内容', unknown: '未知' }[verdict]}（${counts}）`,
  inGroup: (group) => `在 ${group}：`,
  conditionsOn: (member, on) => `${member} 在 ${on} 日终：`,
  goalsOn: (on) => `${on} 日终：`,
  conditionAt: (at) => `${at}：`,
  otherwise: '其他',
  more: (count) => `……另有 ${count} 条`,
  snapshotMissing: (path) => `还没有 ${path}。请用 steward test --update 写入。`,
  snapshotUnreadable: (path, reason) => `${path} 不是 JSON：${reason}。请用 steward test --update 重新写入。`,
  snapshotDiffers: (path) => `结果与 ${path} 不同（文件 → 现在）：`,
  snapshotUpdate: '如果确实要改：steward test --update',
};

export function scenarioWords(locale: Locale): ScenarioWords {
  return locale === 'zh' ? zh : en;
}
