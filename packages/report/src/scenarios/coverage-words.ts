import { sentences } from '@steward/text';

export const COVERAGE_WORDS = sentences({
  title: { en: 'Coverage', zh: '覆盖率' },
  header: sentences({
    clauses: { en: 'clauses', zh: '条款' },
    covered: { en: 'covered', zh: '已覆盖' },
    share: { en: 'share', zh: '占比' },
  }),
  all: { en: 'all', zh: '合计' },
  kind: sentences({
    tier: { en: 'tier', zh: '层级' },
    task: { en: 'task', zh: '任务' },
    category: { en: 'category', zh: '类别' },
    mix: { en: 'mix', zh: '配比' },
    cap: { en: 'cap', zh: '上限' },
    ban: { en: 'ban', zh: '禁用' },
    slot: { en: 'slot', zh: '时段' },
    goal: { en: 'goal', zh: '目标' },
    response: { en: 'response', zh: '应对' },
    risk: { en: 'risk', zh: '风险' },
    escalation: { en: 'escalation', zh: '升级' },
    campaign: { en: 'campaign', zh: '活动' },
    'campaign-goal': { en: 'goal of a campaign', zh: '活动目标' },
    stage: { en: 'stage', zh: '阶段' },
    move: { en: 'move', zh: '转移' },
  }),
  never: sentences({
    true: { en: 'never true', zh: '从未成立' },
    false: { en: 'never false', zh: '从未不成立' },
    kept: { en: 'never kept', zh: '从未达标' },
    missed: { en: 'never missed', zh: '从未未达标' },
    happened: { en: 'never happened', zh: '从未发生' },
  }),
  onlyUnknown: { en: (times: string) => `undecided ${times} times`, zh: (times) => `未能判断 ${times} 次` },
  list: { en: ', ', zh: '、' },
  notCovered: { en: 'Not covered:', zh: '没有覆盖：' },
  boundsTitle: {
    en: (seen: string, all: string) => `Bounds seen from every side: ${seen} of ${all}. Not seen:`,
    zh: (seen, all) => `${all} 个界限中有 ${seen} 个各侧都试过，没有试过的：`,
  },
  bound: sentences({
    below: { en: 'just below', zh: '刚低于' },
    at: { en: 'at it', zh: '正好' },
    above: { en: 'just above', zh: '刚高于' },
  }),
  boundNotSeen: {
    en: (text: string, values: string) => `${text}: ${values}`,
    zh: (text, values) => `${text}：${values}`,
  },
  unread: {
    en: (count: string, all: string, signals: string) => `No rule looked at ${count} of ${all} events: ${signals}`,
    zh: (count, all, signals) => `${all} 个事件中有 ${count} 个没有规则看过：${signals}`,
  },
  overlooked: {
    en: (count: string, all: string, members: string) => `No rule looked at ${count} of ${all} members: ${members}`,
    zh: (count, all, members) => `${all} 名成员中有 ${count} 名没有规则看过：${members}`,
  },
  more: { en: (count: string) => `${count} more`, zh: (count) => `另有 ${count} 个` },
});

export type CoverageWords = (typeof COVERAGE_WORDS)['en'];
