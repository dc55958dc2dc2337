/** The texts of the extension's manifest. `npm run generate` writes them into the files that VS Code reads. */
import type { Bilingual } from '@steward/text';

export const MANIFEST_WORDS: Readonly<Record<string, Bilingual>> = {
  displayName: { en: 'Steward: Rules for Chat Groups', zh: 'Steward：群规则' },
  description: {
    en: 'Write the rules of a chat group and see, beside each one, what it would have done.',
    zh: '编写群规则，并在每条规则旁边看到它会带来什么结果。',
  },
  'trust.untrusted': {
    en: 'In an untrusted folder, rules are checked but not simulated: Steward reads no log and nothing outside the folder, and runs no other program.',
    zh: '在不受信任的文件夹里只检查规则，不做模拟：不读日志，不读文件夹以外的文件，也不运行其他程序。',
  },
  'trust.virtual': {
    en: 'Rules refer to logs and word lists by path, and only folders on disk have paths.',
    zh: '规则按路径引用日志和词库，只有磁盘上的文件夹才有路径。',
  },
  'command.simulate': { en: 'Simulate', zh: '模拟' },
  'command.simulateOver': { en: 'Simulate over Another Log…', zh: '换一份日志模拟…' },
  'command.stop': { en: 'Stop Simulating', zh: '停止模拟' },
  'command.newGroupFile': { en: 'New Group File…', zh: '新建群规则文件…' },
  'command.newGroupFile.short': { en: 'Group Rules', zh: '群规则' },
  'command.translateToChinese': { en: 'Translate to Chinese', zh: '翻译成中文' },
  'command.translateToEnglish': { en: 'Translate to English', zh: '翻译成英文' },
  'command.showDashboard': { en: 'Show Dashboard', zh: '打开看板' },
  'command.showRuleInDashboard': { en: 'Find Rule in Dashboard', zh: '在看板中查看这条规则' },
  'command.runScenario': { en: 'Run Scenario…', zh: '运行场景…' },
  'command.restartServer': { en: 'Restart Server', zh: '重启语言服务' },
  'command.showOutput': { en: 'Show Output', zh: '查看输出' },
  'command.openEvidence': { en: 'Open the Event in the Log', zh: '在日志中打开该事件' },
  'command.showReferences': { en: 'Show References', zh: '查看引用' },
  'view.rules': { en: 'Rules', zh: '规则' },
  'view.rules.welcome': {
    en: 'Open a `.group` file to see its groups, their rules and the latest result of each.\n[New Group File](command:steward.newGroupFile)\n[Take the Tour](command:workbench.action.openWalkthrough?%22steward.steward%23start%22)',
    zh: '打开 `.group` 文件，这里会列出其中的群、规则，以及每条规则最近一次模拟的结果。\n[新建群规则文件](command:steward.newGroupFile)\n[看一遍入门教程](command:workbench.action.openWalkthrough?%22steward.steward%23start%22)',
  },
  'setting.debounce': {
    en: 'How long to wait after a keystroke before checking the rules, in milliseconds.',
    zh: '停止输入多久之后检查规则，单位毫秒。',
  },
  'setting.inlayHints': {
    en: 'Show parameter names of actions, and where an overridden rule comes from, in the text.',
    zh: '在正文中显示动作的参数名，以及被覆盖的规则继承自哪里。',
  },
  'setting.codeLens': {
    en: 'Show *Simulate*, *Run scenario* and the number of uses above declarations.',
    zh: '在声明上方显示“模拟”“运行场景”和被使用的次数。',
  },
  'setting.simulate.on': {
    en: 'When to simulate a file again.',
    zh: '模拟过的文件，什么时候重新模拟。',
  },
  'setting.simulate.on.command': { en: 'Only on command.', zh: '只在下达命令时。' },
  'setting.simulate.on.save': {
    en: 'When the file, or one that it imports, is saved.',
    zh: '保存该文件或它引入的文件时。',
  },
  'setting.simulate.on.type': {
    en: 'After every edit that leaves the rules without errors.',
    zh: '每次修改后，只要规则没有错误。',
  },
  'setting.simulate.automatically': {
    en: 'Simulate a file on its `sample` as soon as it opens.',
    zh: '打开文件后立即用它的 `样本` 模拟。',
  },
  'setting.simulate.madeUpDays': {
    en: 'How many days a made-up log covers, for groups without a `sample`.',
    zh: '群没有 `样本` 时，生成的日志覆盖多少天。',
  },
  'setting.trace': {
    en: "How much of the traffic between editor and language server to log, when the output's level is *Trace*.",
    zh: '输出级别为“跟踪”时，记录编辑器与语言服务之间的消息，记录多少。',
  },
  'walkthrough.title': { en: 'Rules for a Chat Group', zh: '为一个群编写规则' },
  'walkthrough.description': {
    en: 'From an empty file to a dashboard, in five small steps.',
    zh: '五小步，从空文件到看板。',
  },
  'walkthrough.new.title': { en: 'Start from one of four kinds of group', zh: '从四类群中选一类开始' },
  'walkthrough.new.description': {
    en: 'Service, interest, knowledge or conversion: each starts with rules that work, in English or Chinese.\n[New Group File](command:steward.newGroupFile)',
    zh: '服务型、兴趣型、知识型、转化型：每一类都从一份能直接使用的规则开始，中文英文都可以。\n[新建群规则文件](command:steward.newGroupFile)',
  },
  'walkthrough.write.title': { en: 'Write with help for every word', zh: '写一条规则，每个词都有提示' },
  'walkthrough.write.description': {
    en: 'Press Ctrl+Space inside a group for whole blocks, names, units and actions that fit there. Mistakes are underlined, and most have a fix under the light bulb.',
    zh: '在群里按 Ctrl+空格，会提示此处可用的整段规则、名称、单位和动作。写错的地方有波浪线，多数可以点灯泡修复。',
  },
  'walkthrough.simulate.title': { en: 'See what the rules would have done', zh: '看看这些规则会带来什么' },
  'walkthrough.simulate.description': {
    en: "Simulate on the group's log, a file of your own, or a made-up log.\n[Simulate](command:steward.simulate)",
    zh: '用群的日志、你自己的文件，或者生成的日志来模拟。\n[模拟](command:steward.simulate)',
  },
  'walkthrough.threshold.title': { en: 'Change a threshold', zh: '改一个阈值' },
  'walkthrough.threshold.description': {
    en: 'Change a number in a rule: the result at the end of its line follows as you type.',
    zh: '改动规则里的数字，行末的结果会随着输入变化。',
  },
  'walkthrough.dashboard.title': { en: 'Look at the whole picture', zh: '看全局' },
  'walkthrough.dashboard.description': {
    en: 'Tiers over time, content against its mix, health, incidents and members. Each is one click from its rule.\n[Show Dashboard](command:steward.showDashboard)',
    zh: '层级变化、内容配比、健康度、风险事件和成员，点一下就回到对应的规则。\n[打开看板](command:steward.showDashboard)',
  },
  'command.compareWithHead': { en: 'Compare Outcome with HEAD', zh: '与 HEAD 比较结果' },
  'command.compareWith': { en: 'Compare Outcome with Another Version…', zh: '与其他版本比较结果…' },
  'command.stopComparing': { en: 'Stop Comparing', zh: '停止比较' },
  'setting.sweeps': {
    en: 'Where to show, after a simulation, what other values of a bound would give.',
    zh: '模拟之后，在哪里显示“把这个数换成别的会怎样”。',
  },
  'setting.sweeps.off': { en: 'Nowhere.', zh: '不显示。' },
  'setting.sweeps.hover': { en: 'When hovering over the number.', zh: '鼠标停在数字上时。' },
  'setting.sweeps.lens': {
    en: 'When hovering over the number, and on a line above each bound.',
    zh: '鼠标停在数字上时，并在每个界限上方单独一行。',
  },
  'command.rules.refresh': { en: 'Refresh', zh: '刷新' },
  'setting.inline.enabled': {
    en: "Show each rule's latest result at the end of its line.",
    zh: '在行末显示每条规则最近一次模拟的结果。',
  },
  'setting.inline.dimIdle': {
    en: 'Dim rules that never fired in the last simulation.',
    zh: '淡化上次模拟中从未触发的规则。',
  },
  'color.inline.neutral': {
    en: 'Inline results that are neither good nor bad.',
    zh: '行末结果：不分好坏的。',
  },
  'color.inline.idle': { en: 'Inline results of rules that never fired.', zh: '行末结果：从未触发的规则。' },
  'color.inline.good': { en: 'Inline results of rules that were kept.', zh: '行末结果：达标的规则。' },
  'color.inline.bad': {
    en: 'Inline results of rules that were broken and of risks that opened.',
    zh: '行末结果：未达标的规则，或发生过的风险。',
  },
  'color.inline.unknown': {
    en: 'Inline results of rules that could not be decided.',
    zh: '行末结果：无法判断的规则。',
  },
  'color.inline.stale': { en: 'Inline results from before your last edit.', zh: '行末结果：上次改动之前的。' },
  'color.inline.change': { en: 'Differences from the version you compare with.', zh: '与所比较版本的差别。' },
};
