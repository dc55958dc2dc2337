/** How well rules match labels: a table, with the first false and missed events. */
import { integerText, percentText } from '@steward/numbers';
import type { Policy } from '@steward/policy';
import type { EventReference, RuleScore, Score } from '@steward/simulator';
import { counted, type Locale, sentences, visible, visibleIn } from '@steward/text';
import { type Cell, type Column, table } from '../layout/table.ts';
import { cells, truncate } from '../layout/width.ts';
import { CATALOGUE } from '../locale/catalogue.ts';
import type { Palette } from '../palette.ts';
import { namesOf } from '../values/names.ts';

export interface ScoreTextOptions {
  policy: Policy;
  locale: Locale;
  palette: Palette;
  width: number;
  /** Text of an event, and a name for its place. */
  describe: (reference: EventReference) => { at: string; text: string | null };
}

const WORDS = sentences({
  head: {
    en: (judged: string, groups: number) => `${judged} labelled events in ${counted(groups, 'group')}`,
    zh: (judged, groups) => `${groups} 个群，${judged} 条有标注的事件`,
  },
  kind: sentences({
    category: { en: 'category', zh: '类别' },
    ban: { en: 'ban', zh: '禁用' },
    risk: { en: 'risk', zh: '风险' },
  }),
  columns: sentences({
    rule: { en: 'rule', zh: '规则' },
    labelled: { en: 'labelled', zh: '标注' },
    found: { en: 'found', zh: '找到' },
    right: { en: 'right', zh: '正确' },
    precision: { en: 'precision', zh: '准确率' },
    recall: { en: 'recall', zh: '召回率' },
  }),
  wrong: {
    en: (rule: string, count: string) => `${rule}: ${count} false positives`,
    zh: (rule, count) => `${rule}：误报 ${count} 条`,
  },
  missed: {
    en: (rule: string, count: string) => `${rule}: ${count} missed`,
    zh: (rule, count) => `${rule}：漏报 ${count} 条`,
  },
  more: { en: (count: string) => `… ${count} more`, zh: (count) => `……另有 ${count} 条` },
  unscored: {
    en: (rules: string) => `No label names ${rules}: not scored.`,
    zh: (rules) => `没有标注提到 ${rules}，不计算。`,
  },
  unknown: {
    en: (name: string, count: string) =>
      `Labels name ${name} (${count}×), which is not a category, ban or risk of the group.`,
    zh: (name, count) => `标注里的 ${name}（${count} 次）不是这个群的类别、禁用或风险。`,
  },
  list: { en: ', ', zh: '、' },
});

/** Events listed per kind of mistake. */
const LISTED = 3;
const LEAST_TEXT = 20;

export function scoreText(scored: Score, options: ScoreTextOptions): string {
  const { locale, palette, width } = options;
  const score = visibleIn(scored);
  const policy = visibleIn(options.policy);
  const words = WORDS[locale];
  const names = namesOf(policy, score.policy, CATALOGUE[locale]);
  const called = ({ rule, kind }: RuleScore): string => `${words.kind[kind]} ${names.short(rule)}`;
  const labelled = score.rules.filter((rule) => rule.labelled > 0);
  const unscored = score.rules.filter((rule) => rule.labelled === 0);
  const { columns: headers } = words;
  const columns: Column[] = [
    { header: headers.rule, align: 'left', least: 12 },
    ...[headers.labelled, headers.found, headers.right, headers.precision, headers.recall].map((header): Column => {
      return { header, align: 'right' };
    }),
  ];
  const rows = labelled.map((rule): Cell[] => [
    { text: called(rule) },
    ...[rule.labelled, rule.found, rule.right].map((count): Cell => ({ text: integerText(count) })),
    { text: shareOf(rule.right, rule.found) },
    { text: shareOf(rule.right, rule.labelled) },
  ]);
  const lines = [palette.bold(words.head(integerText(score.judged), score.groups)), ''];
  if (rows.length > 0) lines.push(...table(columns, rows, { width, indent: 2, gap: 2, header: palette.dim }));
  for (const rule of labelled) {
    lines.push(
      ...mistakes(
        words.wrong(called(rule), integerText(rule.found - rule.right)),
        rule.wrong,
        rule.found - rule.right,
        options,
      ),
    );
    lines.push(
      ...mistakes(
        words.missed(called(rule), integerText(rule.labelled - rule.right)),
        rule.missed,
        rule.labelled - rule.right,
        options,
      ),
    );
  }
  if (unscored.length > 0) lines.push('', palette.dim(words.unscored(unscored.map(called).join(words.list))));
  for (const { name, labels } of score.unknown) {
    lines.push('', palette.yellow(words.unknown(name, integerText(labels))));
  }
  return `${lines.join('\n')}\n`;
}

function shareOf(part: number, all: number): string {
  return all === 0 ? '·' : percentText({ numerator: part, denominator: all });
}

function mistakes(
  title: string,
  references: readonly EventReference[],
  count: number,
  { describe: formatter, locale, palette, width }: ScoreTextOptions,
): string[] {
  if (count === 0) return [];
  const lines = references.slice(0, LISTED).map((reference) => {
    const { at: place, text } = formatter(reference);
    const at = visible(place);
    const room = Math.max(LEAST_TEXT, width - cells(at) - 6);
    return `    ${palette.dim(at)}${text === null ? '' : `  ${truncate(visible(text.replace(/\s+/g, ' ').trim()), room)}`}`;
  });
  const rest = count - lines.length;
  return [
    '',
    `  ${title}`,
    ...lines,
    ...(rest > 0 ? [`    ${palette.dim(WORDS[locale].more(integerText(rest)))}`] : []),
  ];
}
