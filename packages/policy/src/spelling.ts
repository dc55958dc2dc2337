/** How windows, durations, measures and conditions are spelled, in the words of the language. */
import type { Comparison } from './conditions/quantities.ts';
import type { Aggregate, Condition, Intrinsic, MetricUse, Quantity, Window } from './expression.ts';
import type { Duration, Period, Rational } from './units.ts';

/** What differs between the texts in which measures stand. */
export interface MeasureSpelling {
  metric: (use: MetricUse) => string;
  intrinsic: (intrinsic: Intrinsic) => string;
  /** Whether `where …` says of an aggregate that not every event of its signal counts. */
  showsFilters: boolean;
  /** What stands after a measure to say how far it looks; empty for nothing. */
  window: (measure: Aggregate | Intrinsic | MetricUse) => string;
  /** Whether arithmetic inside arithmetic stands in parentheses. */
  parenthesised: boolean;
}

type Language = 'en' | 'zh';

const CHINESE_UNITS: Readonly<Record<Duration['unit'], string>> = { s: '秒', min: '分钟', h: '小时', d: '天', w: '周' };
const CHINESE_PERIODS: Readonly<Record<Period, string>> = { hour: '每小时', day: '每天', week: '每周', month: '每月' };

/** `7d`, `36h`; `7天`, `36小时`. */
export function durationText({ amount, unit }: Duration, language: Language = 'en'): string {
  return `${amount}${language === 'en' ? unit : CHINESE_UNITS[unit]}`;
}

/** `per week`; `每周`. */
export function periodText(period: Period, language: Language = 'en'): string {
  return language === 'en' ? `per ${period}` : CHINESE_PERIODS[period];
}

/** `in 7d`, `per week`; `近7天`, `每周`: as it is written. Empty for a campaign's run and for everything. */
export function windowText(window: Window, language: Language = 'en'): string {
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
  parenthesised: true,
};

/** As a rule's author would recognise it: durations and head counts have no window of their own. */
const IN_RULES: MeasureSpelling = {
  metric: ({ metric }) => metric,
  intrinsic: ({ name }) => name,
  showsFilters: true,
  window: (measure) => {
    const isWithout = measure.kind === 'intrinsic' || (measure.kind === 'metric' && measure.unit === 'duration');
    return isWithout ? '' : windowText(measure.window);
  },
  parenthesised: false,
};

/** A measure as results spell it: `interactions in 7d`, `count(message) per week`. */
export function measureText(quantity: Quantity): string {
  return spelled(quantity, IN_RESULTS);
}

/** A comparison as results spell it: `interactions in 7d >= 3`. */
export function comparisonText({ left, operator, right }: Comparison): string {
  return `${measureText(left)} ${operator} ${measureText(right)}`;
}

/** A measure in a spelling of the caller's. */
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
      return `${side(quantity.left, spelling)} ${quantity.operator} ${side(quantity.right, spelling)}`;
  }
}

function followed(name: string, window: string): string {
  return window === '' ? name : `${name} ${window}`;
}

function aggregateText({ function: name, signal, field, parts }: Aggregate, { showsFilters }: MeasureSpelling): string {
  const isFiltered = showsFilters && parts.some(({ where }) => where !== null);
  return `${name}(${signal}${field === null ? '' : `.${field}`}${isFiltered ? ' where …' : ''})`;
}

function side(quantity: Quantity, spelling: MeasureSpelling): string {
  const text = spelled(quantity, spelling);
  return spelling.parenthesised && quantity.kind === 'arithmetic' ? `(${text})` : text;
}

/** A condition as it may be written in a rule; filters are only hinted at. */
export function conditionText(condition: Condition): string {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return `${inner(condition.left)} ${condition.kind} ${inner(condition.right)}`;
    case 'not':
      return `not ${inner(condition.operand)}`;
    case 'compare':
      return `${spelled(condition.left, IN_RULES)} ${condition.operator} ${spelled(condition.right, IN_RULES)}`;
    case 'trend':
      return `${spelled(condition.measure, IN_RULES)} ${condition.direction} by ${percent(condition.by)}`;
    case 'rank': {
      const { limit } = condition;
      const places = limit.kind === 'places' ? String(limit.places) : percent(limit.share);
      return `${condition.direction} ${places} by ${spelled(condition.measure, IN_RULES)}`;
    }
  }
}

function inner(condition: Condition): string {
  const text = conditionText(condition);
  return condition.kind === 'and' || condition.kind === 'or' ? `(${text})` : text;
}

function percent({ numerator, denominator }: Rational): string {
  return `${(numerator / denominator) * 100}%`;
}
