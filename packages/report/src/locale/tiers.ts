/** The tiers of a group and who is in them. */
import { sentences } from '@steward/text';

export const TIERS = sentences({
  tiers: { en: 'Tiers', zh: '用户分层' },
  tierHeader: sentences({
    tier: { en: 'tier', zh: '层级' },
    members: { en: 'members', zh: '人数' },
    share: { en: 'share', zh: '占比' },
    byDay: { en: 'by day', zh: '每日人数' },
    moves: { en: 'in / out', zh: '进 / 出' },
    grace: { en: 'in grace', zh: '宽限中' },
    unknown: { en: 'undecided', zh: '无法判断' },
  }),
  noTier: { en: 'no tier', zh: '未分层' },
  /** Condition of the catch-all tier. */
  otherwise: { en: 'everybody else', zh: '其余的人' },
  movesOf: { en: (names: string) => `Most moves: ${names}`, zh: (names) => `主要流动：${names}` },
  task: {
    en: (title: string, tier: string) => `task "${title}" of ${tier}`,
    zh: (title, tier) => `${tier}的任务“${title}”`,
  },
  taskState: {
    en: (done: string, open: string, unknown: number) =>
      `${done} done, ${open} open${unknown > 0 ? `, ${unknown} undecided` : ''}`,
    zh: (done, open, unknown) => `完成 ${done}，未完成 ${open}${unknown > 0 ? `，无法判断 ${unknown}` : ''}`,
  },
});
