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
  optionList: string;
  optionMost: string;
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
  sweep: 'Show what each value of a bound would come to on a log; the bound as --list names it',
  optionList: 'list the bounds of the rules',
  optionMost: 'at most this many steps, nearest to the bound as it stands (200)',
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
  sweep: '显示一个界限取各个值时在日志上的结果；界限的名字见 --list',
  optionList: '列出规则中的界限',
  optionMost: '最多多少步，取离现值最近的（默认 200）',
  optionSweepFormat: 'text 给人看（默认）或 json',
  noBound: (asked) => (asked === '' ? '请指明界限。规则中有：' : `没有界限 ${asked}。规则中有：`),
  severalBounds: (asked) => `${asked} 可能是下面任何一个界限，请指明：`,
};
