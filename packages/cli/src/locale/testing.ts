/** The sentences of `steward test`, in both languages. */

export interface TestingMessages {
  command: string;
  optionRun: string;
  optionFormat: string;
  optionWatch: string;
  badPattern: (pattern: string, reason: string) => string;
  noScenarios: (files: number) => string;
  noneMatches: (pattern: string, scenarios: number) => string;
  passed: (scenarios: number, expectations: number, files: number) => string;
  failed: (failed: number, scenarios: number, expectations: number, files: number) => string;
  notRun: (count: number) => string;
  watching: (folders: number) => string;
  watchToFile: string;
  optionCoverage: string;
  optionUpdate: string;
  snapshotWritten: (path: string) => string;
  snapshotStale: (path: string) => string;
  optionCoverageMin: string;
  optionLcov: string;
  optionLog: string;
  logsUnbound: string;
  coverageTooLow: (percent: number, least: number) => string;
}

const s = (count: number): string => (count === 1 ? '' : 's');

export const testingEn: TestingMessages = {
  command: 'Run the scenarios of .group files: what must come of a small log',
  optionRun: 'only the scenarios whose title the pattern (a regular expression) is found in',
  optionFormat: 'pretty for people (default), JSON (a line a scenario) or JUnit XML for programs',
  optionWatch: 'run again whenever a file changes',
  badPattern: (pattern, reason) => `--run cannot be ${pattern}: ${reason}`,
  noScenarios: (files) =>
    `There is no scenario in ${files} file${s(files)}. Write one: scenario "title" for Group { given { … } expect … }`,
  noneMatches: (pattern, scenarios) =>
    `No title of ${scenarios} scenario${s(scenarios)} matches --run ${pattern}. Correct the pattern, or leave it out.`,
  passed: (scenarios, expectations, files) =>
    `${scenarios} scenario${s(scenarios)} with ${expectations} expectation${s(expectations)} in ${files} file${s(files)}: all hold`,
  failed: (failed, scenarios, expectations, files) =>
    `${failed} of ${scenarios} scenario${s(scenarios)} (${expectations} expectation${s(expectations)}, ${files} file${s(files)}) did not hold`,
  notRun: (count) => `${count} file${s(count)} with errors ${count === 1 ? 'was' : 'were'} not run`,
  watching: (folders) => `Watching ${folders} folder${s(folders)}; Ctrl-C ends it.`,
  optionUpdate: 'write the files of `expect outcome` that are missing or differ',
  snapshotWritten: (path) => `wrote ${path}`,
  snapshotStale: (path) => `No scenario expects ${path} any more. Remove it, or name it in an \`expect outcome\`.`,
  optionCoverage: 'tell what of the rules no scenario exercised, and what of the logs no rule looked at',
  optionCoverageMin: 'fail (exit code 1) where less than this percentage of the rules is covered',
  optionLog: 'count what this log exercises towards the coverage, too; may be repeated',
  logsUnbound: 'No group of the log matches the rules, so it covers nothing. Add `match "…"` to a group.',
  optionLcov: 'write the coverage there as an lcov tracefile',
  coverageTooLow: (percent, least) => `Only ${percent}% of the rules is covered; --coverage-min wants ${least}%.`,
  watchToFile: '--watch shows each run as it ends: it goes with neither --output nor another --format than pretty.',
};

export const testingZh: TestingMessages = {
  command: '运行 .group 文件里的场景：一小段日志必须得到什么结果',
  optionRun: '只运行标题符合此模式（正则表达式）的场景',
  optionFormat: 'pretty 给人看（默认），json（每行一个场景）或 junit（XML）给程序用',
  optionWatch: '文件一改就重新运行',
  badPattern: (pattern, reason) => `--run 不能是 ${pattern}：${reason}`,
  noScenarios: (files) => `${files} 个文件里没有场景。请写一个：场景 "标题" 针对 群名 { 假设 { … } 期望 … }`,
  noneMatches: (pattern, scenarios) =>
    `${scenarios} 个场景的标题都不符合 --run ${pattern}。请改正模式，或去掉这个选项。`,
  passed: (scenarios, expectations, files) => `${files} 个文件，${scenarios} 个场景，${expectations} 条期望：全部符合`,
  failed: (failed, scenarios, expectations, files) =>
    `${scenarios} 个场景中有 ${failed} 个不符合（${files} 个文件，${expectations} 条期望）`,
  notRun: (count) => `${count} 个文件有错误，没有运行`,
  watching: (folders) => `正在监视 ${folders} 个文件夹，按 Ctrl-C 结束。`,
  optionUpdate: '写入缺少或不同的“期望 结果”文件',
  snapshotWritten: (path) => `已写入 ${path}`,
  snapshotStale: (path) => `已经没有场景期望 ${path}。请删除它，或在“期望 结果”里写上它。`,
  optionCoverage: '显示哪些规则没有被场景试到，日志里的哪些内容没有规则看过',
  optionCoverageMin: '规则的覆盖率低于此百分比时失败（退出码 1）',
  optionLog: '这份日志试到的内容也计入覆盖率，可重复',
  logsUnbound: '日志里没有群符合规则，所以覆盖不到任何内容。请给群加上 `匹配群 "…"`。',
  optionLcov: '把覆盖率写成 lcov 文件',
  coverageTooLow: (percent, least) => `规则只覆盖了 ${percent}%，--coverage-min 要求 ${least}%。`,
  watchToFile: '--watch 逐次显示结果，不能与 --output 或 pretty 以外的 --format 同用。',
};
