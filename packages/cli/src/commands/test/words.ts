import { counted, sentences } from '@steward/text';

export const TEST = sentences({
  badPattern: {
    en: (pattern: string, reason: string) => `--run cannot be ${pattern}: ${reason}`,
    zh: (pattern, reason) => `--run 不能是 ${pattern}：${reason}`,
  },
  noScenarios: {
    en: (files: number) =>
      `There is no scenario in ${counted(files, 'file')}. Write one: scenario "title" for Group { given { … } expect … }`,
    zh: (files) => `${files} 个文件里没有场景。请写一个：场景 "标题" 针对 群名 { 假设 { … } 期望 … }`,
  },
  noneMatches: {
    en: (pattern: string, scenarios: number) =>
      `No title of ${counted(scenarios, 'scenario')} matches --run ${pattern}. Correct the pattern, or remove it.`,
    zh: (pattern, scenarios) => `${scenarios} 个场景的标题都不符合 --run ${pattern}。请改正模式，或去掉这个选项。`,
  },
  passed: {
    en: (scenarios: number, expectations: number, files: number) =>
      `${counted(scenarios, 'scenario')} with ${counted(expectations, 'expectation')} in ${counted(files, 'file')}: all hold`,
    zh: (scenarios, expectations, files) => `${files} 个文件，${scenarios} 个场景，${expectations} 条期望：全部符合`,
  },
  failed: {
    en: (failed: number, scenarios: number, expectations: number, files: number) =>
      `${failed} of ${counted(scenarios, 'scenario')} (${counted(expectations, 'expectation')}, ${counted(files, 'file')}) did not hold`,
    zh: (failed, scenarios, expectations, files) =>
      `${scenarios} 个场景中有 ${failed} 个不符合（${files} 个文件，${expectations} 条期望）`,
  },
  notRun: {
    en: (count: number) => `${counted(count, 'file')} with errors ${count === 1 ? 'was' : 'were'} not run`,
    zh: (count) => `${count} 个文件有错误，没有运行`,
  },
  watching: {
    en: (folders: number) => `Watching ${counted(folders, 'folder')}; Ctrl-C ends it.`,
    zh: (folders) => `正在监视 ${folders} 个文件夹，按 Ctrl-C 结束。`,
  },
  watchToFile: {
    en: '--watch prints each run as it ends: it works only without --output and with --format pretty.',
    zh: '--watch 逐次显示结果，不能与 --output 或 pretty 以外的 --format 同用。',
  },
  snapshotWritten: {
    en: (path: string) => `wrote ${path}`,
    zh: (path) => `已写入 ${path}`,
  },
  snapshotStale: {
    en: (path: string) => `No scenario expects ${path} any more. Remove it, or name it in an \`expect outcome\`.`,
    zh: (path) => `已经没有场景期望 ${path}。请删除它，或在“期望 结果”里写上它。`,
  },
  logsUnbound: {
    en: 'No group of the log matches the rules, so it covers nothing. Add `match "…"` to a group.',
    zh: '日志里没有群符合规则，所以覆盖不到任何内容。请给群加上 `匹配群 "…"`。',
  },
  coverageTooLow: {
    en: (percent: number, least: number) =>
      `Only ${percent}% of the rules are covered; --coverage-min requires ${least}%.`,
    zh: (percent, least) => `规则只覆盖了 ${percent}%，--coverage-min 要求 ${least}%。`,
  },
});
