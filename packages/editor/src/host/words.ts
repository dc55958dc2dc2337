/** What a host says to people, in both languages. */
import type { Locale } from '@steward/text';

export interface HostWords {
  madeUpLog: (days: number) => string;
  madeUpNote: (group: string) => string;
  unreadable: (problems: string) => string;
  noGroups: string;
  noSuchGroup: (name: string, groups: string) => string;
  nothingBound: (groups: string) => string;
  unboundNote: (groups: string) => string;
  everything: (group: string, count: number) => string;
  rosterForMany: (path: string, group: string, count: number) => string;
  duplicates: (count: number) => string;
  skipped: (count: number, why: string) => string;
  doubts: (count: number, what: string, place: string, found: string) => string;
  more: (count: number) => string;
  list: string;
  notSimulated: string;
  noSuchFile: (path: string) => string;
  noSuchLine: (path: string, line: number) => string;
  nobody: (member: string) => string;
}

const en: HostWords = {
  madeUpLog: (days) => `a made-up log of ${days} days`,
  madeUpNote: (group) =>
    `${group} names no sample, so this is a made-up log: its numbers say how the rules work, not how your group does.`,
  unreadable: (problems) => `The log cannot be read.\n${problems}`,
  noGroups: 'The file declares no group, so there is nothing to simulate. Declare one: group Name : service { … }',
  noSuchGroup: (name, groups) => `There is no group ${name}. The rules declare: ${groups}.`,
  nothingBound: (groups) =>
    `No group of the log matches the rules. The log has: ${groups}. Add \`match "…"\` to a group, or choose another log.`,
  unboundNote: (groups) => `The log also has groups that no rules match: ${groups}.`,
  everything: (group, count) =>
    `Nothing in the log matches the globs of ${group}; its rules are applied to ${count === 1 ? 'the one group' : `all ${count} groups`} of the log.`,
  rosterForMany: (path, group, count) =>
    `The one roster ${path} stands for ${count} groups: whoever is on it counts as a member of each group that ${group} binds. Write a group with a match and a roster of its own for each.`,
  duplicates: (count) =>
    `${count} ${count === 1 ? 'event stands' : 'events stand'} in the log twice (same group and id) and ${count === 1 ? 'counts' : 'count'} once.`,
  skipped: (count, why) => `${count} ${count === 1 ? 'record is' : 'records are'} no event of a group: ${why}.`,
  doubts: (count, what, place, found) =>
    `${count} ${count === 1 ? 'record is' : 'records are'} ${what} (such as ${found}, ${place}).`,
  more: (count) => `… and ${count} more`,
  list: ', ',
  notSimulated: 'Nothing was simulated yet. Simulate first.',
  noSuchFile: (path) =>
    `${path} is no file of the log that was simulated. Simulate again, and open the event from its results.`,
  noSuchLine: (path, line) =>
    `No event stands at line ${line} of ${path} as it was read. If the file has changed, simulate again.`,
  nobody: (member) => `Nobody called ${member} is in the log on that day.`,
};

const zh: HostWords = {
  madeUpLog: (days) => `${days} 天的模拟日志`,
  madeUpNote: (group) => `${group} 没有写样本，所以这是一份模拟日志：数字说明规则如何起作用，而不是您的群怎么样。`,
  unreadable: (problems) => `无法读取日志。\n${problems}`,
  noGroups: '文件没有声明群，没有可以模拟的内容。请声明一个：群 名称 : 服务型 { … }',
  noSuchGroup: (name, groups) => `没有群 ${name}。规则声明了：${groups}。`,
  nothingBound: (groups) => `日志里没有群与规则匹配。日志里有：${groups}。请给群加上“匹配 "…"”，或换一份日志。`,
  unboundNote: (groups) => `日志里还有没有规则匹配的群：${groups}。`,
  everything: (group, count) => `日志里没有群符合 ${group} 的匹配条件，因此把它的规则用于日志里的全部 ${count} 个群。`,
  rosterForMany: (path, group, count) =>
    `名册 ${path} 同时用于 ${count} 个群：名册上的人会算作 ${group} 对应的每个群的成员。请为每个群分别写一个带“匹配”和“名册”的群。`,
  duplicates: (count) => `${count} 个事件在日志里出现了两次（群和编号相同），只算一次。`,
  skipped: (count, why) => `${count} 条记录不是群里的事件：${why}。`,
  doubts: (count, what, place, found) => `${count} 条记录${what}（例如 ${place} 的 ${found}）。`,
  more: (count) => `……还有 ${count} 个`,
  list: '、',
  notSimulated: '还没有模拟过。请先模拟。',
  noSuchFile: (path) => `${path} 不是模拟所用日志的文件。请重新模拟，再从结果打开事件。`,
  noSuchLine: (path, line) => `读取 ${path} 时，第 ${line} 行没有事件。如果文件改过，请重新模拟。`,
  nobody: (member) => `那一天日志里没有叫 ${member} 的成员。`,
};

export function hostWords(locale: Locale): HostWords {
  return locale === 'zh' ? zh : en;
}

const MOST_NAMED = 8;

export function named(words: HostWords, names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMED);
  const rest = names.length - shown.length;
  return [...shown, ...(rest > 0 ? [words.more(rest)] : [])].join(words.list);
}

/** Something that the user can settle, in their language. */
export class Refusal extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Refusal';
  }
}
