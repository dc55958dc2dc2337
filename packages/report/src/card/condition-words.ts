/**
 * A member's condition as a member reads it: "at least 3 interactions in the last 7 days". Not every condition can be said so; the
 * ones that cannot are null, and are shown as written.
 */
import {
  type Aggregate,
  type Comparison,
  type Condition,
  durationText,
  type EventCondition,
  mirrored,
  opposite,
  type Policy,
  type Quantity,
  type Window,
} from '@steward/policy';
import type { Locale } from '@steward/text';
import { CARD_WORDS, type CardWords } from './words.ts';

interface Speaker {
  policy: Policy;
  locale: Locale;
  words: CardWords;
  /** The label of a category, if it has one. */
  short: (name: string) => string;
}

/** @param short what the group calls its own things */
export function conditionWords(
  condition: Condition,
  policy: Policy,
  locale: Locale,
  short: (name: string) => string,
): string | null {
  return phrase(condition, { policy, locale, words: CARD_WORDS[locale], short });
}

function phrase(condition: Condition, speaker: Speaker): string | null {
  const { words } = speaker;
  switch (condition.kind) {
    case 'and':
    case 'or': {
      const sides = [condition.left, condition.right].map((side) => {
        const said = phrase(side, speaker);
        return said !== null && side.kind !== condition.kind && isJoined(side) ? words.together(said) : said;
      });
      const [left, right] = sides;
      return left == null || right == null ? null : words[condition.kind](left, right);
    }
    case 'not':
      return condition.operand.kind === 'compare'
        ? phrase({ ...condition.operand, operator: opposite(condition.operand.operator) }, speaker)
        : null;
    case 'compare':
      return comparison(condition, speaker);
    case 'rank': {
      const measure = measured(condition.measure, speaker);
      if (measure === null) return null;
      const { limit, direction } = condition;
      const cut =
        limit.kind === 'places' ? String(limit.places) : `${(limit.share.numerator * 100) / limit.share.denominator}%`;
      return words.rank(direction, cut, measure.noun, measure.window);
    }
    case 'trend':
      return null;
  }
}

function isJoined({ kind }: Condition): boolean {
  return kind === 'and' || kind === 'or';
}

function comparison({ operator, left, right }: Comparison, speaker: Speaker): string | null {
  const { words } = speaker;
  if (left.kind === 'constant' && right.kind !== 'constant') {
    return comparison(
      { kind: 'compare', operator: mirrored(operator), left: right, right: left, range: left.range },
      speaker,
    );
  }
  if (right.kind !== 'constant') return null;
  const measure = measured(left, speaker);
  if (measure === null) return null;
  const bound = right.unit === 'duration' ? words.duration(right.text) : right.text;
  const amount = words.bound[operator](bound);
  const isCount = left.unit === 'count' && measure.isPlural;
  return isCount
    ? words.counted(amount, measure.noun, measure.window, right.text === '1')
    : words.measured(measure.noun, measure.window, amount);
}

interface Measure {
  noun: string;
  /** Empty if it has none. */
  window: string;
  /** Whether it can follow a number: "3 messages". */
  isPlural: boolean;
}

function measured(quantity: Quantity, speaker: Speaker): Measure | null {
  const { words } = speaker;
  switch (quantity.kind) {
    case 'metric':
      return {
        noun: metricName(quantity.metric, speaker),
        window: windowWords(quantity.window, words),
        isPlural: true,
      };
    case 'aggregate':
      return aggregate(quantity, speaker);
    case 'intrinsic':
      return { noun: words.intrinsic[quantity.name], window: '', isPlural: false };
    default:
      return null;
  }
}

function metricName(name: string, { policy, locale }: Speaker): string {
  const metric = policy.metrics.find((one) => one.name === name);
  if (locale === 'zh') return metric?.translations?.zh ?? metric?.label ?? metric?.alias ?? name;
  return metric?.translations?.en ?? name.replaceAll('_', ' ');
}

function aggregate(quantity: Aggregate, speaker: Speaker): Measure | null {
  // Conditions on the whole group are not worded as if they were about the reader.
  if (quantity.scope === 'group') return null;
  const { words, policy, locale } = speaker;
  const of = filterWords(quantity, speaker);
  if (of === null) return null;
  const signal = policy.signals.find(({ name }) => name === quantity.signal);
  const called =
    locale === 'zh'
      ? (signal?.translations?.zh ?? signal?.label ?? signal?.alias ?? quantity.signal)
      : (signal?.translations?.en ?? quantity.signal);
  const window = windowWords(quantity.window, words);
  switch (quantity.function) {
    case 'count':
      return { noun: words.countOf(called, of), window, isPlural: true };
    case 'days':
      return { noun: words.daysOf(called, of), window, isPlural: true };
    case 'since':
      return { noun: words.sinceLast(called, of), window: '', isPlural: false };
    default:
      return null;
  }
}

/** Which events count: '' for any, null if one word cannot say it. */
function filterWords({ parts }: Aggregate, { short, words }: Speaker): string | null {
  const [first] = parts;
  if (parts.every(({ where }) => where === null)) return '';
  if (parts.length !== 1 || first === undefined || first.where === null) return null;
  const values = valuesOf(first.where);
  return values === null ? null : words.either(values.map(short));
}

function valuesOf(where: EventCondition): string[] | null {
  if (where.kind !== 'field-in' || where.field !== 'category') return null;
  return where.values.map(({ name }) => name);
}

function windowWords(window: Window, words: CardWords): string {
  if (window.kind === 'trailing') return words.inLast(words.duration(durationText(window.duration)));
  return window.kind === 'period' ? words.each[window.period] : '';
}
