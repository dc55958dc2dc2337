/**
 * Sentences at the ends of lines and in hovers; shared ones come from the report's catalogue. Parameters are formatted unless their type
 * says otherwise.
 */
import type { Signal } from '@steward/events';
import { plural, sentences } from '@steward/text';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

export const RESULT_WORDS = sentences({
  /** `3 Mar`, with the year if it differs from the log's. */
  day: {
    en: (year: string | null, month: number, day: number) =>
      `${day} ${MONTHS[month - 1] ?? month}${year === null ? '' : ` ${year}`}`,
    zh: (year, month, day) => `${year === null ? '' : `${year}年`}${month}月${day}日`,
  },

  memberShare: {
    en: (members: number, text: string, share: string) => `${text} ${plural(members, 'member', 'members')} (${share})`,
    zh: (_, text, share) => `${text} 人（${share}）`,
  },
  nobody: {
    en: (days: number, text: string) => `nobody in ${text} ${plural(days, 'day', 'days')}`,
    zh: (_, text) => `${text} 天里没有人`,
  },
  /** `+3 −1`: joins and leaves of the last seven days; `+2` is the net change, if single moves are not known. */
  week: { en: (moves: string) => `${moves} this week`, zh: (moves) => `近 7 天 ${moves}` },
  inGrace: { en: (count: string) => `${count} in grace`, zh: (count) => `${count} 人宽限中` },
  nobodyInTier: { en: 'nobody in the tier', zh: '层级里没有人' },

  neverPosted: { en: '0 · never posted', zh: '0 · 从未发布' },
  neverSaid: { en: '0 · never said', zh: '0 · 从未出现' },
  never: { en: '0 · never', zh: '0 · 从未触发' },
  /** After a mark: the latest period with this verdict. */
  lastOn: { en: (day: string) => `last ${day}`, zh: (day) => `最近 ${day}` },
  worst: { en: (value: string, day: string) => `worst ${value}, ${day}`, zh: (value, day) => `最高 ${value}，${day}` },
  missedLast: { en: (day: string) => `missed ${day}`, zh: (day) => `${day}未发布` },

  breaches: {
    en: (count: number, text: string) => `${text} ${plural(count, 'breach', 'breaches')}`,
    zh: (_, text) => `${text} 次未达标`,
  },
  breachesLast: {
    en: (count: number, text: string, day: string) => `${text} ${plural(count, 'breach', 'breaches')}, last ${day}`,
    zh: (_, text, day) => `${text} 次未达标，最近 ${day}`,
  },
  breachSince: { en: (day: string) => `in breach since ${day}`, zh: (day) => `自 ${day}起未达标` },
  breachesSince: {
    en: (text: string, day: string) => `${text} breaches, in one since ${day}`,
    zh: (text, day) => `${text} 次未达标，自 ${day}起未恢复`,
  },
  groupsInBreach: {
    en: (count: number, text: string) => `${text} ${plural(count, 'group', 'groups')} in breach`,
    zh: (_, text) => `${text} 个群未达标`,
  },
  healthy: { en: 'healthy', zh: '健康' },

  incidentsLast: {
    en: (count: number, text: string, day: string) => `${text} ${plural(count, 'incident', 'incidents')}, last ${day}`,
    zh: (_, text, day) => `${text} 起，最近 ${day}`,
  },
  open: { en: (text: string) => `${text} open`, zh: (text) => `${text} 起未关闭` },
  timesLast: {
    en: (count: number, text: string, day: string) => `${text} ${plural(count, 'time', 'times')}, last ${day}`,
    zh: (_, text, day) => `${text} 次，最近 ${day}`,
  },
  /** For a rung that results cannot distinguish from another. */
  togetherWithOthers: {
    en: (times: string) => `${times}, the rungs above included`,
    zh: (times) => `${times}（含上面几级）`,
  },

  runs: {
    en: (count: number, text: string) => `${text} ${plural(count, 'run', 'runs')}`,
    zh: (_, text) => `${text} 场`,
  },
  heldOf: {
    en: (held: string, planned: string) => `held ${held} of ${planned}`,
    zh: (held, planned) => `计划 ${planned} 场，举办 ${held} 场`,
  },
  goalsMet: {
    en: (met: string, judged: string) => `goals met ${met} of ${judged}`,
    zh: (met, judged) => `目标达成 ${met}/${judged}`,
  },
  goalUnseen: { en: 'outcome not in the log', zh: '效果不在日志里' },
  running: { en: (phase: string) => `in ${phase}`, zh: (phase) => `${phase}进行中` },

  stageSince: {
    en: (stage: string, day: string) => `${stage} since ${day}`,
    zh: (stage, day) => `${stage}，自 ${day}起`,
  },
  stageDays: {
    en: (days: number, text: string) => `${text} ${plural(days, 'day', 'days')}`,
    zh: (_, text) => `${text} 天`,
  },
  now: { en: 'now', zh: '当前' },
  groupsNow: {
    en: (count: number, text: string) => `now ${text} ${plural(count, 'group', 'groups')}`,
    zh: (_, text) => `当前 ${text} 个群`,
  },
  blockedDays: {
    en: (days: number, text: string) => `no way on for ${text} ${plural(days, 'day', 'days')}`,
    zh: (_, text) => `${text} 天无路可走`,
  },

  capacityKept: {
    en: (peak: string, limit: string) => `peak ${peak} of ${limit}`,
    zh: (peak, limit) => `峰值 ${peak}，上限 ${limit}`,
  },
  capacityOver: {
    en: (days: number, text: string, peak: string) => `over on ${text} ${plural(days, 'day', 'days')}, peak ${peak}`,
    zh: (_, text, peak) => `超出 ${text} 天，峰值 ${peak}`,
  },
  nicknamesOff: {
    en: (text: string, checked: string) => `${text} of ${checked} names differ`,
    zh: (text, checked) => `${checked} 个昵称中 ${text} 个不符`,
  },
  nicknamesKept: {
    en: (count: number, text: string) => `${text} ${plural(count, 'name follows', 'names follow')}`,
    zh: (_, text) => `${text} 个昵称全部符合`,
  },
  noNames: { en: 'the log knows no names', zh: '日志里没有昵称' },
  notBound: { en: 'no group of the log is bound', zh: '日志里没有对应的群' },

  capacity: { en: 'capacity', zh: '人数上限' },
  nickname: { en: 'nicknames', zh: '昵称格式' },
  weekHeader: { en: 'this week', zh: '近 7 天' },
  who: { en: (names: string) => `In it at the end: ${names}`, zh: (names) => `期末成员：${names}` },
  incident: { en: 'incident', zh: '风险' },
  openTime: { en: 'opened', zh: '触发' },
  onBreach: { en: 'on breach', zh: '未达标时' },
  escalatesTo: { en: (risk: string) => `escalates to ${risk}`, zh: (risk) => `升级为 ${risk}` },
  begins: { en: 'begins', zh: '开始' },
  run: { en: 'run', zh: '场次' },
  phases: { en: 'phases', zh: '阶段' },
  goal: { en: 'goal', zh: '目标' },
  goals: { en: 'goals', zh: '目标' },
  scenarios: { en: 'Scenarios', zh: '场景' },
  undecidedOf: { en: (count: string) => `Could not be decided: ${count}.`, zh: (count) => `无法判断：${count}。` },
  sameBy: { en: 'The same on the command line:', zh: '在命令行得到同样的结果：' },

  undecided: { en: (text: string) => `${text} undecided`, zh: (text) => `无法判断 ${text}` },
  /** Missing signals, in the plural. */
  needs: {
    en: (signals: string) => `needs ${signals}: the log has none`,
    zh: (signals) => `需要${signals}事件：日志里没有`,
  },
  signals: {
    en: (signal: Signal, _alias: string) => (signal === 'checkin' ? 'check-ins' : `${signal}s`),
    zh: (_, alias) => alias,
  },
  needsDays: {
    en: (from: string) => `needs days before the log: decidable from ${from}`,
    zh: (from) => `需要日志之前的记录：${from}起可以判断`,
  },
  needsEarlier: { en: 'needs days before the log', zh: '需要日志之前的记录' },
  unknownRole: { en: 'nobody says who is staff', zh: '不知道谁是工作人员' },
  unknownMedia: { en: 'some messages are of an unknown form', zh: '有些消息不知道是什么形式' },
  unknownStart: { en: 'the log does not show when this began', zh: '日志没有显示起点' },
  periodRunning: { en: 'the period was still running', zh: '周期尚未结束' },
  noBase: { en: 'nothing to compare with', zh: '没有可比的基数' },
});

export type ResultWords = (typeof RESULT_WORDS)['en'];
