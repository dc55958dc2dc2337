import { counted, sentences } from '@steward/text';

export const SCORE = sentences({
  logWanted: { en: 'Name the labelled log with --log.', zh: '请用 --log 指定有标注的日志。' },
  noLabels: {
    en: 'No event of the log has a label. Add a column (in JSON a key) `label`: the names of the rules that should find the event, or `-` for none.',
    zh: '日志里没有带标注的事件。请加一列（JSON 里是键）`label`：应当找到这条事件的规则的名字，都不符合时写 `-`。',
  },
  labelsElsewhere: {
    en: (count: number) =>
      `${counted(count, 'label')} belong to groups outside the rules, or to rows that are not events`,
    zh: (count) => `${count} 条标注属于规则不管的群，或所在的行不是事件`,
  },
  badGate: {
    en: (option: string, found: string) =>
      `--${option} cannot be ${found}. Write a percentage from 0 to 100, or RULE=percentage.`,
    zh: (option, found) => `--${option} 不能是 ${found}。请写 0 到 100 的百分比，或 规则=百分比。`,
  },
  unknownRule: {
    en: (name: string) => `There is no category, ban or risk ${name}.`,
    zh: (name) => `没有类别、禁用或风险 ${name}。`,
  },
  precisionTooLow: {
    en: (rule: string, right: number, found: number, least: number) =>
      `${rule}: ${right} of ${found} found are right, less than ${least}%`,
    zh: (rule, right, found, least) => `${rule}：找到 ${found} 条，正确 ${right} 条，低于 ${least}%`,
  },
  recallTooLow: {
    en: (rule: string, right: number, labelled: number, least: number) =>
      `${rule}: ${right} of ${labelled} labelled are found, less than ${least}%`,
    zh: (rule, right, labelled, least) => `${rule}：标注 ${labelled} 条，找到 ${right} 条，低于 ${least}%`,
  },
});
