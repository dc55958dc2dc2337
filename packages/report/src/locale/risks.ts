/** Incidents, and the actions that rules would have taken. */
import { plural, sentences } from '@steward/text';

export const RISKS = sentences({
  risks: { en: 'Risks', zh: '风险' },
  quiet: { en: 'no incident', zh: '没有发生' },
  incidentCount: {
    en: (count: number, text: string) => `${text} ${plural(count, 'incident', 'incidents')}`,
    zh: (_, text) => `${text} 起`,
  },
  escalatedCount: { en: (text: string) => `${text} escalated`, zh: (text) => `${text} 起升级` },
  openCount: { en: (text: string) => `${text} open at the end`, zh: (text) => `期末未关闭 ${text} 起` },
  stillOpen: { en: 'still open when the log ends', zh: '到日志结束仍未关闭' },
  when: { en: 'when', zh: '条件' },
  closedByResolve: { en: 'settled by hand', zh: '人工处置' },
  reopened: {
    en: (times: number, text: string) => `reopened ${times === 1 ? 'once' : `${text} times`}`,
    zh: (_, text) => `重新触发 ${text} 次`,
  },
  escalatedFrom: {
    en: (incident: string) => `escalated from ${incident}`,
    zh: (incident) => `由 ${incident} 升级而来`,
  },
  onDuty: { en: 'on duty', zh: '值班' },
  nobodyOnDuty: { en: 'nobody', zh: '无人' },
  /** Stands for people the log does not name. */
  nobodyArgument: { en: 'author unknown', zh: '作者不明' },
  /** Actions whose target the log does not say. */
  meetNobody: {
    en: (count: number, text: string) =>
      `${text} of them ${plural(count, 'is', 'are')} for events whose author the log does not name: ${plural(count, 'it', 'they')} would meet nobody.`,
    zh: (_, text) => `其中 ${text} 次针对的事件，日志没有写明作者，因此不会作用于任何人。`,
  },
  ladder: { en: 'escalates', zh: '升级' },
  ladderStep: {
    en: (to: string, rule: 'open' | 'times', at: string) =>
      `to ${to} at ${at} (${rule === 'open' ? 'open too long' : 'too many openings'})`,
    zh: (to, rule, at) => `${at} 升级为 ${to}（${rule === 'open' ? '持续过久' : '次数过多'}）`,
  },
  did: { en: 'actions', zh: '动作' },
  senders: { en: 'members', zh: '当事人' },
  evidence: { en: 'evidence', zh: '证据' },
  noEvidence: { en: 'no single event: the condition became true with time', zh: '没有单个事件：条件随时间推移而成立' },
  earlierIncidents: {
    en: (count: string) => `${count} more incidents of this risk are not shown`,
    zh: (count) => `这一风险另有 ${count} 起未列出`,
  },

  actions: { en: 'Actions the rules would have taken', zh: '规则会采取的动作' },
  noActions: { en: 'none', zh: '没有' },
  actionHeader: sentences({
    action: { en: 'action', zh: '动作' },
    count: { en: 'times', zh: '次数' },
    prevented: { en: 'would have prevented', zh: '本可避免' },
    causes: { en: 'because of', zh: '起因' },
  }),
  prevented: {
    en: (count: number, text: string) => `${text} ${plural(count, 'event', 'events')}`,
    zh: (_, text) => `${text} 个事件`,
  },
  causes: sentences({
    ban: { en: 'bans', zh: '禁用词' },
    risk: { en: 'risks', zh: '风险' },
    tier: { en: 'tiers', zh: '层级' },
    health: { en: 'health', zh: '健康度' },
    campaign: { en: 'campaigns', zh: '活动' },
  }),
  nothingSent: {
    en: 'Nothing was sent: this is what the rules would have done to the log.',
    zh: '没有真的发送任何内容：以上是规则作用于这份日志时会做的事。',
  },
  /** An argument that is not a single name. */
  messagesArgument: {
    en: (count: number, text: string) => `${text} ${plural(count, 'message', 'messages')}`,
    zh: (_, text) => `${text} 条消息`,
  },
  membersArgument: {
    en: (count: number, text: string) => `${text} ${plural(count, 'member', 'members')}`,
    zh: (_, text) => `${text} 人`,
  },
});
