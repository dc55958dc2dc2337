/** Sentences that several commands have. */
import type { RosterGaps } from '@steward/logs';
import { counted, sentences } from '@steward/text';

export const WORDS = sentences({
  /** Names or values side by side. */
  series: { en: (items: readonly string[]) => items.join(', '), zh: (items) => items.join('、') },
  written: {
    en: (path: string) => `wrote ${path}`,
    zh: (path) => `已写入 ${path}`,
  },
  usage: { en: 'Usage', zh: '用法' },
  commands: { en: 'Commands', zh: '命令' },
  options: { en: 'Options', zh: '选项' },
  globalOptions: { en: 'For every command', zh: '所有命令通用' },
  examples: { en: 'Examples', zh: '示例' },
  exitCodes: { en: 'Exit codes', zh: '退出码' },
  tagline: {
    en: 'Rules for chat groups as code: check them, and try them on a log before they go live.',
    zh: '把群规写成代码：先检查，再用日志试跑，最后才上线。',
  },
  moreHelp: { en: 'Help on a command: steward <command> --help', zh: '查看某个命令的帮助：steward <命令> --help' },
  exitCodeTable: {
    en: {
      0: 'clean: no errors (for simulate also when the rules found breaches or incidents)',
      1: 'findings: the files have errors, or scenarios fail',
      2: 'cannot run: usage, or input that cannot be read',
      3: 'a bug in Steward',
    },
    zh: {
      0: '正常：没有错误（simulate 即使发现未达标或风险也是 0）',
      1: '有问题：文件中有错误，或场景没有通过',
      2: '无法运行：用法有误，或输入无法读取',
      3: 'Steward 自身的故障',
    },
  },
  commandUnknown: {
    en: (name: string, suggestion: string | null) =>
      `There is no command ${name}. ${suggestion === null ? 'See: steward --help' : `Did you mean ${suggestion}?`}`,
    zh: (name, suggestion) =>
      `没有命令 ${name}。${suggestion === null ? '请看：steward --help' : `是不是想用 ${suggestion}？`}`,
  },
  commandMissing: { en: 'No command given. See: steward --help', zh: '请写明要做什么。请看：steward --help' },
  optionUnknown: {
    en: (option: string, suggestion: string | null) =>
      `There is no option ${option}. ${suggestion === null ? 'See: steward --help' : `Did you mean ${suggestion}?`}`,
    zh: (option, suggestion) =>
      `没有选项 ${option}。${suggestion === null ? '请看：steward --help' : `是不是想用 ${suggestion}？`}`,
  },
  optionNeedsValue: {
    en: (option: string, value: string) => `${option} needs a value: ${option} ${value}`,
    zh: (option, value) => `${option} 需要一个值：${option} ${value}`,
  },
  optionTakesNoValue: {
    en: (option: string) => `${option} takes no value.`,
    zh: (option) => `${option} 不带值。`,
  },
  optionChoice: {
    en: (option: string, value: string, choices: string) => `${option} cannot be ${value}. It is one of: ${choices}.`,
    zh: (option, value, choices) => `${option} 不能是 ${value}，只能是：${choices}。`,
  },
  optionNumber: {
    en: (option: string, value: string, least: number, most: number) =>
      `${option} cannot be ${value}. It is a whole number from ${least} to ${most}.`,
    zh: (option, value, least, most) => `${option} 不能是 ${value}，应为 ${least} 到 ${most} 的整数。`,
  },
  optionTwice: {
    en: (option: string) => `${option} is given twice.`,
    zh: (option) => `${option} 写了两次。`,
  },
  operandsMissing: {
    en: (operands: string) => `Missing arguments: ${operands}`,
    zh: (operands) => `缺少参数：${operands}`,
  },
  operandsTooMany: {
    en: (surplus: string) => `Unexpected argument: ${surplus}`,
    zh: (surplus) => `多了一个参数：${surplus}`,
  },
  error: { en: 'error', zh: '错误' },
  severity: {
    en: { error: 'error', warning: 'warning', info: 'note' },
    zh: { error: '错误', warning: '警告', info: '提示' },
  },
  fix: { en: 'fix', zh: '修改' },
  counts: {
    en: (errors: number, warnings: number, notes: number, files: number) =>
      `${[counted(errors, 'error'), counted(warnings, 'warning'), ...(notes > 0 ? [counted(notes, 'note')] : [])].join(
        ', ',
      )} in ${counted(files, 'file')}`,
    zh: (errors, warnings, notes, files) =>
      `${files} 个文件中有 ${errors} 个错误、${warnings} 个警告${notes > 0 ? `、${notes} 个提示` : ''}`,
  },
  clean: {
    en: (files: number) => `${counted(files, 'file')} checked: nothing to complain about`,
    zh: (files) => `检查了 ${files} 个文件：没有问题`,
  },
  explainHint: {
    en: (code: string) => `More on a code: steward explain ${code}`,
    zh: (code) => `查看代码的说明：steward explain ${code}`,
  },
  pathMissing: {
    en: (path: string) => `There is no file or folder ${path}.`,
    zh: (path) => `没有文件或文件夹 ${path}。`,
  },
  fileWanted: {
    en: (path: string) => `${path} is a folder. Name one .group file in it.`,
    zh: (path) => `${path} 是文件夹。请写出其中的一个 .group 文件。`,
  },
  pathUnreadable: {
    en: (path: string, reason: string) => `${path} cannot be read: ${reason}`,
    zh: (path, reason) => `无法读取 ${path}：${reason}`,
  },
  noGroupFiles: {
    en: (where: string) => `There is no .group file in ${where}.`,
    zh: (where) => `${where} 里没有 .group 文件。`,
  },
  groupFilesIgnored: {
    en: (where: string, count: number) =>
      `git ignores the .group ${count === 1 ? 'file' : `files (${count})`} in ${where}, so there is nothing to do. To use one anyway, name the file itself.`,
    zh: (where, count) =>
      `${where} 里的 ${count} 个 .group 文件都被 git 忽略，所以没有要处理的文件。要处理它们，请直接写出文件名。`,
  },
  cannotWrite: {
    en: (path: string, reason: string) => `${path} cannot be written: ${reason}`,
    zh: (path, reason) => `无法写入 ${path}：${reason}`,
  },
  outputOverInput: {
    en: (path: string) => `${path} is an input of this run and would be overwritten. Choose another output file.`,
    zh: (path) => `${path} 是本次运行的输入，写入会覆盖它。请换一个输出文件。`,
  },
  standardOutput: { en: 'Standard output', zh: '标准输出' },
  noGroups: {
    en: (file: string) =>
      `${file} declares no group, so there is nothing to simulate. Declare one: group Name : service { … }`,
    zh: (file) => `${file} 没有声明群，所以没有可运行的内容。请声明一个：群 名称 : 服务型 { … }`,
  },
  unknownGroup: {
    en: (name: string, policyGroups: string, logGroups: string) =>
      `There is no group ${name}. The rules declare: ${policyGroups}. The log has: ${logGroups}.`,
    zh: (name, policyGroups, logGroups) => `没有群 ${name}。规则里有：${policyGroups}。日志里有：${logGroups}。`,
  },
  unknownPolicyGroup: {
    en: (name: string, policyGroups: string) => `There is no group ${name}. The rules declare: ${policyGroups}.`,
    zh: (name, policyGroups) => `没有群 ${name}。规则里有：${policyGroups}。`,
  },
  severalSamples: {
    en: (groups: string) =>
      `These groups have samples of their own, which one JSON cannot hold: ${groups}. Choose one with --group, or a log with --log.`,
    zh: (groups) => `这些群各有自己的样本，一份 JSON 放不下：${groups}。请用 --group 选一个，或用 --log 指定日志。`,
  },
  generatedLog: {
    en: (group: string) =>
      `${group} names no sample and no --log is given, so this is a made-up log: its numbers say how the rules work, not how your group does.`,
    zh: (group) =>
      `${group} 没有写样本，也没有给出 --log，所以这里用的是虚构日志：数字说明规则如何运作，不代表你的群。`,
  },
  everything: {
    en: (group: string, count: number) =>
      `Nothing in the log matches the globs of ${group}; as it is the only group, its rules apply to ${count === 1 ? 'the one group' : `all ${count} groups`} of the log.`,
    zh: (group, count) =>
      `日志中没有群符合 ${group} 的匹配条件；因为只有这一个群，它的规则用于日志中的${count === 1 ? '这个群' : `全部 ${count} 个群`}。`,
  },
  nothingBound: {
    en: (groups: string) =>
      `No group of the log matches the rules. The log has: ${groups}. Add \`match "…"\` to a group, or name one with --group.`,
    zh: (groups) => `日志里没有群符合规则。日志里有：${groups}。请给群加上匹配群 "…"，或用 --group 指定。`,
  },
  notOnRoster: {
    en: (path: string, { strangers, named }: RosterGaps) => {
      const list = named.strangers.map(({ id, nearest }) =>
        nearest === null ? id : `${id} (did you mean ${nearest}?)`,
      );
      const rest = strangers - list.length;
      return `${counted(strangers, 'member')} of the log ${strangers === 1 ? 'is' : 'are'} not on the roster ${path}: ${[...list, ...(rest > 0 ? [`${rest} more`] : [])].join(', ')}.`;
    },
    zh: (path, { strangers, named }) => {
      const list = named.strangers.map(({ id, nearest }) => (nearest === null ? id : `${id}（是否应为 ${nearest}？）`));
      const rest = strangers - list.length;
      return `日志里有 ${strangers} 名成员不在名册 ${path} 上：${[...list, ...(rest > 0 ? [`另有 ${rest} 人`] : [])].join('、')}。`;
    },
  },
  onlyOnRoster: {
    en: (path: string, { absent, named }: RosterGaps) => {
      const rest = absent - named.absent.length;
      return `${counted(absent, 'person', 'people')} of the roster ${path} never ${absent === 1 ? 'occurs' : 'occur'} in the log: ${[...named.absent, ...(rest > 0 ? [`${rest} more`] : [])].join(', ')}.`;
    },
    zh: (path, { absent, named }) => {
      const rest = absent - named.absent.length;
      return `名册 ${path} 上有 ${absent} 人从未在日志里出现：${[...named.absent, ...(rest > 0 ? [`另有 ${rest} 人`] : [])].join('、')}。`;
    },
  },
  rosterForMany: {
    en: (path: string, group: string, count: number) =>
      `The roster ${path} is used for ${count} groups: everyone on it counts as a member of each group that ${group} matches. Give each its own group with a match and a roster, or choose one with --group.`,
    zh: (path, group, count) =>
      `名册 ${path} 同时用于 ${count} 个群：名册上的人会算作 ${group} 对应的每个群的成员。请为每个群分别写一个带“匹配”和“名册”的群，或用 --group 只选一个群。`,
  },
  skippedRows: {
    en: (count: number) => `${counted(count, 'row was', 'rows were')} skipped (--lenient):`,
    zh: (count) => `跳过了 ${count} 行（--lenient）：`,
  },
  skippedRecords: {
    en: (count: number, why: string) =>
      `${counted(count, 'record is not a group event', 'records are not group events')}: ${why}`,
    zh: (count, why) => `${count} 条记录不是群事件：${why}`,
  },
  doubts: {
    en: (count: number, what: string, place: string, found: string) =>
      `${counted(count, 'record is', 'records are')} ${what} (such as ${found}, ${place})`,
    zh: (count, what, place, found) => `${count} 条记录${what}（例如 ${place} 的 ${found}）`,
  },
  duplicates: {
    en: (count: number, conflicting: number) =>
      `${counted(count, 'event appears', 'events appear')} in the log more than once (same group and id) and ${count === 1 ? 'counts' : 'count'} once${conflicting > 0 ? `; ${conflicting} of them differ in time or kind` : ''}`,
    zh: (count, conflicting) =>
      `${count} 个事件在日志中重复出现（群和标识相同），只计一次${conflicting > 0 ? `；其中 ${conflicting} 个的时间或类型不一致` : ''}`,
  },
  unreadableLog: { en: 'The log cannot be read.', zh: '无法读取日志。' },
  unknownShows: {
    en: (name: string, known: string) => `--shows cannot be ${name}. Signals are: ${known}.`,
    zh: (name, known) => `--shows 不能是 ${name}。信号有：${known}。`,
  },
  badTimezone: {
    en: (name: string) => `--timezone cannot be ${name}. Write a name like Asia/Shanghai.`,
    zh: (name) => `--timezone 不能是 ${name}，请写成 Asia/Shanghai 这样的名称。`,
  },
  reading: {
    en: (done: string) => `reading ${done}`,
    zh: (done) => `读取 ${done}`,
  },
  simulating: {
    en: (done: string, all: string) => `simulating ${done} of ${all} groups`,
    zh: (done, all) => `正在运行 ${done} / ${all} 个群`,
  },
  more: {
    en: (count: number) => `… and ${count} more`,
    zh: (count) => `……另有 ${count} 条`,
  },
  crash: {
    en: (version: string) => [
      `This is a bug in Steward ${version}, not in your files.`,
      'Please report it with the lines below and, if you can share them, the files it ran on.',
      'No file was left half-written.',
    ],
    zh: (version) => [
      `这是 Steward ${version} 自身的故障，与你的文件无关。`,
      '请把下面几行反馈给我们；如果方便，请附上当时的文件。',
      '没有留下写到一半的文件。',
    ],
  },
  leftOut: {
    en: (file: string, part: string) => `${file}: ${part} failed and was skipped; everything else ran.`,
    zh: (file, part) => `${file}：${part.trim()}出错，已略过；其余部分都已照常处理。`,
  },
});

export type Words = (typeof WORDS)['en'];
