/** The sentences of a comparison, in both languages. Parameters are already formatted. */
import type { CountChange, VerdictChange } from '@steward/simulator';
import type { Locale } from '@steward/text';

export interface DiffWords {
  sides: (before: string, after: string, log: string) => string;
  nothing: (groups: number) => string;
  totals: (members: number, appearing: number, going: number, more: number, fewer: number) => string;
  inGroups: (changed: number, groups: number) => string;
  governed: (before: string | null, after: string | null) => string;
  section: Record<'members' | 'incidents' | 'actions' | 'counts' | 'verdicts', string>;
  none: string;
  outside: string;
  /** Between the names of a list. */
  list: string;
  colon: string;
  more: (count: string) => string;
  moved: (before: string, after: string, count: string, names: string) => string;
  /** Members whose tier is the same at the end: each move with how many and who. */
  earlier: (moves: readonly string[]) => string;
  appears: (risk: string, at: string) => string;
  goes: (risk: string, at: string) => string;
  differs: (risk: string, at: string, what: string) => string;
  of: (members: string) => string;
  course: Record<'closes' | 'reopened' | 'escalations' | 'duty' | 'senders' | 'evidence', string>;
  stillOpen: string;
  count: Record<CountChange['what'], (name: string) => string>;
  judged: Record<VerdictChange['what'], (name: string) => string>;
  verdict: (verdict: string) => string;
  absent: string;
  at: (count: string, list: string) => string;
  moreGroups: (count: string) => string;
  group: string;
}

const s = (count: number): string => (count === 1 ? '' : 's');

const en: DiffWords = {
  sides: (before, after, log) => `${before} → ${after}, on ${log}`,
  nothing: (groups) => `Nothing changes in ${groups} group${s(groups)}.`,
  totals: (members, appearing, going, more, fewer) =>
    [
      `${members} member${s(members)} change${members === 1 ? 's' : ''} tier`,
      `${appearing} incident${s(appearing)} appear${appearing === 1 ? 's' : ''}, ${going} go${going === 1 ? 'es' : ''}`,
      `${more} action${s(more)} more, ${fewer} fewer`,
    ].join(' · '),
  inGroups: (changed, groups) => `${changed} of ${groups} group${s(groups)} differ${changed === 1 ? 's' : ''}.`,
  governed: (before, after) => `rules of ${before ?? 'nobody'} → ${after ?? 'nobody'}`,
  section: {
    members: 'Members',
    incidents: 'Incidents',
    actions: 'Actions',
    counts: 'Counts',
    verdicts: 'Verdicts',
  },
  none: 'no tier',
  outside: 'not a member',
  list: ', ',
  colon: ': ',
  more: (count) => `and ${count} more`,
  moved: (before, after, count, names) => `${before} → ${after}: ${count} (${names})`,
  earlier: (moves) => `the same at the end, another tier on days before: ${moves.join('; ')}`,
  appears: (risk, at) => `+ ${risk}, ${at}`,
  goes: (risk, at) => `− ${risk}, ${at}`,
  differs: (risk, at, what) => `~ ${risk}, ${at}: ${what}`,
  of: (members) => ` (${members})`,
  course: {
    closes: 'closes',
    reopened: 'opened again',
    escalations: 'escalations',
    duty: 'on duty',
    senders: 'senders',
    evidence: 'events behind it',
  },
  stillOpen: 'still open',
  count: {
    tier: (name) => `members in ${name}`,
    category: (name) => `messages of ${name}`,
    uncategorised: () => 'messages without a category',
    ban: (name) => `messages with words of ${name}`,
    prevented: (name) => `events that ${name} prevents`,
    'over-capacity': () => 'days over capacity',
    nickname: () => 'names that do not follow the pattern',
  },
  judged: {
    mix: (name) => `mix per ${name}`,
    cap: (name) => `cap on ${name}`,
    slot: (name) => `slot ${name}`,
    health: (name) => name,
    campaign: (name) => `campaign ${name}`,
    cadence: (name) => `cadence, ${name}`,
    stage: () => 'stage',
  },
  verdict: (verdict) => verdict,
  absent: 'none',
  at: (count, list) => `${count}× (${list})`,
  moreGroups: (count) => `… and ${count} more groups that differ`,
  group: 'Group',
};

const VERDICTS: Readonly<Record<string, string>> = {
  kept: '符合',
  missed: '未达到',
  exceeded: '超出',
  empty: '没有消息',
  unknown: '无法判断',
  healthy: '健康',
  breach: '不健康',
  under: '不足',
  met: '达到',
  over: '超过',
  planned: '计划',
  held: '已举行',
  action: '由规则发起',
  paused: '已暂停',
  pending: '未结束',
  hypothetical: '假设',
  'not-held': '未举行',
};
const PERIODS: Readonly<Record<string, string>> = { hour: '每小时', day: '每天', week: '每周', month: '每月' };
const SIZES: Readonly<Record<string, string>> = { large: '大型', medium: '中型', light: '轻量' };

const zh: DiffWords = {
  sides: (before, after, log) => `${before} → ${after}，日志 ${log}`,
  nothing: (groups) => `${groups} 个群都没有变化。`,
  totals: (members, appearing, going, more, fewer) =>
    `${members} 名成员换了等级 · 新增 ${appearing} 起事件，消失 ${going} 起 · 动作多 ${more} 次，少 ${fewer} 次`,
  inGroups: (changed, groups) => `${groups} 个群中有 ${changed} 个不同。`,
  governed: (before, after) => `适用规则 ${before ?? '无'} → ${after ?? '无'}`,
  section: { members: '成员', incidents: '事件', actions: '动作', counts: '数量', verdicts: '判断' },
  none: '无等级',
  outside: '不是成员',
  list: '、',
  colon: '：',
  more: (count) => `另有 ${count} 个`,
  moved: (before, after, count, names) => `${before} → ${after}：${count} 人（${names}）`,
  earlier: (moves) => `最后相同，之前有几天等级不同：${moves.join('；')}`,
  appears: (risk, at) => `+ ${risk}，${at}`,
  goes: (risk, at) => `− ${risk}，${at}`,
  differs: (risk, at, what) => `~ ${risk}，${at}：${what}`,
  of: (members) => `（${members}）`,
  course: {
    closes: '结束',
    reopened: '再次出现',
    escalations: '升级',
    duty: '值班',
    senders: '发送者',
    evidence: '依据的消息数',
  },
  stillOpen: '仍未结束',
  count: {
    tier: (name) => `${name} 的成员`,
    category: (name) => `${name} 类消息`,
    uncategorised: () => '未分类的消息',
    ban: (name) => `含 ${name} 词语的消息`,
    prevented: (name) => `${name} 可避免的事件`,
    'over-capacity': () => '超员天数',
    nickname: () => '不合格式的名字',
  },
  judged: {
    mix: (name) => `${PERIODS[name] ?? name}的内容配比`,
    cap: (name) => `${name} 的上限`,
    slot: (name) => `时段 ${name}`,
    health: (name) => name,
    campaign: (name) => `活动 ${name}`,
    cadence: (name) => `${SIZES[name] ?? name}活动的频率`,
    stage: () => '阶段',
  },
  verdict: (verdict) => VERDICTS[verdict] ?? verdict,
  absent: '无',
  at: (count, list) => `${count} 次（${list}）`,
  moreGroups: (count) => `……另有 ${count} 个群不同`,
  group: '群',
};

export function diffWords(locale: Locale): DiffWords {
  return locale === 'zh' ? zh : en;
}
