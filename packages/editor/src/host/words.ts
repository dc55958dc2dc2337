/** Messages of a host to users. */
import { plural, sentences } from '@steward/text';

export const HOST_WORDS = sentences({
  madeUpLog: { en: (days: number) => `a made-up log of ${days} days`, zh: (days) => `${days} 天的模拟日志` },
  madeUpNote: {
    en: (group: string) =>
      `${group} has no sample, so this is a made-up log. Its numbers show how the rules work, not how your group is doing.`,
    zh: (group) => `${group} 没有写样本，所以这是一份模拟日志：数字只说明规则怎样起作用，不代表您的群。`,
  },
  unreadable: {
    en: (problems: string) => `The log cannot be read.\n${problems}`,
    zh: (problems) => `无法读取日志。\n${problems}`,
  },
  noGroups: {
    en: 'The file declares no group, so there is nothing to simulate. Declare one: `group Name : service { … }`',
    zh: '文件没有声明群，没有可以模拟的内容。请声明一个：`群 名称 : 服务型 { … }`',
  },
  noSuchGroup: {
    en: (name: string, groups: string) => `There is no group ${name}. The rules declare: ${groups}.`,
    zh: (name, groups) => `没有群 ${name}。规则声明了：${groups}。`,
  },
  nothingBound: {
    en: (groups: string) =>
      `No group of the log matches the rules. The log has: ${groups}. Add \`match "…"\` to a group, or choose another log.`,
    zh: (groups) => `日志里没有群与规则匹配。日志里有：${groups}。请给群加上“匹配 "…"”，或换一份日志。`,
  },
  unboundNote: {
    en: (groups: string) => `No rules match these groups of the log: ${groups}.`,
    zh: (groups) => `日志里这些群没有对应的规则：${groups}。`,
  },
  everything: {
    en: (group: string, count: number) =>
      `Nothing in the log matches the globs of ${group}; its rules are applied to ${count === 1 ? 'the one group' : `all ${count} groups`} of the log.`,
    zh: (group, count) => `日志里没有群符合 ${group} 的匹配条件，因此把它的规则用于日志里的全部 ${count} 个群。`,
  },
  rosterForMany: {
    en: (path: string, group: string, count: number) =>
      `${path} is the roster of ${count} groups: everybody on it counts as a member of every group that ${group} binds. Write a group with its own \`match\` and \`roster\` for each.`,
    zh: (path, group, count) =>
      `名册 ${path} 同时用于 ${count} 个群：名册上的人会算作 ${group} 对应的每个群的成员。请为每个群单独写一个群，各带自己的 \`匹配群\` 和 \`名册\`。`,
  },
  duplicates: {
    en: (count: number) =>
      `${count} ${plural(count, 'event appears', 'events appear')} in the log twice (same group and id) and ${plural(count, 'is', 'are')} counted once.`,
    zh: (count) => `${count} 个事件在日志里出现了两次（群和编号相同），只算一次。`,
  },
  skipped: {
    en: (count: number, why: string) =>
      `${count} ${plural(count, 'record is', 'records are')} not a group event: ${why}.`,
    zh: (count, why) => `${count} 条记录不是群里的事件：${why}。`,
  },
  doubts: {
    en: (count: number, what: string, place: string, found: string) =>
      `${count} ${plural(count, 'record is', 'records are')} ${what} (such as ${found}, ${place}).`,
    zh: (count, what, place, found) => `${count} 条记录${what}（例如 ${place} 的 ${found}）。`,
  },
  more: { en: (count: number) => `… and ${count} more`, zh: (count) => `……还有 ${count} 个` },
  list: { en: ', ', zh: '、' },
  notSimulated: { en: 'Nothing has been simulated yet. Simulate first.', zh: '还没有模拟过。请先模拟。' },
  noSuchFile: {
    en: (path: string) =>
      `${path} is not a file of the simulated log. Simulate again, then open the event from the new results.`,
    zh: (path) => `${path} 不属于模拟所用的日志。请重新模拟，再从新的结果打开事件。`,
  },
  noSuchLine: {
    en: (path: string, line: number) =>
      `No event stands at line ${line} of ${path} as it was read. If the file has changed, simulate again.`,
    zh: (path, line) => `读取 ${path} 时，第 ${line} 行没有事件。如果文件改过，请重新模拟。`,
  },
  nobody: {
    en: (member: string) => `The log has no member called ${member} on that day.`,
    zh: (member) => `那一天日志里没有叫 ${member} 的成员。`,
  },
});

export type HostWords = (typeof HOST_WORDS)['en'];

const MOST_NAMED = 8;

export function named(words: HostWords, names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMED);
  const rest = names.length - shown.length;
  return [...shown, ...(rest > 0 ? [words.more(rest)] : [])].join(words.list);
}

/** A problem that the user can fix, in their language. */
export class Refusal extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Refusal';
  }
}
