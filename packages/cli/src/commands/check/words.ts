import { counted, sentences } from '@steward/text';

export const CHECK = sentences({
  dryRunAlone: { en: '--dry-run needs --fix.', zh: '--dry-run 要与 --fix 同用。' },
  updateAlone: { en: '--update-baseline needs --baseline FILE.', zh: '--update-baseline 需要 --baseline 文件名。' },
  tooManyWarnings: {
    en: (count: number, most: number) => `${counted(count, 'warning')}, and --max-warnings allows ${most}`,
    zh: (count, most) => `有 ${count} 个警告，--max-warnings 只允许 ${most} 个`,
  },
  fixed: {
    en: (fixes: number, files: number) => `${counted(fixes, 'fix', 'fixes')} in ${counted(files, 'file')}`,
    zh: (fixes, files) => `在 ${files} 个文件里应用了 ${fixes} 处修正`,
  },
  wouldFix: {
    en: (fixes: number, files: number) =>
      `${counted(fixes, 'fix', 'fixes')} in ${counted(files, 'file')} would be made. Nothing was written.`,
    zh: (fixes, files) => `将在 ${files} 个文件里应用 ${fixes} 处修正。没有写任何文件。`,
  },
  notFixed: {
    en: (count: number) =>
      `${count} fix${count === 1 ? ' was' : 'es were'} skipped: ${count === 1 ? 'it' : 'they'} would have caused new errors`,
    zh: (count) => `${count} 处修正没有应用：应用后错误会比原来更多`,
  },
  stdinFix: { en: '--fix writes files, and standard input is not a file.', zh: '--fix 要写文件，而标准输入不是文件。' },
  stdinTwice: {
    en: 'Standard input (-) is checked on its own: remove the other paths.',
    zh: '标准输入（-）单独检查：请不要同时写其他路径。',
  },
  noGit: {
    en: (reason: string) => `--since needs git and a repository: ${reason}`,
    zh: (reason) => `--since 需要 git 和仓库：${reason}`,
  },
  unknownRevision: {
    en: (revision: string) => `git knows no revision ${revision}. In a shallow clone, fetch it first.`,
    zh: (revision) => `git 找不到版本 ${revision}。浅克隆里请先获取它。`,
  },
  sinceKnown: {
    en: (revision: string, known: number) =>
      `${counted(known, 'finding')} already present in ${revision} ${known === 1 ? 'is' : 'are'} not shown`,
    zh: (revision, known) => `${revision} 里原有的 ${known} 条问题没有显示`,
  },
  baselineMissing: {
    en: (path: string) => `There is no baseline ${path}. Create it: steward check --baseline ${path} --update-baseline`,
    zh: (path) => `没有基线文件 ${path}。请生成：steward check --baseline ${path} --update-baseline`,
  },
  baselineMalformed: {
    en: (path: string, reason: string) => `${path} is not a baseline: ${reason}. Rewrite it with --update-baseline.`,
    zh: (path, reason) => `${path} 不是基线文件：${reason}。请用 --update-baseline 重写。`,
  },
  baselineKnown: {
    en: (count: number, path: string) =>
      `${counted(count, 'finding')} recorded in the baseline ${path} ${count === 1 ? 'is' : 'are'} not shown`,
    zh: (count, path) => `基线 ${path} 里的 ${count} 条问题没有显示`,
  },
  baselineStale: {
    en: (count: number, path: string) =>
      `${counted(count, 'finding')} in the baseline ${path} no longer ${count === 1 ? 'occurs' : 'occur'}: remove ${count === 1 ? 'it' : 'them'} with --update-baseline`,
    zh: (count, path) => `基线 ${path} 里有 ${count} 条问题已经不存在：请用 --update-baseline 缩减`,
  },
  baselineWritten: {
    en: (count: number, path: string) => `${counted(count, 'finding')} written to ${path}`,
    zh: (count, path) => `已把 ${count} 条问题写入 ${path}`,
  },
});
