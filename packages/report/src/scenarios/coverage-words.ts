/** The sentences of a coverage report, in both languages. */
import type { CoveredKind, PointName } from '@steward/simulator';
import type { Locale } from '@steward/text';

export interface CoverageWords {
  title: string;
  header: { clauses: string; covered: string; share: string };
  all: string;
  kind: Record<CoveredKind, string>;
  never: Record<PointName, string>;
  onlyUnknown: (times: string) => string;
  list: string;
  notCovered: string;
  boundsTitle: (seen: string, all: string) => string;
  bound: { below: string; at: string; above: string };
  boundNotSeen: (text: string, values: string) => string;
  unread: (count: string, all: string, signals: string) => string;
  overlooked: (count: string, all: string, members: string) => string;
  more: (count: string) => string;
}

const en: CoverageWords = {
  title: 'Coverage',
  header: { clauses: 'clauses', covered: 'covered', share: 'share' },
  all: 'all',
  kind: {
    tier: 'tier',
    task: 'task',
    category: 'category',
    mix: 'mix',
    cap: 'cap',
    ban: 'ban',
    slot: 'slot',
    goal: 'goal',
    response: 'response',
    risk: 'risk',
    escalation: 'escalation',
    campaign: 'campaign',
    'campaign-goal': 'goal of a campaign',
    stage: 'stage',
    move: 'move',
  },
  never: {
    true: 'never true',
    false: 'never false',
    kept: 'never kept',
    missed: 'never missed',
    happened: 'never happened',
  },
  onlyUnknown: (times) => `undecided ${times} times`,
  list: ', ',
  notCovered: 'Not covered:',
  boundsTitle: (seen, all) => `Bounds seen from every side: ${seen} of ${all}. Not seen:`,
  bound: { below: 'just below', at: 'at it', above: 'just above' },
  boundNotSeen: (text, values) => `${text}: ${values}`,
  unread: (count, all, signals) => `No rule looked at ${count} of ${all} events: ${signals}`,
  overlooked: (count, all, members) => `No rule looked at ${count} of ${all} members: ${members}`,
  more: (count) => `${count} more`,
};

const zh: CoverageWords = {
  title: '覆盖率',
  header: { clauses: '条款', covered: '已覆盖', share: '占比' },
  all: '合计',
  kind: {
    tier: '层级',
    task: '任务',
    category: '类别',
    mix: '配比',
    cap: '上限',
    ban: '禁用',
    slot: '时段',
    goal: '目标',
    response: '应对',
    risk: '风险',
    escalation: '升级',
    campaign: '活动',
    'campaign-goal': '活动目标',
    stage: '阶段',
    move: '转移',
  },
  never: {
    true: '从未成立',
    false: '从未不成立',
    kept: '从未达标',
    missed: '从未未达标',
    happened: '从未发生',
  },
  onlyUnknown: (times) => `未能判断 ${times} 次`,
  list: '、',
  notCovered: '没有覆盖：',
  boundsTitle: (seen, all) => `${all} 个界限中有 ${seen} 个各侧都试过，没有试过的：`,
  bound: { below: '刚低于', at: '正好', above: '刚高于' },
  boundNotSeen: (text, values) => `${text}：${values}`,
  unread: (count, all, signals) => `${all} 个事件中有 ${count} 个没有规则看过：${signals}`,
  overlooked: (count, all, members) => `${all} 名成员中有 ${count} 名没有规则看过：${members}`,
  more: (count) => `另有 ${count} 个`,
};

export function coverageWords(locale: Locale): CoverageWords {
  return locale === 'zh' ? zh : en;
}
