/** Spells windows, durations, measures and conditions in the words of the language. */
import type { Rational } from '@steward/numbers';
import type { Locale } from '@steward/text';
import { chineseDuration, type Duration, type Period } from '@steward/time';
import type { Comparison } from './conditions/quantities.ts';
import type { Aggregate, Arithmetic, Condition, Intrinsic, MetricUse, Quantity, Trend, Window } from './expression.ts';

/** What varies between the places where measures are printed. */
export interface MeasureSpelling {
  metric: (use: MetricUse) => string;
  intrinsic: (intrinsic: Intrinsic) => string;
  /** Whether to print `where …` after an aggregate with a filter. */
  showsFilters: boolean;
  /** The window to print after a measure; empty for none. */
  window: (measure: Aggregate | Intrinsic | MetricUse) => string;
  /** Whether to parenthesize nested arithmetic always, or only if the meaning requires it. */
  parentheses: 'always' | 'needed';
  /** Scope of the surrounding condition: in a member's, `of group` must be printed. null: never print it. */
  scope: Aggregate['scope'] | null;
}

const CHINESE_PERIODS: Readonly<Record<Period, string>> = { hour: '每小时', day: '每天', week: '每周', month: '每月' };

/** `7d`, `36h`; `7天`, `36小时`. */
export function durationText({ amount, unit }: Duration, language: Locale = 'en'): string {
  const text = `${amount}${unit}`;
  return language === 'en' ? text : chineseDuration(text);
}

/** `per week`; `每周`. */
export function periodText(period: Period, language: Locale = 'en'): string {
  return language === 'en' ? `per ${period}` : CHINESE_PERIODS[period];
}

/** `in 7d`, `per week`; `近7天`, `每周`, as in source. Empty for `run` and `all`. */
export function windowText(window: Window, language: Locale = 'en'): string {
  if (window.kind === 'period') return periodText(window.period, language);
  if (window.kind !== 'trailing') return '';
  return `${language === 'en' ? 'in ' : '近'}${durationText(window.duration, language)}`;
}

/** `SEMANTICS.md`, "Spelling of results". */
const IN_RESULTS: MeasureSpelling = {
  metric: ({ metric }) => metric,
  intrinsic: ({ name }) => name,
  showsFilters: false,
  window: ({ window }) => windowText(window),
  parentheses: 'always',
  scope: null,
};

/** As a rule may spell it. */
function inRules(scope: Aggregate['scope']): MeasureSpelling {
  return {
    metric: ({ metric }) => metric,
    intrinsic: ({ name }) => name,
    showsFilters: true,
    window: ({ window }) => windowText(window),
    parentheses: 'needed',
    scope,
  };
}

/** A measure as results spell it: `interactions in 7d`, `count(message) per week`. */
export function measureText(quantity: Quantity): string {
  return spelled(quantity, IN_RESULTS);
}

/** A comparison as results spell it: `interactions in 7d >= 3`. */
export function comparisonText({ left, operator, right }: Comparison): string {
  return `${measureText(left)} ${operator} ${measureText(right)}`;
}

/** A measure in the caller's spelling. */
export function spelled(quantity: Quantity, spelling: MeasureSpelling): string {
  switch (quantity.kind) {
    case 'constant':
      return quantity.text;
    case 'metric':
      return followed(spelling.metric(quantity), spelling.window(quantity));
    case 'intrinsic':
      return followed(spelling.intrinsic(quantity), spelling.window(quantity));
    case 'aggregate':
      return followed(aggregateText(quantity, spelling), spelling.window(quantity));
    case 'arithmetic':
      return arithmeticText(quantity, spelling);
  }
}

function followed(name: string, window: string): string {
  return window === '' ? name : `${name} ${window}`;
}

function aggregateText(aggregate: Aggregate, { showsFilters, scope }: MeasureSpelling): string {
  const { function: name, signal, field, parts } = aggregate;
  const of = field === null ? signal : `${signal}.${field}`;
  const filter = showsFilters && parts.some(({ where }) => where !== null) ? ' where …' : '';
  const whose = scope === 'member' && aggregate.scope === 'group' ? ' of group' : '';
  return `${name}(${of}${filter}${whose})`;
}

/** How tightly an operator binds. */
const BINDING: Readonly<Record<Arithmetic['operator'], number>> = { '+': 1, '-': 1, '*': 2, '/': 2 };

function arithmeticText({ operator, left, right }: Arithmetic, spelling: MeasureSpelling): string {
  const operand = (quantity: Quantity, loosest: number): string => {
    const text = spelled(quantity, spelling);
    if (quantity.kind !== 'arithmetic') return text;
    return spelling.parentheses === 'always' || BINDING[quantity.operator] < loosest ? `(${text})` : text;
  };
  // Operators associate to the left, so equal precedence on the right needs parentheses too.
  return `${operand(left, BINDING[operator])} ${operator} ${operand(right, BINDING[operator] + 1)}`;
}

/**
 * A condition as a rule may spell it, with filters abbreviated.
 * @param scope of the surrounding clause
 */
export function conditionText(condition: Condition, scope: Aggregate['scope'] = 'group'): string {
  const rules = inRules(scope);
  const inner = (operand: Condition): string => {
    const text = conditionText(operand, scope);
    return operand.kind === 'and' || operand.kind === 'or' ? `(${text})` : text;
  };
  switch (condition.kind) {
    case 'and':
    case 'or':
      return `${inner(condition.left)} ${condition.kind} ${inner(condition.right)}`;
    case 'not':
      return `not ${inner(condition.operand)}`;
    case 'compare':
      return `${spelled(condition.left, rules)} ${condition.operator} ${spelled(condition.right, rules)}`;
    case 'trend':
      return `${trendMeasureText(condition, rules)} ${condition.direction} by ${percentText(condition.by)}`;
    case 'rank': {
      const { limit, measure } = condition;
      const places = limit.kind === 'places' ? String(limit.places) : percentText(limit.share);
      const text = spelled(measure, rules);
      return `${condition.direction} ${places} by ${measure.kind === 'arithmetic' ? `(${text})` : text}`;
    }
  }
}

/** A trend's window is printed once, after everything it covers. */
function trendMeasureText({ measure, window }: Trend, rules: MeasureSpelling): string {
  if (measure.kind !== 'arithmetic') return spelled(measure, rules);
  const moved = windowText(window);
  const inside = spelled(measure, {
    ...rules,
    window: (part) => (windowText(part.window) === moved ? '' : rules.window(part)),
  });
  return `(${inside}) ${moved}`;
}

function percentText({ numerator, denominator }: Rational): string {
  return `${(numerator * 100) / denominator}%`;
}
