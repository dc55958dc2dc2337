/** The sentences of `steward check` for pipelines, in both languages. */

export interface CheckingMessages {
  optionFormat: string;
  optionMaxWarnings: string;
  optionFix: string;
  optionDryRun: string;
  optionSince: string;
  optionBaseline: string;
  optionUpdateBaseline: string;
  optionStdinName: string;
  dryRunAlone: string;
  updateAlone: string;
  tooManyWarnings: (count: number, most: number) => string;
  fixed: (fixes: number, files: number) => string;
  wouldFix: (fixes: number, files: number) => string;
  notFixed: (count: number) => string;
  stdinFix: string;
  stdinTwice: string;
  noGit: (reason: string) => string;
  unknownRevision: (revision: string) => string;
  sinceKnown: (revision: string, known: number) => string;
  baselineMissing: (path: string) => string;
  baselineMalformed: (path: string, reason: string) => string;
  baselineKnown: (count: number, path: string) => string;
  baselineStale: (count: number, path: string) => string;
  baselineWritten: (count: number, path: string) => string;
  completions: string;
  shellUnknown: (name: string, suggestion: string | null, known: string) => string;
}

const s = (count: number): string => (count === 1 ? '' : 's');

export const checkingEn: CheckingMessages = {
  optionFormat:
    'pretty for people (default); JSON (a line a finding), SARIF, GitHub annotations, GitLab code quality or JUnit for programs',
  optionMaxWarnings: 'exit with 1 if there are more warnings than this',
  optionFix: 'apply the fixes that leave no choice; a file is never left with more errors than before',
  optionDryRun: 'with --fix: show the changes and write nothing',
  optionSince: 'report only what this git revision did not have; everything is checked all the same',
  optionBaseline: 'do not report warnings and notes that stand in this file',
  optionUpdateBaseline: 'with --baseline: write the warnings and notes of now into it',
  optionStdinName: 'how a text from standard input (-) is called; imports are found from its folder',
  dryRunAlone: '--dry-run goes with --fix.',
  updateAlone: '--update-baseline needs --baseline FILE.',
  tooManyWarnings: (count, most) => `${count} warning${s(count)}, and --max-warnings allows ${most}`,
  fixed: (fixes, files) => `${fixes} fix${fixes === 1 ? '' : 'es'} in ${files} file${s(files)}`,
  wouldFix: (fixes, files) =>
    `${fixes} fix${fixes === 1 ? '' : 'es'} in ${files} file${s(files)} would be made. Nothing was written.`,
  notFixed: (count) =>
    `${count} fix${count === 1 ? ' was' : 'es were'} left out: with ${count === 1 ? 'it' : 'them'} there would be more errors than before`,
  stdinFix: '--fix writes files, and standard input is none.',
  stdinTwice: 'Standard input (-) is checked by itself: name no other paths beside it.',
  noGit: (reason) => `--since needs git and a repository: ${reason}`,
  unknownRevision: (revision) => `git knows no revision ${revision}. In a shallow clone, fetch it first.`,
  sinceKnown: (revision, known) =>
    `${known} finding${s(known)} that stood in ${revision} already ${known === 1 ? 'is' : 'are'} not shown`,
  baselineMissing: (path) =>
    `There is no baseline ${path}. Make it: steward check --baseline ${path} --update-baseline`,
  baselineMalformed: (path, reason) => `${path} is no baseline: ${reason}. Write it anew with --update-baseline.`,
  baselineKnown: (count, path) =>
    `${count} finding${s(count)} of the baseline ${path} ${count === 1 ? 'is' : 'are'} not shown`,
  baselineStale: (count, path) =>
    `${count} finding${s(count)} of the baseline ${path} ${count === 1 ? 'is' : 'are'} gone: shrink it with --update-baseline`,
  baselineWritten: (count, path) => `${count} finding${s(count)} written to ${path}`,
  completions: 'Print the completions of a shell',
  shellUnknown: (name, suggestion, known) =>
    `There are no completions for ${name}. ${suggestion === null ? `There are: ${known}.` : `Did you mean ${suggestion}?`}`,
};

export const checkingZh: CheckingMessages = {
  optionFormat: 'pretty 给人看（默认）；json（每行一条）、sarif、github（注解）、gitlab（代码质量）、junit 给程序用',
  optionMaxWarnings: '警告多于此数时以 1 退出',
  optionFix: '应用没有选择余地的修正；绝不会让文件的错误变多',
  optionDryRun: '与 --fix 同用：只显示改动，不写文件',
  optionSince: '只报告这个 git 版本里还没有的问题；检查仍覆盖全部',
  optionBaseline: '不报告此文件里已登记的警告和提示',
  optionUpdateBaseline: '与 --baseline 同用：把当前的警告和提示写进去',
  optionStdinName: '标准输入（-）的文本叫什么名字；引入的文件从它所在的文件夹找',
  dryRunAlone: '--dry-run 要与 --fix 同用。',
  updateAlone: '--update-baseline 需要 --baseline 文件名。',
  tooManyWarnings: (count, most) => `有 ${count} 个警告，--max-warnings 只允许 ${most} 个`,
  fixed: (fixes, files) => `在 ${files} 个文件里应用了 ${fixes} 处修正`,
  wouldFix: (fixes, files) => `将在 ${files} 个文件里应用 ${fixes} 处修正。没有写任何文件。`,
  notFixed: (count) => `${count} 处修正没有应用：应用后错误会比原来更多`,
  stdinFix: '--fix 要写文件，而标准输入不是文件。',
  stdinTwice: '标准输入（-）单独检查：请不要同时写其他路径。',
  noGit: (reason) => `--since 需要 git 和仓库：${reason}`,
  unknownRevision: (revision) => `git 找不到版本 ${revision}。浅克隆里请先获取它。`,
  sinceKnown: (revision, known) => `${revision} 里原有的 ${known} 条问题没有显示`,
  baselineMissing: (path) => `没有基线文件 ${path}。请生成：steward check --baseline ${path} --update-baseline`,
  baselineMalformed: (path, reason) => `${path} 不是基线文件：${reason}。请用 --update-baseline 重写。`,
  baselineKnown: (count, path) => `基线 ${path} 里的 ${count} 条问题没有显示`,
  baselineStale: (count, path) => `基线 ${path} 里有 ${count} 条问题已经不存在：请用 --update-baseline 缩减`,
  baselineWritten: (count, path) => `已把 ${count} 条问题写入 ${path}`,
  completions: '输出命令行外壳的补全脚本',
  shellUnknown: (name, suggestion, known) =>
    `没有 ${name} 的补全脚本。${suggestion === null ? `可用的有：${known}。` : `是不是想写 ${suggestion}？`}`,
};
