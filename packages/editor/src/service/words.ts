/** Messages of the service to users. */
import { sentences } from '@steward/text';

export const SERVICE_WORDS = sentences({
  simulating: { en: 'Simulating', zh: '正在模拟' },
  reading: { en: (records: string) => `reading ${records}`, zh: (records) => `已读取 ${records} 条` },
  running: { en: (done: number, all: number) => `${done} of ${all} groups`, zh: (done, all) => `${done}/${all} 个群` },
  hasErrors: {
    en: 'The file has errors, so nothing was simulated. Settle them first.',
    zh: '文件有错误，没有模拟。请先解决错误。',
  },
  untrusted: {
    en: 'This folder is not trusted, so nothing is run and no log is read. Trust it in your editor, and ask again.',
    zh: '这个文件夹不受信任，所以不运行，也不读取日志。请先在编辑器里信任它，再试一次。',
  },
  died: {
    en: (reason: string) =>
      `The simulation ended by itself (${reason}). This is a fault of Steward, not of your files. It starts again with your next edit, or when you simulate.`,
    zh: (reason) =>
      `模拟意外结束（${reason}）。这是 Steward 的故障，不是您的文件的问题。下次编辑或再次模拟时会重新开始。`,
  },
  diedAgain: {
    en: (reason: string) =>
      `The simulation ended by itself again (${reason}). This is a fault of Steward, not of your files. Simulate to try once more; a smaller log may help.`,
    zh: (reason) =>
      `模拟又一次意外结束（${reason}）。这是 Steward 的故障，不是您的文件的问题。可以再次模拟；较小的日志也许可行。`,
  },
  failed: {
    en: 'The simulation failed. This is a fault of Steward, not of your files; the output of the language server has the details.',
    zh: '模拟失败。这是 Steward 的故障，不是您的文件的问题；语言服务器的输出里有详情。',
  },
  stale: { en: 'of an earlier text', zh: '基于较早的文本' },
  runningScenarios: { en: 'Running scenarios', zh: '正在运行场景' },
  scenarioPassed: {
    en: (title: string) => `The scenario “${title}” holds.`,
    zh: (title) => `场景“${title}”符合期望。`,
  },
  scenarioFailed: {
    en: (title: string) => `The scenario “${title}” does not hold. What happened instead stands at what it expects.`,
    zh: (title) => `场景“${title}”不符合期望。实际情况写在期望处。`,
  },
  noScenario: {
    en: (title: string) => `There is no scenario “${title}” in this file.`,
    zh: (title) => `文件里没有场景“${title}”。`,
  },
  badArguments: {
    en: (command: string) => `${command} was called with arguments that it does not know.`,
    zh: (command) => `${command} 的参数无法识别。`,
  },
  notSimulated: { en: 'Nothing was simulated yet. Simulate first.', zh: '还没有模拟过。请先模拟。' },
  noExcerpt: {
    en: 'The log of this event is not open any more. Simulate again, and open the event from its results.',
    zh: '这个事件的日志已经关闭。请重新模拟，再从结果打开事件。',
  },
  now: { en: 'the text as it is now', zh: '现在的文本' },
  noGit: {
    en: (reason: string) => `Comparing needs git and a repository: ${reason}`,
    zh: (reason) => `比较需要 git 和仓库：${reason}`,
  },
  unknownRevision: {
    en: (revision: string) => `git knows no revision ${revision}. In a shallow clone, fetch it first.`,
    zh: (revision) => `git 找不到版本 ${revision}。浅克隆里请先获取它。`,
  },
  notInRevision: {
    en: (file: string, revision: string) => `The revision ${revision} has no file ${file}.`,
    zh: (file, revision) => `版本 ${revision} 里没有文件 ${file}。`,
  },
  revisionHasErrors: {
    en: (revision: string) => `The rules of ${revision} have errors, so nothing was compared.`,
    zh: (revision) => `${revision} 的规则有错误，没有比较。`,
  },
});

export type ServiceWords = (typeof SERVICE_WORDS)['en'];
