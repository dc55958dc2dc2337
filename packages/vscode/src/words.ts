/** What the extension says. The manifest's texts are in `manifest-words.ts`, what results say in `@steward/editor`. */
import { sentences } from '@steward/text';
import { env } from 'vscode';

const WORDS = sentences({
  // Simulating
  simulate: { en: 'Simulate', zh: '模拟' },
  stop: { en: 'Stop', zh: '停止' },
  simulating: { en: 'Simulating…', zh: '正在模拟…' },
  simulatingFile: { en: (file: string) => `Simulating ${file}`, zh: (file) => `正在模拟 ${file}` },
  simulationFailed: { en: 'Simulation failed', zh: '模拟失败' },
  clickToStop: { en: 'Click to stop.', zh: '点击停止。' },
  clickToChooseLog: { en: 'Click to choose another log.', zh: '点击换一份日志。' },
  tryRules: { en: 'See what these rules would have done on a log.', zh: '看看这些规则在日志上会带来什么。' },
  staleResults: {
    en: 'The rules have errors. These results are from before your last change.',
    zh: '规则有错误，这里显示的是上一次修改之前的结果。',
  },
  events: {
    en: (events: number, messages: number, time: string) => `${events} events, ${messages} messages, in ${time}`,
    zh: (events, messages, time) => `${events} 个事件，${messages} 条消息，用时 ${time}`,
  },
  moreGroups: { en: (count: number) => `and ${count} more groups`, zh: (count) => `还有 ${count} 个群` },
  moreNotes: { en: (count: number) => `and ${count} more notes`, zh: (count) => `还有 ${count} 条说明` },
  whichGroup: { en: 'Simulate which group?', zh: '模拟哪一个群？' },
  allGroups: { en: 'All groups', zh: '所有群' },
  showOutput: { en: 'Show Output', zh: '查看输出' },
  logStatus: { en: 'Steward: Log of the Simulation', zh: 'Steward：模拟所用的日志' },
  undecidedStatus: { en: 'Steward: Undecided Rules', zh: 'Steward：未能判断的规则' },
  undecidedRules: {
    en: (count: number) => `Rules the log could not always decide: ${count}.`,
    zh: (count) => `日志有时判断不了的规则：${count} 条。`,
  },
  showRules: { en: 'Show the rules', zh: '查看规则' },

  // Choosing a log
  chooseLog: { en: 'Choose the log', zh: '选择日志' },
  whichLog: { en: 'Simulate on which log?', zh: '用哪一份日志模拟？' },
  ownLog: { en: "The group's own log", zh: '群自带的日志' },
  ownLogDetail: {
    en: 'The log after `sample` in the group. Without one, a log is made up.',
    zh: '群里 `样本` 所指的日志；没有写样本时，生成一份。',
  },
  files: { en: 'Files…', zh: '选择文件…' },
  filesDetail: {
    en: 'Chat exports: CSV, JSON, Parquet, text, HTML, compressed or not.',
    zh: '聊天记录导出：CSV、JSON、Parquet、文本、HTML，压缩的也可以。',
  },
  madeUpLog: { en: 'A made-up log', zh: '生成一份日志' },
  madeUpLogDetail: {
    en: (days: number) => `${days} days of a group that suits the rules. The same rules always give the same log.`,
    zh: (days) => `一个适合这些规则的群，共 ${days} 天。规则不变，生成的日志也不变。`,
  },
  openLog: { en: 'The log to simulate on', zh: '用来模拟的日志' },
  logs: { en: 'Logs', zh: '日志' },
  allFiles: { en: 'All files', zh: '所有文件' },

  // Comparing
  comparing: {
    en: (file: string, version: string) => `Comparing ${file} with ${version}`,
    zh: (file, version) => `正在比较 ${file} 与 ${version}`,
  },
  showChanges: { en: 'Show All Changes', zh: '查看全部变化' },
  changesShown: {
    en: (version: string) => `The changes since ${version} stand at the end of each line.`,
    zh: (version) => `相对 ${version} 的变化显示在每一行的末尾。`,
  },
  whichVersion: { en: 'Compare with which version?', zh: '与哪个版本比较？' },
  versionHint: { en: 'A branch, a tag or a commit.', zh: '分支、标签或提交。' },

  // Dashboard and evidence
  dashboard: { en: (name: string) => `Dashboard: ${name}`, zh: (name) => `看板：${name}` },
  goToRule: { en: 'Go to the rule', zh: '转到规则' },
  ruleGone: {
    en: 'This rule is no longer in the file. Simulate again.',
    zh: '这条规则已不在文件中。请重新模拟。',
  },
  logGone: {
    en: (log: string) => `The log ${log} is gone. Simulate again to see what it says now.`,
    zh: (log) => `日志 ${log} 已经不在了。请重新模拟，看看现在的结果。`,
  },

  // Scenarios
  scenarios: { en: 'Steward scenarios', zh: 'Steward 场景' },
  run: { en: 'Run', zh: '运行' },
  runWithCoverage: { en: 'Run with Coverage', zh: '运行并统计覆盖率' },
  whichScenario: { en: 'Which scenario?', zh: '哪一个场景？' },
  noScenario: {
    en: 'This file has no scenario yet. Write one with `scenario`.',
    zh: '这个文件还没有场景。请用 `场景` 写一个。',
  },
  scenarioGone: {
    en: 'The file no longer has a scenario with this title.',
    zh: '文件里已经没有这个标题的场景。',
  },

  // Trust and the language server
  untrustedRun: {
    en: 'This folder is not trusted: its rules are checked, but nothing runs.',
    zh: '此文件夹不受信任：只检查规则，不运行任何内容。',
  },
  untrustedSimulate: {
    en: 'This folder is not trusted: its rules are checked, but nothing is simulated and no log is read.',
    zh: '此文件夹不受信任：只检查规则，不做模拟，也不读取日志。',
  },
  manageTrust: { en: 'Manage Trust…', zh: '管理信任…' },
  serverNotStarted: {
    en: "The language server did not start. Steward's output says why.",
    zh: '语言服务没有启动，原因见 Steward 的输出。',
  },
  serverStopped: {
    en: 'The language server has stopped. Run “Steward: Restart Server”.',
    zh: '语言服务已停止。请运行命令“重启语言服务”。',
  },

  // Files of rules
  newGroupFile: { en: 'New Group File…', zh: '新建群规则文件…' },
  noGroupFile: { en: 'There is no .group file here yet.', zh: '这里还没有 .group 文件。' },
  whichFile: { en: 'Which file?', zh: '哪一个文件？' },
  whichKind: { en: 'What kind of group?', zh: '哪一类群？' },
  whichLanguage: { en: 'Written in which language?', zh: '用哪种语言编写？' },
  fileName: { en: 'Name of the new file', zh: '新文件的名称' },
  fileNameEnding: {
    en: 'The name must end in “.group”, for example vip.group.',
    zh: '名称要以“.group”结尾，例如 vip.group。',
  },
  fileExists: { en: (name: string) => `${name} already exists.`, zh: (name) => `${name} 已经存在。` },
  service: { en: 'Service', zh: '服务型' },
  serviceDetail: { en: 'Customers: questions answered, problems solved.', zh: '客户群：答疑、售后。' },
  interest: { en: 'Interest', zh: '兴趣型' },
  interestDetail: {
    en: 'People who like the same thing and keep each other engaged.',
    zh: '有共同爱好的人，靠互动保持活跃。',
  },
  knowledge: { en: 'Knowledge', zh: '知识型' },
  knowledgeDetail: { en: 'Courses, talks in series, questions and answers.', zh: '课程、系列分享、问答。' },
  conversion: { en: 'Conversion', zh: '转化型' },
  conversionDetail: {
    en: 'Offers at a rhythm that members know, and the sales they bring.',
    zh: '按固定节奏上优惠，以及带来的成交。',
  },
  alreadyChinese: { en: 'The file is already in Chinese.', zh: '文件已经是中文。' },
  alreadyEnglish: { en: 'The file is already in English.', zh: '文件已经是英文。' },
});

/** In VS Code's display language, which is fixed until a reload. */
export const say = WORDS[env.language.toLowerCase().startsWith('zh') ? 'zh' : 'en'];
