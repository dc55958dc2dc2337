import { checkingZh } from './checking.ts';
import { configuringZh } from './configuring.ts';
import { manualZh } from './manual.ts';
import type { Messages } from './messages.ts';
import { projectZh } from './project.ts';
import { scoringZh } from './scoring.ts';
import { testingZh } from './testing.ts';
import { whatIfZh } from './what-if.ts';

export const zh: Messages = {
  usage: '用法',
  commands: '命令',
  options: '选项',
  globalOptions: '所有命令通用',
  examples: '示例',
  exitCodes: '退出码',
  tagline: '把群规写成代码：先检查，再在日志上试运行，然后才用到人身上。',
  moreHelp: '查看某个命令的帮助：steward <命令> --help',
  exitCodeTable: [
    ['0', '正常：没有错误（simulate 即使发现未达标或风险也是 0）'],
    ['1', '有问题：文件中有错误，或场景没有通过'],
    ['2', '无法运行：用法有误，或输入无法读取'],
    ['3', 'Steward 自身的故障'],
  ],

  command: {
    check: '检查 .group 文件：哪里有问题、怎么改',
    simulate: '显示规则作用于一份日志会做什么',
    build: '把检查过的规则输出为数据（Policy，JSON）',
    generate: '生成一份虚构日志，没有数据也能试规则',
    translate: '把文件的关键字换成另一种语言，其余不变',
    schema: '输出 JSON Schema',
    explain: '解释检查器的一个代码',
    format: '整理 .group 文件的排版:空格、换行、缩进',
    lsp: '为编辑器提供语言服务',
  },
  option: {
    lang: '输出语言（默认取自 LC_ALL 或 LANG）',
    color: '输出不是终端时也使用颜色',
    noColor: '不使用颜色（同 NO_COLOR=1）',
    allowFolder: '规则还可以引用此文件夹里的文件（可多次使用）',
    help: '显示帮助',
    version: '显示版本',
    html: '另写一份在浏览器里看的报告：单个文件，离线可开',
    output: '写入文件而不是标准输出；全部完成后才替换原文件',
    log: '日志文件或通配符（可重复）；默认用群里的 sample，没有则用虚构日志',
    from: '日志格式，文件名和内容看不出来时使用：auto、events、jsonl、json、csv、tsv、parquet、gitter、wecom、chatlog、weflow',
    group: '只看这个群：规则里的群名，或日志里的群标识、群名（可重复）',
    format: 'text 给人看（默认），json 输出 Outcome',
    members: '在 JSON 中包含每名成员每天的层级',
    roster: '成员名册（CSV：member, name, role, joined）',
    withoutMembers: '接受没有成员的日志（默认拒绝读取）',
    lenient: '跳过无法读取的行，并计数',
    shows: '日志能显示哪些信号：message,read,click,…',
    timezone: '日志里没有写时区的时间按此时区理解',
    jobs: '并行数（默认取自 CPU 核数）',
    evidence: '每个数字列出的事件数，0 到 20（text 默认 3，json 默认 20）',
    full: '群数不超过此数时逐个完整显示，否则汇总（默认 3）',
    to: '关键字的语言',
    seed: '种子相同，日志相同',
    kind: '群的类型',
    for: '日志要配合的规则：类别、时段、活动、禁用词',
    forGroup: '规则里的哪个群',
    events: '事件总数（大约）',
    logTimezone: '群的时区',
    language: '成员发言用的语言',
    days: '天数',
    groups: '群数',
    membersPerGroup: '每群人数',
    start: '第一天，YYYY-MM-DD',
    formatCheck: '不写文件;有文件排版不符时以 1 退出',
    stdio: '通过标准输入输出通信(默认)',
    nodeIpc: '通过启动它的 Node 进程的通道通信',
    clientProcessId: '该进程结束时一同结束(由编辑器传入)',
  },

  htmlWritten: (path) => `报告已写入 ${path}：用浏览器打开即可。`,
  htmlGroupsLeftOut: (shown, all) =>
    `报告包含 ${all} 个群中的 ${shown} 个：有未关闭风险、未达标和消息多的优先。用 --group 选择其他群。`,
  htmlMembersLeftOut: (shown, all) => `报告列出 ${all} 名成员中的 ${shown} 名；数字统计的是所有人。`,
  lspNeedsChannel: '--node-ipc 只用于由编辑器自己启动的情形。其他情形请用 --stdio。',
  formatDiffers: (path) => `${path} 的排版不符`,
  formatSummary: (changed, files, isCheck) => {
    if (changed === 0) return `${files} 个文件,排版都已整齐`;
    return isCheck
      ? `${files} 个文件中有 ${changed} 个需要整理。请运行:steward format`
      : `${files} 个文件中整理了 ${changed} 个`;
  },

  commandUnknown: (name, suggestion) =>
    `没有命令 ${name}。${suggestion === null ? '请看：steward --help' : `是不是想用 ${suggestion}？`}`,
  commandMissing: '请写明要做什么。请看：steward --help',
  optionUnknown: (option, suggestion) =>
    `没有选项 ${option}。${suggestion === null ? '请看：steward --help' : `是不是想用 ${suggestion}？`}`,
  optionNeedsValue: (option, value) => `${option} 需要一个值：${option} ${value}`,
  optionTakesNoValue: (option) => `${option} 不带值。`,
  optionChoice: (option, value, choices) => `${option} 不能是 ${value}，只能是：${choices}。`,
  optionNumber: (option, value, least, most) => `${option} 不能是 ${value}，应为 ${least} 到 ${most} 的整数。`,
  optionTwice: (option) => `${option} 写了两次。`,
  operandsMissing: (operands) => `缺少参数：${operands}`,
  operandsTooMany: (surplus) => `多了一个参数：${surplus}`,

  error: '错误',
  severity: { error: '错误', warning: '警告', info: '提示' },
  fix: '修改',
  counts: (errors, warnings, notes, files) =>
    `${files} 个文件中有 ${errors} 个错误、${warnings} 个警告${notes > 0 ? `、${notes} 个提示` : ''}`,
  clean: (files) => `检查了 ${files} 个文件：没有问题`,
  explainHint: (code) => `查看代码的说明：steward explain ${code}`,

  pathMissing: (path) => `没有文件或文件夹 ${path}。`,
  fileWanted: (path) => `${path} 是文件夹。请写出其中的一个 .group 文件。`,
  pathUnreadable: (path, reason) => `无法读取 ${path}：${reason}`,
  groupFilesIgnored: (where, count) =>
    `${where} 里的 ${count} 个 .group 文件都被 git 忽略，所以没有要处理的文件。要处理它们，请直接写出文件名。`,
  noGroupFiles: (where) => `${where} 里没有 .group 文件。`,
  outputOverInput: (path) => `本次运行要读取 ${path}，结果不能写到那里，否则输入会丢失。请换一个文件名。`,
  standardOutput: '标准输出',
  cannotWrite: (path, reason) => `无法写入 ${path}：${reason}`,
  explainUnknown: (code, suggestion) =>
    `没有 ${code} 的说明。${suggestion === null ? 'steward check 的每条结果后面都有代码。' : `是不是想看 ${suggestion}？`}`,
  schemaUnknown: (name, suggestion, known) =>
    `没有名为 ${name} 的 schema。${suggestion === null ? `可用的有：${known}。` : `是不是想用 ${suggestion}？`}`,

  filesHaveErrors: (count) => `有 ${count} 个错误，没有运行。`,
  warningsElsewhere: (count, file) => `规则中有 ${count} 个警告：steward check ${file}`,
  noGroups: (file) => `${file} 没有声明群，所以没有可运行的内容。请声明一个：群 名称 : 服务型 { … }`,
  unknownGroup: (name, policyGroups, logGroups) =>
    `没有群 ${name}。规则里有：${policyGroups}。日志里有：${logGroups}。`,
  unknownPolicyGroup: (name, policyGroups) => `没有群 ${name}。规则里有：${policyGroups}。`,
  severalSamples: (groups) =>
    `这些群各有自己的样本，一份 JSON 放不下：${groups}。请用 --group 选一个，或用 --log 指定日志。`,
  generatedLog: (group) =>
    `${group} 没有写样本，也没有给出 --log，所以这里用的是虚构日志：数字说明规则如何运作，不代表你的群。`,
  everything: (group, count) =>
    `日志中没有群符合 ${group} 的匹配条件；因为只有这一个群，它的规则用于日志中的${count === 1 ? '这个群' : `全部 ${count} 个群`}。`,
  nothingBound: (groups) => `日志里没有群符合规则。日志里有：${groups}。请给群加上匹配群 "…"，或用 --group 指定。`,
  notOnRoster: (path, { strangers, named }) => {
    const list = named.strangers.map(({ id, nearest }) => (nearest === null ? id : `${id}（是否应为 ${nearest}？）`));
    const rest = strangers - list.length;
    return `日志里有 ${strangers} 名成员不在名册 ${path} 上：${[...list, ...(rest > 0 ? [`另有 ${rest} 人`] : [])].join('、')}。`;
  },
  onlyOnRoster: (path, { absent, named }) => {
    const rest = absent - named.absent.length;
    return `名册 ${path} 上有 ${absent} 人从未在日志里出现：${[...named.absent, ...(rest > 0 ? [`另有 ${rest} 人`] : [])].join('、')}。`;
  },
  rosterForMany: (path, group, count) =>
    `名册 ${path} 同时用于 ${count} 个群：名册上的人会算作 ${group} 对应的每个群的成员。请为每个群分别写一个带“匹配”和“名册”的群，或用 --group 只选一个群。`,
  skippedRows: (count) => `跳过了 ${count} 行（--lenient）：`,
  skippedRecords: (count, why) => `${count} 条记录不是群事件：${why}`,
  doubts: (count, what, place, found) => `${count} 条记录${what}（例如 ${place} 的 ${found}）`,
  duplicates: (count, conflicting) =>
    `${count} 个事件在日志中重复出现（群和标识相同），只计一次${conflicting > 0 ? `；其中 ${conflicting} 个的时间或类型不一致` : ''}`,
  unreadableLog: '无法读取日志。',
  unknownShows: (name, known) => `--shows 不能是 ${name}。信号有：${known}。`,
  badTimezone: (name) => `--timezone 不能是 ${name}，请写成 Asia/Shanghai 这样的名称。`,

  reading: (done) => `读取 ${done}`,
  simulating: (done, all) => `正在运行 ${done} / ${all} 个群`,
  more: (count) => `……另有 ${count} 条`,

  generating: (events) => `${events} 个事件`,
  generated: (events, messages, path) => `已向 ${path} 写入 ${events} 个事件，其中 ${messages} 条消息`,
  generateOneGroup: (groups) =>
    `模拟日志一次只为一个群生成，这里有多个：${groups}。请在同一目录里逐个生成；simulate --log 可以读取整个目录。`,
  generateNeedsGroup: (file, groups) => `${file} 声明了多个群：${groups}。请用 --group 选一个。`,
  crash: (version) => [
    `这是 Steward ${version} 的故障，不是你的文件的问题。`,
    '请把下面几行连同（如果可以分享）当时的文件一起反馈给我们。',
    '没有留下写到一半的文件。',
  ],
  leftOut: (file, part) => `${file}：${part.trim()}出错，已略过；其余部分都已照常处理。`,

  checking: checkingZh,
  configuring: configuringZh,
  manual: manualZh,
  project: projectZh,
  scoring: scoringZh,
  testing: testingZh,
  whatIf: whatIfZh,
};
