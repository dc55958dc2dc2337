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
};
