/** Punctuation, counts, and the head of a report: people, roster, capacity. */
import type { KnownRole } from '@steward/simulator';
import { plural, sentences } from '@steward/text';

const ROLE = sentences({
  owner: { en: 'owner', zh: '群主' },
  staff: { en: 'staff', zh: '工作人员' },
  member: { en: 'member', zh: '普通成员' },
  bot: { en: 'bot', zh: '机器人' },
});

export const OVERVIEW = sentences({
  /** Separates the items of a list. */
  comma: { en: ', ', zh: '、' },
  /** Separates the parts of a sentence. */
  pause: { en: ', ', zh: '，' },
  colon: { en: ': ', zh: '：' },
  openParenthesis: { en: ' (', zh: '（' },
  closeParenthesis: { en: ')', zh: '）' },

  dayCount: {
    en: (count: number, text: string) => `${text} ${plural(count, 'day', 'days')}`,
    zh: (_, text) => `${text} 天`,
  },
  memberCount: {
    en: (count: number, text: string) => `${text} ${plural(count, 'member', 'members')}`,
    zh: (_, text) => `${text} 名成员`,
  },
  eventCount: {
    en: (count: number, text: string) => `${text} ${plural(count, 'event', 'events')}`,
    zh: (_, text) => `${text} 个事件`,
  },
  messageCount: {
    en: (count: number, text: string) => `${text} ${plural(count, 'message', 'messages')}`,
    zh: (_, text) => `${text} 条消息`,
  },
  groupCount: {
    en: (count: number, text: string) => `${text} ${plural(count, 'group', 'groups')}`,
    zh: (_, text) => `${text} 个群`,
  },
  morePeople: { en: (count: string) => `and ${count} more`, zh: (count) => `另有 ${count} 人` },
  more: { en: (count: string) => `and ${count} more`, zh: (count) => `另有 ${count} 项` },
  joinedLeft: {
    en: (joined: string, left: string) => `+${joined} −${left}`,
    zh: (joined, left) => `入群 ${joined}、退群 ${left}`,
  },
  /** Introduces the people who count as owner, staff or bots. */
  staff: { en: 'Staff', zh: '管理人员' },
  role: ROLE,
  /** `小美 (by role moderator)`; includes the role unless it is `staff`. */
  knownRole: {
    en: (name: string, role: KnownRole['role'], from: KnownRole['from'], declared: string) => {
      const source = { log: 'by the log', roster: 'by the roster', declared: `by role ${declared}` }[from];
      return `${name} (${role === 'staff' ? '' : `${role}, `}${source})`;
    },
    zh: (name, role, from, declared) => {
      const source = { log: '据日志', roster: '据名册', declared: `据角色“${declared}”` }[from];
      return `${name}（${role === 'staff' ? '' : `${ROLE.zh[role]}，`}${source}）`;
    },
  },
  absentMember: {
    en: (role: string, members: string) =>
      `Role ${role} lists ${members}, but neither the log nor the roster has that id or name. Correct it, or everything this person writes counts as a member's.`,
    zh: (role, members) =>
      `角色“${role}”写了 ${members}，但日志和名册里都没有这个标识或名字。请改正，否则此人的发言会算作普通成员的发言。`,
  },
  rosterSilent: {
    en: (count: string, of: string, examples: string) =>
      `${count} of ${of} on the roster never occur in the log: ${examples}`,
    zh: (count, of, examples) => `名册上 ${of} 人，其中 ${count} 人在日志里从未出现：${examples}`,
  },
  rosterUnlisted: {
    en: (count: number, text: string, examples: string) =>
      `${text} ${plural(count, 'person', 'people')} of the log ${plural(count, 'is', 'are')} on no roster: ${examples}`,
    zh: (_, text, examples) => `日志里有 ${text} 人不在名册上：${examples}`,
  },
  undecidedCategory: {
    en: (text: string) =>
      `the category of ${text} messages is undecided: it depends on a role or a message type missing from the log`,
    zh: (text) => `${text} 条消息的类别无法判断：取决于日志没有写明的身份或消息形式`,
  },
  capacity: {
    en: (limit: string, peak: string, daysOver: number) =>
      `capacity ${limit}: peak ${peak}${daysOver > 0 ? `, over on ${daysOver} ${plural(daysOver, 'day', 'days')}` : ''}`,
    zh: (limit, peak, daysOver) => `人数上限 ${limit}，峰值 ${peak}${daysOver > 0 ? `，超出 ${daysOver} 天` : ''}`,
  },
  nickname: {
    en: (mismatched: string, checked: string, examples: string) =>
      mismatched === '0'
        ? `nicknames: all ${checked} follow the pattern`
        : `nicknames: ${mismatched} of ${checked} do not follow the pattern${examples === '' ? '' : ` (${examples})`}`,
    zh: (mismatched, checked, examples) =>
      mismatched === '0'
        ? `昵称：${checked} 个全部符合格式`
        : `昵称：${checked} 个中有 ${mismatched} 个不符合格式${examples === '' ? '' : `（${examples}）`}`,
  },
});
