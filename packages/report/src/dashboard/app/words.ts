/** The page's own sentences; those that the text report has as well come from its catalogue. */

import type { Locale } from '@steward/text';
import type { Catalogue } from '../../locale/catalogue.ts';
import { en as enCatalogue } from '../../locale/en.ts';
import { zh as zhCatalogue } from '../../locale/zh.ts';

export interface Words {
  catalogue: Catalogue;
  sections: string;
  overview: string;
  group: string;
  simulate: string;
  state: Record<'none' | 'running' | 'fresh' | 'stale' | 'failed', string>;
  stateHint: Record<'none' | 'running' | 'stale', string>;
  log: string;
  timezone: string;
  table: string;
  showTable: string;
  showChart: string;
  goToRule: (name: string, place: string) => string;
  close: string;
  day: string;
  members: string;
  healthTile: (healthy: number, all: number) => string;
  allHealthy: string;
  inBreach: (names: string) => string;
  noHealth: string;
  incidents: string;
  incidentsOpen: (count: number) => string;
  noneOpen: string;
  mixKept: string;
  mixDetail: (missed: number) => string;
  mixNone: string;
  actionsTile: string;
  wouldHave: string;
  undecidedTile: string;
  undecidedDetail: (clauses: number) => string;
  allDecided: string;
  membersByTier: string;
  moves: string;
  tasks: string;
  untiered: string;
  healthCard: Record<'+' | '-' | '?', string>;
  value: string;
  threshold: string;
  verdict: string;
  verdicts: Record<'+' | '-' | '?', string>;
  breaches: string;
  since: string;
  until: string;
  ongoing: string;
  responses: string;
  earlier: (count: string) => string;
  sharesByPeriod: string;
  shareOf: (category: string) => string;
  limit: string;
  difference: string;
  periodVerdict: Record<'kept' | 'missed' | 'exceeded' | 'empty' | 'unknown', string>;
  periodName: string;
  slots: string;
  bans: string;
  bannedMessages: string;
  keptDays: string;
  noContent: string;
  timeline: string;
  risk: string;
  opened: string;
  closed: string;
  length: string;
  escalation: string;
  people: string;
  details: string;
  incidentDetails: (id: string) => string;
  morePeople: (count: string) => string;
  showMore: (count: string) => string;
  allRisks: string;
  noIncidents: string;
  plans: string;
  bands: string;
  campaign: string;
  start: string;
  end: string;
  cause: string;
  phases: string;
  goals: string;
  stage: string;
  days: string;
  cadence: string;
  planned: string;
  held: string;
  notShown: string;
  verdictOfCadence: Record<'under' | 'met' | 'over', string>;
  blocked: (from: string, to: string, days: string, last: string) => string;
  noPlans: string;
  takenActions: string;
  when: string;
  action: string;
  because: string;
  firstActions: (shown: string, total: string) => string;
  search: string;
  searchHint: string;
  tier: string;
  anyTier: string;
  member: string;
  role: string;
  /** Of the log; others stand as they are. */
  roles: Readonly<Record<string, string>>;
  why: string;
  whyOf: (member: string) => string;
  noMembers: string;
  range: (from: string, to: string, total: string) => string;
  previous: string;
  next: string;
  loading: string;
  unavailable: string;
  undecidedClause: string;
  howOften: string;
  reason: string;
  evidence: string;
  event: (line: string) => string;
  openEvent: (file: string, line: string) => string;
  historyOf: string;
  explainCommand: string;
  notMember: string;
  byGrace: string;
}

const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many);

const en: Words = {
  catalogue: enCatalogue,
  sections: 'Sections',
  overview: 'Overview',
  group: 'Group',
  simulate: 'Simulate',
  state: { none: 'Not simulated', running: 'Simulating…', fresh: 'Up to date', stale: 'Out of date', failed: 'Failed' },
  stateHint: {
    none: 'Nothing has been simulated yet. Simulate to see what these rules would have done to the log.',
    running: 'The log is being simulated. What you see is from the run before.',
    stale: 'The rules have changed since, and have errors. What you see is from the last run.',
  },
  log: 'Log',
  timezone: 'Time zone',
  table: 'Table',
  showTable: 'Show the numbers',
  showChart: 'Show the chart',
  goToRule: (name, place) => `Go to the rule ${name} (${place})`,
  close: 'Close',
  day: 'day',
  members: 'Members',
  healthTile: (healthy, all) => `${healthy} of ${all}`,
  allHealthy: 'every dimension is healthy',
  inBreach: (names) => `in breach: ${names}`,
  noHealth: 'no health rules',
  incidents: 'Incidents',
  incidentsOpen: (count) => `${count} still open`,
  noneOpen: 'none open at the end',
  mixKept: 'Mix kept',
  mixDetail: (missed) =>
    missed === 0 ? 'in every period' : `missed in ${missed} ${plural(missed, 'period', 'periods')}`,
  mixNone: 'nothing to judge',
  actionsTile: 'Actions',
  wouldHave: 'would have been taken',
  undecidedTile: 'Undecided',
  undecidedDetail: (clauses) => plural(clauses, 'rule, at some time', 'rules, at some time'),
  allDecided: 'every rule was decided',
  membersByTier: 'Members by tier',
  moves: 'Most frequent moves',
  tasks: 'Tasks',
  untiered: 'no tier',
  healthCard: { '+': 'healthy', '-': 'in breach', '?': 'undecided' },
  value: 'value',
  threshold: 'threshold',
  verdict: 'verdict',
  verdicts: { '+': 'healthy', '-': 'breach', '?': 'undecided' },
  breaches: 'Breaches',
  since: 'from',
  until: 'until',
  ongoing: 'not over when the log ends',
  responses: 'responses',
  earlier: (count) => `${count} earlier ones are not shown`,
  sharesByPeriod: 'Shares by period',
  shareOf: (category) => `Share of ${category}`,
  limit: 'limit',
  difference: 'difference',
  periodVerdict: { kept: 'kept', missed: 'missed', exceeded: 'exceeded', empty: 'no messages', unknown: 'undecided' },
  periodName: 'period',
  slots: 'Slots',
  bans: 'Bans',
  bannedMessages: 'messages',
  keptDays: 'kept on',
  noContent: 'No rules about content.',
  timeline: 'Incidents over time',
  risk: 'risk',
  opened: 'opened',
  closed: 'closed',
  length: 'lasted',
  escalation: 'escalation',
  people: 'members',
  details: 'Details',
  incidentDetails: (id) => `Details of ${id}`,
  morePeople: (count) => `and ${count} more`,
  showMore: (count) => `Show ${count} more`,
  allRisks: 'All risks',
  noIncidents: 'No incident.',
  plans: 'Campaigns and lifecycle',
  bands: 'Campaigns and stages over time',
  campaign: 'campaign',
  start: 'start',
  end: 'end',
  cause: 'why',
  phases: 'phases',
  goals: 'goals',
  stage: 'stage',
  days: 'days',
  cadence: 'Cadence',
  planned: 'planned',
  held: 'held',
  notShown: 'not shown by the log',
  verdictOfCadence: { under: 'too few', met: 'met', over: 'too many' },
  blocked: (from, to, days, last) =>
    `${to} held on ${days} days, last on ${last}, but no allowed move leads there from ${from}.`,
  noPlans: 'No campaigns and no lifecycle.',
  takenActions: 'Actions in time order',
  when: 'when',
  action: 'action',
  because: 'because of',
  firstActions: (shown, total) => `The first ${shown} of ${total}.`,
  search: 'Search',
  searchHint: 'Name or id',
  tier: 'Tier',
  anyTier: 'All tiers',
  member: 'member',
  role: 'role',
  roles: { owner: 'owner', staff: 'staff', member: 'member', bot: 'bot' },
  why: 'Why?',
  whyOf: (member) => `Why is ${member} in this tier?`,
  noMembers: 'Nobody fits.',
  range: (from, to, total) => `${from}–${to} of ${total}`,
  previous: 'Previous',
  next: 'Next',
  loading: 'Loading…',
  unavailable: 'Not available: simulate again.',
  undecidedClause: 'rule',
  howOften: 'undecided',
  reason: 'why',
  evidence: 'Evidence',
  event: (line) => `line ${line}`,
  openEvent: (file, line) => `Open ${file} at line ${line}`,
  historyOf: 'Tiers by day',
  explainCommand: 'The values behind it:',
  notMember: 'not a member',
  byGrace: 'kept by its grace',
};

const zh: Words = {
  catalogue: zhCatalogue,
  sections: '目录',
  overview: '总览',
  group: '群',
  simulate: '模拟',
  state: { none: '尚未模拟', running: '模拟中…', fresh: '最新', stale: '已过期', failed: '失败' },
  stateHint: {
    none: '还没有模拟。运行一次模拟，看看这些规则会对日志做什么。',
    running: '正在模拟。当前显示的是上一次的结果。',
    stale: '规则已改动且有错误。当前显示的是上一次的结果。',
  },
  log: '日志',
  timezone: '时区',
  table: '表格',
  showTable: '显示数字',
  showChart: '显示图表',
  goToRule: (name, place) => `转到规则 ${name}（${place}）`,
  close: '关闭',
  day: '日期',
  members: '成员',
  healthTile: (healthy, all) => `${healthy} / ${all}`,
  allHealthy: '各维度都健康',
  inBreach: (names) => `未达标：${names}`,
  noHealth: '没有健康度规则',
  incidents: '风险事件',
  incidentsOpen: (count) => `${count} 起未关闭`,
  noneOpen: '期末全部关闭',
  mixKept: '配比达标',
  mixDetail: (missed) => (missed === 0 ? '每个周期都达标' : `${missed} 个周期未达标`),
  mixNone: '没有可判断的周期',
  actionsTile: '动作',
  wouldHave: '规则会采取的次数',
  undecidedTile: '无法判断',
  undecidedDetail: () => '条规则曾无法判断',
  allDecided: '每条规则都能判断',
  membersByTier: '各层级人数',
  moves: '主要流动',
  tasks: '任务',
  untiered: '无层级',
  healthCard: { '+': '健康', '-': '未达标', '?': '无法判断' },
  value: '数值',
  threshold: '阈值',
  verdict: '判断',
  verdicts: { '+': '健康', '-': '未达标', '?': '无法判断' },
  breaches: '未达标时段',
  since: '从',
  until: '至',
  ongoing: '到日志结束仍未恢复',
  responses: '应对',
  earlier: (count) => `更早的 ${count} 条未列出`,
  sharesByPeriod: '各周期占比',
  shareOf: (category) => `${category}占比`,
  limit: '上限',
  difference: '相差',
  periodVerdict: { kept: '达标', missed: '未达标', exceeded: '超出', empty: '没有消息', unknown: '无法判断' },
  periodName: '周期',
  slots: '固定时段',
  bans: '禁用词',
  bannedMessages: '消息',
  keptDays: '按时天数',
  noContent: '没有内容规则。',
  timeline: '风险事件时间线',
  risk: '风险',
  opened: '触发',
  closed: '关闭',
  length: '持续',
  escalation: '升级',
  people: '当事人',
  details: '详情',
  incidentDetails: (id) => `${id} 的详情`,
  morePeople: (count) => `另有 ${count} 人`,
  showMore: (count) => `再显示 ${count} 起`,
  allRisks: '全部风险',
  noIncidents: '没有发生。',
  plans: '活动与生命周期',
  bands: '活动与阶段时间线',
  campaign: '活动',
  start: '开始',
  end: '结束',
  cause: '原因',
  phases: '阶段',
  goals: '目标',
  stage: '阶段',
  days: '天数',
  cadence: '节奏',
  planned: '计划',
  held: '举办',
  notShown: '日志无法显示',
  verdictOfCadence: { under: '不足', met: '达标', over: '过多' },
  blocked: (from, to, days, last) => `${to} 的条件在 ${days} 天里成立（最近 ${last}），但没有从 ${from} 到它的路径。`,
  noPlans: '没有活动，也没有生命周期。',
  takenActions: '按时间排列的动作',
  when: '时间',
  action: '动作',
  because: '起因',
  firstActions: (shown, total) => `共 ${total} 次，列出最早的 ${shown} 次。`,
  search: '搜索',
  searchHint: '昵称或编号',
  tier: '层级',
  anyTier: '全部层级',
  member: '成员',
  role: '身份',
  roles: { owner: '群主', staff: '工作人员', member: '普通成员', bot: '机器人' },
  why: '为什么？',
  whyOf: (member) => `${member} 为什么在这一层级？`,
  noMembers: '没有符合的成员。',
  range: (from, to, total) => `第 ${from}–${to} 名，共 ${total} 名`,
  previous: '上一页',
  next: '下一页',
  loading: '读取中…',
  unavailable: '暂不可用：请重新模拟。',
  undecidedClause: '规则',
  howOften: '无法判断',
  reason: '原因',
  evidence: '证据',
  event: (line) => `第 ${line} 行`,
  openEvent: (file, line) => `打开 ${file} 第 ${line} 行`,
  historyOf: '每日层级',
  explainCommand: '查看背后的数值：',
  notMember: '不是成员',
  byGrace: '由宽限保留',
};

export function wordsFor(locale: Locale): Words {
  return locale === 'zh' ? zh : en;
}
