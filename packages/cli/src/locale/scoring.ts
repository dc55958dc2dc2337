/** The sentences of `steward score`, in both languages. */

export interface ScoringMessages {
  command: string;
  optionMinPrecision: string;
  optionMinRecall: string;
  logWanted: string;
  noLabels: string;
  labelsElsewhere: (count: number) => string;
  badGate: (option: string, found: string) => string;
  unknownRule: (name: string) => string;
  precisionTooLow: (rule: string, right: number, found: number, least: number) => string;
  recallTooLow: (rule: string, right: number, labelled: number, least: number) => string;
}

export const scoringEn: ScoringMessages = {
  command: 'Compare what rules find with the `label` column of a log: precision and recall, rule by rule',
  optionMinPrecision: 'exit with 1 where less of what a rule finds is right, in percent; RULE=N for one rule',
  optionMinRecall: 'exit with 1 where less of what is labelled is found, in percent; RULE=N for one rule',
  logWanted: 'Name the labelled log with --log.',
  noLabels:
    'No event of the log has a label. Add a column (in JSON a key) `label`: the names of the rules that ought to find the event, or `-` for none.',
  labelsElsewhere: (count) =>
    `${count} label${count === 1 ? '' : 's'} of groups that the rules do not govern, or of rows that are no events`,
  badGate: (option, found) => `--${option} cannot be ${found}. Write a percentage from 0 to 100, or RULE=percentage.`,
  unknownRule: (name) => `There is no category, ban or risk ${name}.`,
  precisionTooLow: (rule, right, found, least) => `${rule}: ${right} of ${found} found are right, less than ${least}%`,
  recallTooLow: (rule, right, labelled, least) =>
    `${rule}: ${right} of ${labelled} labelled are found, less than ${least}%`,
};

export const scoringZh: ScoringMessages = {
  command: '把规则找到的与日志 `label` 列的标注对比：每条规则的准确率和召回率',
  optionMinPrecision: '规则找到的内容中正确的比例低于此百分比时退出码为 1；只针对一条规则写 规则=N',
  optionMinRecall: '有标注的内容中被找到的比例低于此百分比时退出码为 1；只针对一条规则写 规则=N',
  logWanted: '请用 --log 指定有标注的日志。',
  noLabels: '日志里没有带标注的事件。请加一列（JSON 里是键）`label`：应当找到这条事件的规则的名字，都不符合时写 `-`。',
  labelsElsewhere: (count) => `${count} 条标注属于规则不管的群，或所在的行不是事件`,
  badGate: (option, found) => `--${option} 不能是 ${found}。请写 0 到 100 的百分比，或 规则=百分比。`,
  unknownRule: (name) => `没有类别、禁用或风险 ${name}。`,
  precisionTooLow: (rule, right, found, least) => `${rule}：找到 ${found} 条，正确 ${right} 条，低于 ${least}%`,
  recallTooLow: (rule, right, labelled, least) => `${rule}：标注 ${labelled} 条，找到 ${right} 条，低于 ${least}%`,
};
