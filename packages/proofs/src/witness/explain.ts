/** Finds the measures of a history that matter for a claim, and describes them with their values in both languages. */

import type { Fraction } from '@steward/numbers/fraction';
import {
  type Condition,
  durationText,
  type IntrinsicName,
  leavesOf,
  type MetricDefinition,
  measuresOf,
  type Quantity,
  shapeKey,
  spelled,
  type Window,
  windowText,
} from '@steward/policy';
import type { Bilingual } from '@steward/text';
import { DAY, HOUR, MINUTE } from '@steward/time';
import { quantityValue, testCondition, type Viewpoint } from '../realise/history.ts';

export interface WitnessMeasure {
  /** As results name it: `interactions in 7d`. */
  variable: string;
  /** Counts and ratios as they are, durations in microseconds; null if unknown. */
  value: number | null;
  text: Bilingual;
}

export interface Witness {
  measures: readonly WitnessMeasure[];
  /** `joined 12d ago, 2 interactions in 7d`. */
  text: Bilingual;
}

type Metrics = readonly Pick<MetricDefinition, 'name' | 'alias' | 'unit'>[];

/** A condition and its value at the viewpoint: what the witness must demonstrate. */
export interface Claim {
  condition: Condition;
  value: boolean;
}

/** A minimal set of measures from which all claims follow; later ones are dropped first. */
export function explain(
  claims: readonly Claim[],
  at: Viewpoint,
  metrics: Metrics,
  scope: 'member' | 'group' = 'member',
): Witness {
  const quantities = new Map<string, Quantity>();
  for (const leaf of claims.flatMap(({ condition }) => [...leavesOf(condition)])) {
    for (const measure of measuresOf(leaf)) {
      if (leaf.kind !== 'compare' || !isConstant(measure)) quantities.set(shapeKey(measure), measure);
    }
  }
  let shown = [...quantities];
  for (const candidate of shown.toReversed()) {
    const rest = shown.filter((other) => other !== candidate);
    const keys = new Set(rest.map(([key]) => key));
    const isHidden = (quantity: Quantity): boolean => !isConstant(quantity) && !keys.has(shapeKey(quantity));
    if (claims.every(({ condition, value }) => testCondition(condition, at, isHidden) === value)) shown = rest;
  }
  const measures = shown.map(([, quantity]) => measureOf(quantity, at, metrics));
  const joined = quantityValue(TENURE, at);
  const named = shown.some(([, quantity]) => quantity.kind === 'intrinsic' && quantity.name === 'tenure');
  const all = named || joined === null || scope === 'group' ? measures : [tenureMeasure(joined), ...measures];
  return {
    measures: all,
    text: {
      en: all.map(({ text }) => text.en).join(', '),
      zh: all.map(({ text }) => text.zh).join('，'),
    },
  };
}

const NOWHERE = { file: 0, startOffset: 0, endOffset: 0, startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };
const TENURE: Quantity = {
  kind: 'intrinsic',
  name: 'tenure',
  window: { kind: 'all' },
  unit: 'duration',
  range: NOWHERE,
};

/** Whether it is the same in every history, so that there is nothing to show. */
function isConstant(quantity: Quantity): boolean {
  if (quantity.kind === 'arithmetic') return isConstant(quantity.left) && isConstant(quantity.right);
  return quantity.kind === 'constant';
}

function measureOf(quantity: Quantity, at: Viewpoint, metrics: Metrics): WitnessMeasure {
  const value = quantityValue(quantity, at);
  if (quantity.kind === 'intrinsic' && quantity.name === 'tenure' && value !== null) return tenureMeasure(value);
  const name = nameOf(quantity, metrics);
  const window = windowOf(quantity);
  const shown = value === null ? { en: 'no', zh: '无' } : valueText(value, quantity.unit);
  const english = quantity.unit === 'count' && value !== null ? counted(shown.en, name.en) : `${name.en} ${shown.en}`;
  return {
    variable: `${name.en}${window.en}`,
    value: value === null ? null : Number(value.numerator) / Number(value.denominator),
    text: { en: `${english}${window.en}`, zh: `${window.zh}${name.zh} ${shown.zh}` },
  };
}

function tenureMeasure(value: Fraction): WitnessMeasure {
  const micros = Number(value.numerator);
  const passed = valueText(value, 'duration');
  return {
    variable: 'tenure',
    value: micros,
    text: { en: `joined ${passed.en} ago`, zh: `入群 ${passed.zh}` },
  };
}

/** `1 interaction`, `2 interactions`. */
function counted(amount: string, name: string): string {
  const isPlural = /[a-z]s$/.test(name) && amount === '1';
  return `${amount} ${(isPlural ? name.slice(0, -1) : name).replaceAll('_', ' ')}`;
}

const INTRINSICS: Readonly<Record<IntrinsicName, string>> = {
  members: '人数',
  age: '群龄',
  tenure: '入群时长',
  opening_members: '期初人数',
  retained_members: '留存人数',
};

function nameOf(quantity: Quantity, metrics: Metrics): Bilingual {
  const without = { showsFilters: true, window: () => '', parentheses: 'needed', scope: null } as const;
  const aliasOf = (name: string): string => metrics.find((metric) => metric.name === name)?.alias ?? name;
  return {
    en: spelled(quantity, { ...without, metric: ({ metric }) => metric, intrinsic: ({ name }) => name }),
    zh: spelled(quantity, {
      ...without,
      metric: ({ metric }) => aliasOf(metric),
      intrinsic: ({ name }) => INTRINSICS[name],
    }),
  };
}

function both(text: string): Bilingual {
  return { en: text, zh: text };
}

function windowOf(quantity: Quantity): Bilingual {
  if (quantity.kind === 'constant') return both('');
  const window: Window = quantity.kind === 'arithmetic' ? windowIn(quantity) : quantity.window;
  if (quantity.kind === 'aggregate' && quantity.function === 'since') return both('');
  if (quantity.kind === 'metric' && quantity.unit === 'duration') return both('');
  const [en, zh] = [windowText(window), windowText(window, 'zh')];
  return { en: en === '' ? '' : ` ${en}`, zh };
}

/** The window of the first part that has one. */
function windowIn(quantity: Quantity): Window {
  if (quantity.kind === 'constant') return { kind: 'all' };
  if (quantity.kind !== 'arithmetic') return quantity.window;
  const left = windowIn(quantity.left);
  return left.kind === 'all' ? windowIn(quantity.right) : left;
}

function valueText(value: Fraction, unit: Quantity['unit']): Bilingual {
  const amount = Number(value.numerator) / Number(value.denominator);
  if (unit === 'ratio') return both(`${Math.round(amount * 10_000) / 100}%`);
  if (unit !== 'duration') return both(String(Math.round(amount * 100) / 100));
  if (amount >= DAY) return spanText(Math.floor(amount / DAY), 'd');
  return amount >= HOUR ? spanText(Math.floor(amount / HOUR), 'h') : spanText(Math.floor(amount / MINUTE), 'min');
}

function spanText(amount: number, unit: 'd' | 'h' | 'min'): Bilingual {
  const span = { amount, unit };
  return { en: durationText(span), zh: durationText(span, 'zh') };
}
