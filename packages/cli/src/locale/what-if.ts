/** The sentences of what-if commands, in both languages. */

export interface WhatIfMessages {
  diff: string;
  optionDiffFormat: string;
  optionExitCode: string;
  noGit: (reason: string) => string;
  unknownRevision: (revision: string) => string;
  notInRevision: (path: string, revision: string) => string;
  sideHasErrors: (side: string) => string;
  madeUpLog: string;
  sweep: string;
  optionMember: string;
  optionAt: string;
  memberMissing: string;
  whoseTier: (file: string) => string;
  badDate: (date: string) => string;
  chooseGroup: (groups: string) => string;
  noMember: (member: string, at: string | null) => string;
  optionList: string;
  optionMost: string;
  optionValues: string;
  badValue: (value: string, like: string) => string;
  optionSweepFormat: string;
  noBound: (asked: string) => string;
  severalBounds: (asked: string) => string;
}

export const whatIfEn: WhatIfMessages = {
  diff: 'Show what an edit of the rules changes on a log; a side is a file or REVISION:FILE',
  optionDiffFormat: 'text for people (default), Markdown for a pull request, or JSON',
  optionExitCode: 'exit with 1 if anything changes',
  noGit: (reason) => `REVISION:FILE needs git and a repository: ${reason}`,
  unknownRevision: (revision) =>
    `There is no file of that name, and git knows no revision ${revision}. In a shallow clone, fetch it first.`,
  notInRevision: (path, revision) => `The revision ${revision} has no file ${path}.`,
  sideHasErrors: (side) => `${side} has errors: nothing was compared.`,
  madeUpLog: 'a made-up log',
  optionMember: 'why this member (id or name) is in a tier on a log, and what would turn it',
  optionAt: 'on this day, YYYY-MM-DD (the last one)',
  memberMissing: '--at is the day of a member: say whose with --member.',
  whoseTier: (file) =>
    `Say whose tier is to be explained: steward explain ${file} --log FILE --member NAME. What the rules come to on a log as a whole: steward simulate ${file} --log FILE`,
  badDate: (date) => `--at cannot be ${date}. Write a date like 2025-03-31.`,
  chooseGroup: (groups) => `The rules declare several groups: ${groups}. Choose one with --group.`,
  noMember: (member, at) =>
    `Nobody called ${member} is in the log${at === null ? ' on its last day' : ` on ${at}`}. Give the id or the whole name, and a day of the log.`,
  sweep: 'Show what each value of a bound would come to on a log; the bound as --list names it',
  optionList: 'list the bounds of the rules',
  optionMost: 'at most this many steps, nearest to the bound as it stands (200)',
  optionValues: 'only these, like 3d,5d,7d or 10%,20% (all that matter; of times, round ones)',
  badValue: (value, like) =>
    `--values: ${value} is not a value of this bound. Write them like ${like}, with commas between.`,
  optionSweepFormat: 'text for people (default) or JSON',
  noBound: (asked) =>
    asked === '' ? 'Say which bound. The rules have:' : `There is no bound ${asked}. The rules have:`,
  severalBounds: (asked) => `${asked} may be any of these bounds. Name one:`,
};

export const whatIfZh: WhatIfMessages = {
  diff: '显示规则的修改在日志上带来的变化；每一侧是文件或“版本:文件”',
  optionDiffFormat: 'text 给人看（默认），markdown 用于合并请求，json 给程序用',
  optionExitCode: '有变化时退出码为 1',
  noGit: (reason) => `“版本:文件”需要 git 和仓库：${reason}`,
  unknownRevision: (revision) => `没有这个名字的文件，git 也找不到版本 ${revision}。浅克隆里请先获取它。`,
  notInRevision: (path, revision) => `版本 ${revision} 里没有文件 ${path}。`,
  sideHasErrors: (side) => `${side} 有错误，没有比较。`,
  madeUpLog: '一份模拟日志',
  optionMember: '这名成员（编号或名字）在日志上为什么属于某个等级，怎样会不同',
  optionAt: '哪一天，YYYY-MM-DD（默认最后一天）',
  memberMissing: '--at 是成员的日期：请用 --member 指明成员。',
  whoseTier: (file) =>
    `请指明要解释哪位成员的等级：steward explain ${file} --log 文件 --member 名字。要看规则在整份日志上的结果：steward simulate ${file} --log 文件`,
  badDate: (date) => `--at 不能是 ${date}。请写成 2025-03-31 这样的日期。`,
  chooseGroup: (groups) => `规则声明了几个群：${groups}。请用 --group 选一个。`,
  noMember: (member, at) =>
    `日志里${at === null ? '最后一天' : ` ${at} 这一天`}没有叫 ${member} 的成员。请给出编号或完整的名字，以及日志里的日期。`,
  sweep: '显示一个界限取各个值时在日志上的结果；界限的名字见 --list',
  optionList: '列出规则中的界限',
  optionMost: '最多多少步，取离现值最近的（默认 200）',
  optionValues: '只试这些值，如 3d,5d,7d 或 10%,20%（默认试所有会有区别的值，时长取整）',
  badValue: (value, like) => `--values：${value} 不是这个界限的值。请写成 ${like} 这样，用逗号分开。`,
  optionSweepFormat: 'text 给人看（默认）或 json',
  noBound: (asked) => (asked === '' ? '请指明界限。规则中有：' : `没有界限 ${asked}。规则中有：`),
  severalBounds: (asked) => `${asked} 可能是下面任何一个界限，请指明：`,
};
