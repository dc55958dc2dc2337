/** Messages of the service to users. */
import { sentences } from '@steward/text';

export const SERVICE_WORDS = sentences({
  simulating: { en: 'Simulating', zh: '正在模拟' },
  reading: { en: (records: string) => `reading ${records}`, zh: (records) => `已读取 ${records} 条` },
  running: { en: (done: number, all: number) => `${done} of ${all} groups`, zh: (done, all) => `${done}/${all} 个群` },
  hasErrors: {
    en: 'The file has errors, so nothing was simulated. Fix them first.',
    zh: '文件有错误，没有模拟。请先解决错误。',
  },
  untrusted: {
    en: 'This folder is not trusted, so nothing runs and no log is read. Trust it in your editor and try again.',
    zh: '这个文件夹不受信任，所以不运行，也不读取日志。请先在编辑器里信任它，再试一次。',
  },
  died: {
    en: (reason: string) =>
      `The simulation crashed (${reason}). This is a bug in Steward, not in your files. It restarts with your next edit, or when you simulate.`,
    zh: (reason) =>
      `模拟意外中断（${reason}）。这是 Steward 的故障，不是您的文件有问题。下次编辑或再次模拟时会重新启动。`,
  },
  diedAgain: {
    en: (reason: string) =>
      `The simulation crashed again (${reason}). This is a bug in Steward, not in your files. Simulate to try once more; a smaller log may help.`,
    zh: (reason) =>
      `模拟再次意外中断（${reason}）。这是 Steward 的故障，不是您的文件有问题。可以再模拟一次，或换一份较小的日志。`,
  },
  failed: {
    en: "The simulation failed. This is a bug in Steward, not in your files. The language server's output has the details.",
    zh: '模拟失败。这是 Steward 的故障，不是您的文件有问题。详情见语言服务器的输出。',
  },
  stale: { en: 'of an earlier text', zh: '基于较早的文本' },
  runningScenarios: { en: 'Running scenarios', zh: '正在运行场景' },
  scenarioPassed: {
    en: (title: string) => `The scenario “${title}” passes.`,
    zh: (title) => `场景“${title}”通过。`,
  },
  scenarioFailed: {
    en: (title: string) => `The scenario “${title}” fails. The actual result is shown at each failed expectation.`,
    zh: (title) => `场景“${title}”没有通过。实际结果显示在没有达到的期望处。`,
  },
  noScenario: {
    en: (title: string) => `There is no scenario “${title}” in this file.`,
    zh: (title) => `文件里没有场景“${title}”。`,
  },
  badArguments: {
    en: (command: string) => `${command} does not accept these arguments.`,
    zh: (command) => `${command} 的参数无法识别。`,
  },
  notSimulated: { en: 'Nothing has been simulated yet. Simulate first.', zh: '还没有模拟过。请先模拟。' },
  noExcerpt: {
    en: 'The log of this event is no longer open. Simulate again, then open the event from the new results.',
    zh: '这个事件的日志已经关闭。请重新模拟，再从结果打开事件。',
  },
  now: { en: 'the current text', zh: '当前文本' },
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
