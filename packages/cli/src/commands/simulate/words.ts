import { counted, sentences } from '@steward/text';

export const SIMULATE = sentences({
  htmlWritten: {
    en: (path: string) => `The report is in ${path}. Open it in a browser.`,
    zh: (path) => `报告已写入 ${path}：用浏览器打开即可。`,
  },
  /** What a report on disk leaves out, so that it opens quickly. */
  htmlGroupsLeftOut: {
    en: (shown: string, all: string) =>
      `The report shows ${shown} of ${all} groups: those with open incidents, breaches and most messages first. Choose others with --group.`,
    zh: (shown, all) =>
      `报告包含 ${all} 个群中的 ${shown} 个：有未关闭风险、未达标和消息多的优先。用 --group 选择其他群。`,
  },
  htmlMembersLeftOut: {
    en: (shown: string, all: string) => `The report lists ${shown} of ${all} members; the numbers count everybody.`,
    zh: (shown, all) => `报告列出 ${all} 名成员中的 ${shown} 名；数字统计的是所有人。`,
  },
  filesHaveErrors: {
    en: (count: number) => `${counted(count, 'error')}: nothing was simulated.`,
    zh: (count) => `有 ${count} 个错误，没有运行。`,
  },
  warningsElsewhere: {
    en: (count: number, file: string) => `${counted(count, 'warning')} in the rules: steward check ${file}`,
    zh: (count, file) => `规则中有 ${count} 个警告：steward check ${file}`,
  },
});
