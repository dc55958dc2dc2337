import type { ResultWords } from './catalogue.ts';

export const zh: ResultWords = {
  day: (year, month, day) => `${year === null ? '' : `${year}年`}${month}月${day}日`,

  memberShare: (_, text, share) => `${text} 人（${share}）`,
  nobody: (_, text) => `${text} 天里没有人`,
  week: (entered, left) => `近 7 天 +${entered} −${left}`,
  weekChange: (change) => `近 7 天 ${change}`,
  inGrace: (count) => `${count} 人宽限中`,
  nobodyInTier: '层级里没有人',

  neverPosted: '0 · 从未发布',
  neverSaid: '0 · 从未出现',
  never: '0 · 从未触发',
  lastOn: (day) => `最近 ${day}`,
  worst: (value, day) => `最高 ${value}，${day}`,
  missedLast: (day) => `${day}未发布`,

  breaches: (_, text) => `${text} 次未达标`,
  breachesLast: (_, text, day) => `${text} 次未达标，最近 ${day}`,
  breachSince: (day) => `自 ${day}起未达标`,
  breachesSince: (text, day) => `${text} 次未达标，自 ${day}起未恢复`,
  groupsInBreach: (_, text) => `${text} 个群未达标`,
  healthy: '健康',

  incidentsLast: (_, text, day) => `${text} 起，最近 ${day}`,
  open: (text) => `${text} 起未关闭`,
  timesLast: (_, text, day) => `${text} 次，最近 ${day}`,
  togetherWithOthers: (times) => `${times}（含上面几级）`,

  runs: (_, text) => `${text} 场`,
  heldOf: (held, planned) => `计划 ${planned} 场，举办 ${held} 场`,
  goalsMet: (met, judged) => `目标达成 ${met}/${judged}`,
  goalUnseen: '效果不在日志里',
  running: (phase) => `${phase}进行中`,

  stageSince: (stage, day) => `${stage}，自 ${day}起`,
  stageDays: (_, text) => `${text} 天`,
  now: '当前',
  groupsNow: (_, text) => `当前 ${text} 个群`,
  blockedDays: (_, text) => `${text} 天无路可走`,

  capacityKept: (peak, limit) => `峰值 ${peak}，上限 ${limit}`,
  capacityOver: (_, text, peak) => `超出 ${text} 天，峰值 ${peak}`,
  nicknamesOff: (text, checked) => `${checked} 个昵称中 ${text} 个不符`,
  notBound: '日志里没有对应的群',

  undecided: (text) => `无法判断 ${text}`,
  needs: (signals) => `需要${signals}事件：日志里没有`,
  signals: (_, alias) => alias,
  needsDays: (from) => `需要日志之前的记录：${from}起可以判断`,
  needsEarlier: '需要日志之前的记录',
  unknownStart: '日志没有显示起点',
  periodRunning: '周期尚未结束',
  noBase: '没有可比的基数',
};
