/** A sweep as a table: one line per step, the current value marked. */
import { integerText } from '@steward/numbers';
import type { Policy, Unit } from '@steward/policy';
import type { Region, Sweep, SweepStep } from '@steward/simulator';
import { type Locale, sentences, visibleIn } from '@steward/text';
import { type Cell, type Column, table } from '../layout/table.ts';
import { CATALOGUE, type Catalogue } from '../locale/catalogue.ts';
import type { Palette } from '../palette.ts';
import { namesOf } from '../values/names.ts';
import { quantity } from '../values/numbers.ts';

export interface SweepTextOptions {
  policy: Policy;
  locale: Locale;
  palette: Palette;
  width: number;
}

const WORDS = sentences({
  bound: { en: 'bound', zh: '界限' },
  untiered: { en: 'no tier', zh: '无等级' },
  incidents: { en: 'incidents', zh: '事件' },
  breachDays: { en: 'breach days', zh: '不健康天数' },
  actions: { en: 'actions', zh: '动作' },
  missed: { en: 'periods missed', zh: '未达成周期' },
  exceeded: { en: 'periods exceeded', zh: '超限周期' },
  cliff: { en: 'cliff: more than half of all changes happen here', zh: '断崖：全部变化的一半以上发生在这里' },
  nothing: {
    en: 'Every value of this bound gives the same outcome on this log.',
    zh: '在这份日志上，这个界限取任何值，结果都一样。',
  },
  left: {
    en: (run: string, regions: string) => `The ${run} steps nearest to the bound, of ${regions}. More: --most`,
    zh: (run, regions) => `只显示离现值最近的 ${run} 步，共 ${regions} 步。要更多请用 --most`,
  },
});

interface Number {
  header: string;
  read: (step: SweepStep) => number;
}

export function sweepText(swept: Sweep, { policy: rules, locale, palette, width }: SweepTextOptions): string {
  const sweep = visibleIn(swept);
  const policy = visibleIn(rules);
  const words = WORDS[locale];
  const catalogue = CATALOGUE[locale];
  const { bound, steps, regions, run } = sweep;
  const names = namesOf(policy, bound.group, catalogue);
  const [first] = steps;
  const numbers: Number[] = [
    ...(first?.tiers ?? []).map(({ tier }, i) => ({
      header: names.short(tier),
      read: (step: SweepStep) => step.tiers[i]?.members ?? 0,
    })),
    { header: words.untiered, read: (step) => step.untiered },
    ...(first?.stages ?? []).map(({ stage }, i) => ({
      header: names.short(stage),
      read: (step: SweepStep) => step.stages[i]?.days ?? 0,
    })),
    { header: words.incidents, read: (step) => step.incidents },
    { header: words.breachDays, read: (step) => step.breachDays },
    { header: words.actions, read: (step) => step.actions },
    ...(bound.clause.kind === 'mix' ? [{ header: words.missed, read: (step: SweepStep) => step.own }] : []),
    ...(bound.clause.kind === 'cap' ? [{ header: words.exceeded, read: (step: SweepStep) => step.own }] : []),
  ];
  // Drops columns that the bound never changes.
  const moving = numbers.filter(({ read }) => new Set(steps.map(read)).size > 1);
  const columns: Column[] = [
    { header: '', align: 'left' },
    { header: words.bound, align: 'left' },
    ...moving.map(({ header }): Column => ({ header, align: 'right' })),
    { header: '', align: 'left', least: 5 },
  ];
  const rows = steps.map((step): Cell[] => [
    { text: step.current ? '▸' : '', paint: palette.cyan },
    { text: `${bound.operator} ${regionText(step.region, bound.measure.unit, catalogue)}` },
    ...moving.map(({ read }) => ({ text: integerText(read(step)) })),
    { text: step.cliff ? `! ${words.cliff}` : '', paint: palette.yellow },
  ]);
  const lines = [
    `${palette.bold(bound.address)}  ${bound.text}`,
    ...(moving.length === 0
      ? [words.nothing]
      : table(columns, rows, { width, indent: 0, gap: 2, header: palette.dim })),
    ...(run < regions ? [palette.dim(words.left(integerText(run), integerText(regions)))] : []),
  ];
  return `${lines.join('\n')}\n`;
}

const SIGNS: Record<Sweep['bound']['operator'], string> = {
  '>=': '≥',
  '<=': '≤',
  '>': '>',
  '<': '<',
  '==': '=',
  '!=': '≠',
};

/**
 * The clause's result at the current bound and the values nearest to it: `≥3 → 42 · 4 → 31 · 2 → 77`.
 * @param most values beside its own
 */
export function sweepLine({ bound, steps }: Sweep, locale: Locale, most: number): string {
  const words = CATALOGUE[locale];
  const here = steps.findIndex(({ current }) => current);
  const value = (step: SweepStep): string =>
    quantity(step.current ? bound.constant.value : step.region.value, bound.measure.unit, words, null);
  const near = Array.from(steps.keys())
    .filter((index) => index !== here)
    .sort((a, b) => Math.abs(a - here) - Math.abs(b - here) || b - a)
    .slice(0, most);
  const shown = [here, ...near].flatMap((index) => {
    const step = steps[index];
    const sign = index === here ? SIGNS[bound.operator] : '';
    return step === undefined ? [] : [`${sign}${value(step)} → ${integerText(step.own)}`];
  });
  return shown.join(' · ');
}

/** `3`, `4…7`, `8…`: of counts the whole numbers in it; else its ends, one that does not belong to it with `<`. */
function regionText({ from, to }: Region, unit: Unit, words: Catalogue): string {
  if (unit === 'count') {
    const low = from === null ? 0 : Math.floor(from.value.numerator / from.value.denominator) + (from.included ? 0 : 1);
    if (to === null) return `${integerText(low)}…`;
    const high = Math.ceil(to.value.numerator / to.value.denominator) - (to.included ? 0 : 1);
    if (high >= low) return high === low ? integerText(low) : `${integerText(low)}…${integerText(high)}`;
  }
  const end = (side: NonNullable<Region['from']>, other: Region['from']): string =>
    quantity(side.value, unit, words, other?.value ?? null);
  const left = from === null ? '' : `${end(from, to)}${from.included ? '' : '<'}`;
  const isOne =
    from !== null &&
    to !== null &&
    from.value.numerator * to.value.denominator === to.value.numerator * from.value.denominator;
  if (isOne) return end(from, null);
  return `${left}…${to === null ? '' : `${to.included ? '' : '<'}${end(to, from)}`}`;
}
