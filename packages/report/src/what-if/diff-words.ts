import { counted, plural, sentences } from '@steward/text';

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

export const DIFF_WORDS = sentences({
  sides: {
    en: (before: string, after: string, log: string) => `${before} → ${after}, on ${log}`,
    zh: (before, after, log) => `${before} → ${after}，日志 ${log}`,
  },
  nothing: {
    en: (groups: number) => `Nothing changes in ${counted(groups, 'group')}.`,
    zh: (groups) => `${groups} 个群都没有变化。`,
  },
  totals: {
    en: (members: number, appearing: number, going: number, more: number, fewer: number) =>
      [
        `${counted(members, 'member')} change${plural(members, 's', '')} tier`,
        `${counted(appearing, 'incident')} appear${plural(appearing, 's', '')}, ${going} go${plural(going, 'es', '')}`,
        `${counted(more, 'action')} more, ${fewer} fewer`,
      ].join(' · '),
    zh: (members, appearing, going, more, fewer) =>
      `${members} 名成员换了等级 · 新增 ${appearing} 起事件，消失 ${going} 起 · 动作多 ${more} 次，少 ${fewer} 次`,
  },
  inGroups: {
    en: (changed: number, groups: number) =>
      `${changed} of ${counted(groups, 'group')} differ${plural(changed, 's', '')}.`,
    zh: (changed, groups) => `${groups} 个群中有 ${changed} 个不同。`,
  },
  governed: {
    en: (before: string | null, after: string | null) => `rules of ${before ?? 'nobody'} → ${after ?? 'nobody'}`,
    zh: (before, after) => `适用规则 ${before ?? '无'} → ${after ?? '无'}`,
  },
  section: sentences({
    members: { en: 'Members', zh: '成员' },
    incidents: { en: 'Incidents', zh: '事件' },
    actions: { en: 'Actions', zh: '动作' },
    counts: { en: 'Counts', zh: '数量' },
    verdicts: { en: 'Verdicts', zh: '判断' },
  }),
  none: { en: 'no tier', zh: '无等级' },
  outside: { en: 'not a member', zh: '不是成员' },
  /** Between the names of a list. */
  list: { en: ', ', zh: '、' },
  colon: { en: ': ', zh: '：' },
  more: { en: (count: string) => `and ${count} more`, zh: (count) => `另有 ${count} 个` },
  moved: {
    en: (before: string, after: string, count: string, names: string) => `${before} → ${after}: ${count} (${names})`,
    zh: (before, after, count, names) => `${before} → ${after}：${count} 人（${names}）`,
  },
  /** Members whose final tier is the same: each earlier move with count and names. */
  earlier: {
    en: (moves: readonly string[]) => `the same at the end, another tier on days before: ${moves.join('; ')}`,
    zh: (moves) => `最后相同，之前有几天等级不同：${moves.join('；')}`,
  },
  appears: { en: (risk: string, at: string) => `+ ${risk}, ${at}`, zh: (risk, at) => `+ ${risk}，${at}` },
  goes: { en: (risk: string, at: string) => `− ${risk}, ${at}`, zh: (risk, at) => `− ${risk}，${at}` },
  differs: {
    en: (risk: string, at: string, what: string) => `~ ${risk}, ${at}: ${what}`,
    zh: (risk, at, what) => `~ ${risk}，${at}：${what}`,
  },
  of: { en: (members: string) => ` (${members})`, zh: (members) => `（${members}）` },
  course: sentences({
    closes: { en: 'closes', zh: '结束' },
    reopened: { en: 'opened again', zh: '再次出现' },
    escalations: { en: 'escalations', zh: '升级' },
    duty: { en: 'on duty', zh: '值班' },
    senders: { en: 'senders', zh: '发送者' },
    evidence: { en: 'events behind it', zh: '依据的消息数' },
  }),
  stillOpen: { en: 'still open', zh: '仍未结束' },
  count: sentences({
    tier: { en: (name: string) => `members in ${name}`, zh: (name) => `${name} 的成员` },
    category: { en: (name: string) => `messages of ${name}`, zh: (name) => `${name} 类消息` },
    uncategorised: { en: () => 'messages without a category', zh: () => '未分类的消息' },
    ban: { en: (name: string) => `messages with words of ${name}`, zh: (name) => `含 ${name} 词语的消息` },
    prevented: { en: (name: string) => `events that ${name} prevents`, zh: (name) => `${name} 可避免的事件` },
    'over-capacity': { en: () => 'days over capacity', zh: () => '超员天数' },
    nickname: { en: () => 'names that do not follow the pattern', zh: () => '不合格式的名字' },
  }),
  judged: sentences({
    mix: { en: (name: string) => `mix per ${name}`, zh: (name) => `${PERIODS[name] ?? name}的内容配比` },
    cap: { en: (name: string) => `cap on ${name}`, zh: (name) => `${name} 的上限` },
    slot: { en: (name: string) => `slot ${name}`, zh: (name) => `时段 ${name}` },
    health: { en: (name: string) => name, zh: (name) => name },
    campaign: { en: (name: string) => `campaign ${name}`, zh: (name) => `活动 ${name}` },
    cadence: { en: (name: string) => `cadence, ${name}`, zh: (name) => `${SIZES[name] ?? name}活动的频率` },
    stage: { en: () => 'stage', zh: () => '阶段' },
  }),
  verdict: { en: (verdict: string) => verdict, zh: (verdict) => VERDICTS[verdict] ?? verdict },
  absent: { en: 'none', zh: '无' },
  at: { en: (count: string, list: string) => `${count}× (${list})`, zh: (count, list) => `${count} 次（${list}）` },
  moreGroups: {
    en: (count: string) => `… and ${count} more groups that differ`,
    zh: (count) => `……另有 ${count} 个群不同`,
  },
  group: { en: 'Group', zh: '群' },
});

export type DiffWords = (typeof DIFF_WORDS)['en'];
