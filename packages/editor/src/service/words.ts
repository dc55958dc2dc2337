/** What the service says to people, in both languages. */
import type { Locale } from '@steward/text';

export interface ServiceWords {
  simulating: string;
  reading: (records: string) => string;
  running: (done: number, all: number) => string;
  hasErrors: string;
  untrusted: string;
  died: (reason: string) => string;
  diedAgain: (reason: string) => string;
  failed: string;
  stale: string;
  runningScenarios: string;
  scenarioPassed: (title: string) => string;
  scenarioFailed: (title: string) => string;
  noScenario: (title: string) => string;
  badArguments: (command: string) => string;
  notSimulated: string;
  noExcerpt: string;
  now: string;
  noGit: (reason: string) => string;
  unknownRevision: (revision: string) => string;
  notInRevision: (file: string, revision: string) => string;
  revisionHasErrors: (revision: string) => string;
}

const en: ServiceWords = {
  simulating: 'Simulating',
  reading: (records) => `reading ${records}`,
  running: (done, all) => `${done} of ${all} groups`,
  hasErrors: 'The file has errors, so nothing was simulated. Settle them first.',
  untrusted:
    'This folder is not trusted, so nothing is run and no log is read. Trust it in your editor, and ask again.',
  died: (reason) =>
    `The simulation ended by itself (${reason}). This is a fault of Steward, not of your files. It starts again with your next edit, or when you simulate.`,
  diedAgain: (reason) =>
    `The simulation ended by itself again (${reason}). This is a fault of Steward, not of your files. Simulate to try once more; a smaller log may help.`,
  failed:
    'The simulation failed. This is a fault of Steward, not of your files; the output of the language server has the details.',
  stale: 'of an earlier text',
  runningScenarios: 'Running scenarios',
  scenarioPassed: (title) => `The scenario “${title}” holds.`,
  scenarioFailed: (title) => `The scenario “${title}” does not hold. What happened instead stands at what it expects.`,
  noScenario: (title) => `There is no scenario “${title}” in this file.`,
  badArguments: (command) => `${command} was called with arguments that it does not know.`,
  notSimulated: 'Nothing was simulated yet. Simulate first.',
  noExcerpt: 'The log of this event is not open any more. Simulate again, and open the event from its results.',
  now: 'the text as it is now',
  noGit: (reason) => `Comparing needs git and a repository: ${reason}`,
  unknownRevision: (revision) => `git knows no revision ${revision}. In a shallow clone, fetch it first.`,
  notInRevision: (file, revision) => `The revision ${revision} has no file ${file}.`,
  revisionHasErrors: (revision) => `The rules of ${revision} have errors, so nothing was compared.`,
};

const zh: ServiceWords = {
  simulating: '正在模拟',
  reading: (records) => `已读取 ${records} 条`,
  running: (done, all) => `${done}/${all} 个群`,
  hasErrors: '文件有错误，没有模拟。请先解决错误。',
  untrusted: '这个文件夹不受信任，所以不运行，也不读取日志。请先在编辑器里信任它，再试一次。',
  died: (reason) =>
    `模拟意外结束（${reason}）。这是 Steward 的故障，不是您的文件的问题。下次编辑或再次模拟时会重新开始。`,
  diedAgain: (reason) =>
    `模拟又一次意外结束（${reason}）。这是 Steward 的故障，不是您的文件的问题。可以再次模拟；较小的日志也许可行。`,
  failed: '模拟失败。这是 Steward 的故障，不是您的文件的问题；语言服务器的输出里有详情。',
  stale: '基于较早的文本',
  runningScenarios: '正在运行场景',
  scenarioPassed: (title) => `场景“${title}”符合期望。`,
  scenarioFailed: (title) => `场景“${title}”不符合期望。实际情况写在期望处。`,
  noScenario: (title) => `文件里没有场景“${title}”。`,
  badArguments: (command) => `${command} 的参数无法识别。`,
  notSimulated: '还没有模拟过。请先模拟。',
  noExcerpt: '这个事件的日志已经关闭。请重新模拟，再从结果打开事件。',
  now: '现在的文本',
  noGit: (reason) => `比较需要 git 和仓库：${reason}`,
  unknownRevision: (revision) => `git 找不到版本 ${revision}。浅克隆里请先获取它。`,
  notInRevision: (file, revision) => `版本 ${revision} 里没有文件 ${file}。`,
  revisionHasErrors: (revision) => `${revision} 的规则有错误，没有比较。`,
};

export function serviceWords(locale: Locale): ServiceWords {
  return locale === 'zh' ? zh : en;
}
