import { sentences } from '@steward/text';

export const DIFF = sentences({
  noGit: {
    en: (reason: string) => `REVISION:FILE needs git and a repository: ${reason}`,
    zh: (reason) => `REVISION:FILE（某个版本的文件）需要 git 和仓库：${reason}`,
  },
  unknownRevision: {
    en: (revision: string) =>
      `There is no file of that name, and git knows no revision ${revision}. In a shallow clone, fetch it first.`,
    zh: (revision) => `没有这个名字的文件，git 也找不到版本 ${revision}。浅克隆里请先获取它。`,
  },
  notInRevision: {
    en: (path: string, revision: string) => `The revision ${revision} has no file ${path}.`,
    zh: (path, revision) => `版本 ${revision} 里没有文件 ${path}。`,
  },
  sideHasErrors: {
    en: (side: string) => `${side} has errors: nothing was compared.`,
    zh: (side) => `${side} 有错误，没有比较。`,
  },
  madeUpLog: { en: 'a made-up log', zh: '一份模拟日志' },
});
