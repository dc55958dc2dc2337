/**
 * A short history of a group, indexed by days before the day being evaluated, and the values of measures and conditions on it.
 *
 * A history is a complete log, so the only unknowns are division by zero, an average of nothing, and a trend without a base.
 * Implements `packages/SEMANTICS.md` for the end of a day; tests compare it with the simulator.
 */

import {
  add,
  type Fraction,
  fraction,
  inverse,
  isZero,
  multiply,
  negate,
  ONE,
  ofRational,
} from '@steward/numbers/fraction';
import {
  type Category,
  type ComparisonOperator,
  type Condition,
  type ConditionLeaf,
  type GroupPolicy,
  type IntrinsicName,
  type Quantity,
  type Rank,
  type SignalPart,
  shapeKey,
  type Trend,
  truthOf,
  type Window,
} from '@steward/policy';
import { civilDate, DAY, durationDays, durationMicros, localMicros, SECOND, weekday } from '@steward/time';
import type { EventFields } from './event-test.ts';
import { selects } from './event-test.ts';

/** The member that a history is about. */
export const SELF = '小李';
export const DAY_SECONDS = DAY / SECOND;
const LAST_HOUR = DAY_SECONDS - 3_600;

export interface HistoryEvent {
  member: string;
  signal: string;
  fields: EventFields;
  /** 0 is the day being evaluated, 1 the day before. */
  day: number;
  /** Second of the local day. */
  second: number;
  times: number;
}

export interface History {
  /** In log order. */
  events: readonly HistoryEvent[];
  /** Day number of the local date of day 0. */
  date: number;
  categories: readonly Category[];
  founded: GroupPolicy['founded'];
}

/** Where to evaluate: the end of a day, for a member. */
export interface Viewpoint {
  history: History;
  day: number;
  member: string;
}

/** Microseconds between the event and the end of `day`. */
export function agoMicros(event: Pick<HistoryEvent, 'day' | 'second'>, day: number): number {
  return ((event.day - day) * DAY_SECONDS + DAY_SECONDS - event.second) * 1_000_000 - 1;
}

/** Microseconds since the start of the membership that is current at the end of the day; null if there is none. */
export function tenureOf({ history, day, member }: Viewpoint): number | null {
  let start: number | null = null;
  for (const event of history.events) {
    if (event.member !== member || event.day < day) continue;
    if (event.fields.role === 'bot') return null;
    if (event.signal === 'leave') start = null;
    else start ??= agoMicros(event, day);
  }
  return start;
}

export function membersOf(history: History, day: number): string[] {
  const names = [...new Set(history.events.map(({ member }) => member))];
  return names.filter((member) => tenureOf({ history, day, member }) !== null);
}

/** null means unknown. */
export function quantityValue(quantity: Quantity, at: Viewpoint, earlier: Window | null = null): Fraction | null {
  switch (quantity.kind) {
    case 'constant':
      return ofRational(quantity.value);
    case 'metric':
      return quantityValue(quantity.body, at, earlier);
    case 'intrinsic':
      return intrinsicValue(quantity.name, quantity.window, at, earlier);
    case 'aggregate':
      return aggregateValue(quantity, at, earlier);
    case 'arithmetic': {
      const left = quantityValue(quantity.left, at, earlier);
      const right = quantityValue(quantity.right, at, earlier);
      return left === null || right === null ? null : calculated(quantity.operator, left, right);
    }
  }
}

function calculated(operator: '+' | '-' | '*' | '/', left: Fraction, right: Fraction): Fraction | null {
  switch (operator) {
    case '+':
      return add(left, right);
    case '-':
      return add(left, negate(right));
    case '*':
      return multiply(left, right);
    case '/':
      return isZero(right) ? null : multiply(left, inverse(right));
  }
}

type AggregateQuantity = Extract<Quantity, { kind: 'aggregate' }>;

function aggregateValue(aggregate: AggregateQuantity, at: Viewpoint, earlier: Window | null): Fraction | null {
  const own = at.history.events.filter(
    (event) =>
      event.day >= at.day &&
      (aggregate.scope === 'group' || event.member === at.member) &&
      isSelected(aggregate.parts, event, at.history.categories),
  );
  if (aggregate.function === 'since') return sinceValue(own, aggregate.scope, at);
  const isEarlier = earlier !== null && shapeKey(aggregate.window) === shapeKey(earlier);
  const seen = own.filter((event) => isInside(event, aggregate.window, at, isEarlier));
  const { field } = aggregate;
  switch (aggregate.function) {
    case 'count':
      return whole(seen.reduce((sum, { times }) => sum + times, 0));
    case 'days':
      return whole(new Set(seen.map(({ day }) => day)).size);
    case 'distinct': {
      const values = seen.map((event) => (field === 'member' ? event.member : (event.fields[field ?? 'text'] ?? null)));
      return whole(new Set(values.filter((value) => value !== null)).size);
    }
    default: {
      const paid = seen.filter(({ fields }) => fields.amount !== undefined);
      const sum = paid.reduce((total, { fields, times }) => total + (fields.amount ?? 0) * times, 0);
      const exact = fraction(BigInt(Math.round(sum * 10_000)), 10_000n);
      if (aggregate.function === 'sum') return exact;
      const count = paid.reduce((total, { times }) => total + times, 0);
      return count === 0 ? null : multiply(exact, fraction(1n, BigInt(count)));
    }
  }
}

/** Caches the answer, because many histories share an event. Valid because an event is made for the categories of one group. */
const selected = new WeakMap<HistoryEvent, Map<readonly SignalPart[], boolean>>();

function isSelected(parts: readonly SignalPart[], event: HistoryEvent, categories: readonly Category[]): boolean {
  const answers = selected.get(event) ?? new Map<readonly SignalPart[], boolean>();
  const known = answers.get(parts) ?? selects(parts, event, categories);
  answers.set(parts, known);
  selected.set(event, answers);
  return known;
}

function whole(value: number): Fraction {
  return fraction(BigInt(value), 1n);
}

function sinceValue(events: readonly HistoryEvent[], scope: 'member' | 'group', at: Viewpoint): Fraction | null {
  const start = scope === 'member' ? tenureOf(at) : ageOf(at.history, at.day);
  if (start === null) return null;
  const seen = events.map((event) => agoMicros(event, at.day)).filter((ago) => ago <= start);
  return whole(Math.min(start, ...seen));
}

/** Time since the first event. */
function ageOf({ events }: History, day: number): number {
  return Math.max(0, ...events.map((event) => agoMicros(event, day)));
}

function intrinsicValue(name: IntrinsicName, window: Window, at: Viewpoint, earlier: Window | null): Fraction | null {
  const isEarlier = earlier !== null && shapeKey(window) === shapeKey(earlier);
  const then = lastDayOf(window, at, isEarlier);
  if (name === 'members') return whole(membersOf(at.history, then).length);
  if (name === 'opening_members' || name === 'retained_members') return presence(name, window, at, isEarlier);
  const passed = (then - at.day) * DAY;
  if (name === 'tenure') {
    const tenure = tenureOf(at);
    return tenure === null ? null : whole(Math.max(0, tenure - passed));
  }
  const { founded, date } = at.history;
  if (founded === null) return whole(Math.max(0, ageOf(at.history, at.day) - passed));
  const elapsed = date * DAY - localMicros(founded);
  return whole(Math.max(0, elapsed + (1 - then) * DAY - 1));
}

/** People who were members before the first possible event of the window, and how many of them still are at its end. */
function presence(name: IntrinsicName, window: Window, at: Viewpoint, isEarlier: boolean): Fraction | null {
  if (window.kind === 'all' || window.kind === 'run') return whole(0);
  const first = firstDayOf(window, at, isEarlier);
  if (first === null) return null;
  const opening = membersOf(at.history, first + 1);
  const last = new Set(membersOf(at.history, lastDayOf(window, at, isEarlier)));
  return whole(name === 'opening_members' ? opening.length : opening.filter((member) => last.has(member)).length);
}

/** The first day of a window of whole days; null for hours and minutes, which a history in days cannot express. */
function firstDayOf(window: Window, at: Viewpoint, isEarlier: boolean): number | null {
  if (window.kind === 'period' && window.period !== 'hour') return periodOf(window.period, at, isEarlier).last;
  if (window.kind !== 'trailing') return null;
  const days = durationDays(window.duration);
  return days === null ? null : at.day + (isEarlier ? 2 * days : days) - 1;
}

/** The day at the end of which a window ends. */
function lastDayOf(window: Window, at: Viewpoint, isEarlier: boolean): number {
  if (window.kind === 'period' && window.period !== 'hour') return periodOf(window.period, at, isEarlier).first;
  if (!isEarlier || window.kind !== 'trailing') return at.day;
  return at.day + (durationDays(window.duration) ?? 0);
}

function isInside(event: HistoryEvent, window: Window, at: Viewpoint, isEarlier: boolean): boolean {
  const back = event.day - at.day;
  switch (window.kind) {
    case 'trailing': {
      const days = durationDays(window.duration);
      if (days !== null) return isEarlier ? back >= days && back < 2 * days : back < days;
      const ago = agoMicros(event, at.day);
      const length = durationMicros(window.duration);
      return isEarlier ? ago >= length && ago < 2 * length : ago < length;
    }
    case 'period': {
      if (window.period === 'hour') {
        const hour = isEarlier ? LAST_HOUR - 3_600 : LAST_HOUR;
        return back === 0 && event.second >= hour && event.second < hour + 3_600;
      }
      const { first, last } = periodOf(window.period, at, isEarlier);
      return event.day >= first && event.day <= last;
    }
    default:
      return true;
  }
}

/** The last completed period, in days before day 0; `first` is its latest day. */
export function periodOf(
  period: 'day' | 'week' | 'month',
  { history, day }: Pick<Viewpoint, 'history' | 'day'>,
  isEarlier: boolean,
): { first: number; last: number } {
  let first = day;
  while (!endsPeriod(period, history.date, first)) first++;
  let last = first;
  while (!endsPeriod(period, history.date, last + 1)) last++;
  return isEarlier ? periodOf(period, { history, day: last + 1 }, false) : { first, last };
}

function endsPeriod(period: 'day' | 'week' | 'month', date: number, day: number): boolean {
  if (period === 'day') return true;
  const next = date - day + 1;
  return period === 'week' ? weekday(next) === 1 : civilDate(next).day === 1;
}

/** null means unknown. */
export function testCondition(
  condition: Condition,
  at: Viewpoint,
  isHidden: (quantity: Quantity) => boolean = () => false,
): boolean | null {
  return truthOf(condition, (leaf) => testLeaf(leaf, at, isHidden));
}

function testLeaf(condition: ConditionLeaf, at: Viewpoint, isHidden: (quantity: Quantity) => boolean): boolean | null {
  switch (condition.kind) {
    case 'compare': {
      if (isHidden(condition.left) || isHidden(condition.right)) return null;
      return compared(condition.operator, quantityValue(condition.left, at), quantityValue(condition.right, at));
    }
    case 'trend':
      return isHidden(condition.measure) ? null : testTrend(condition, at);
    case 'rank':
      return isHidden(condition.measure) ? null : testRank(condition, at);
  }
}

function compared(operator: ComparisonOperator, left: Fraction | null, right: Fraction | null): boolean | null {
  if (left === null || right === null) return null;
  const sign = add(left, negate(right)).numerator;
  switch (operator) {
    case '<':
      return sign < 0n;
    case '<=':
      return sign <= 0n;
    case '>':
      return sign > 0n;
    case '>=':
      return sign >= 0n;
    case '==':
      return sign === 0n;
    case '!=':
      return sign !== 0n;
  }
}

function testTrend(trend: Trend, at: Viewpoint): boolean | null {
  const base = quantityValue(trend.measure, at, trend.window);
  if (base === null || base.numerator <= 0n) return null;
  const by = ofRational(trend.by);
  const limit = multiply(base, add(ONE, trend.direction === 'rises' ? by : negate(by)));
  return compared(trend.direction === 'rises' ? '>=' : '<=', quantityValue(trend.measure, at), limit);
}

export function testRank(rank: Rank, at: Viewpoint): boolean | null {
  const own = quantityValue(rank.measure, at);
  if (rank.direction === 'top' && own !== null && own.numerator <= 0n) return false;
  const everyone = membersOf(at.history, at.day);
  const values = everyone.map((member) => quantityValue(rank.measure, { ...at, member }));
  if (own === null || values.includes(null)) return null;
  const ahead = values.filter((value) => compared(rank.direction === 'top' ? '>' : '<', value, own) === true).length;
  const { limit } = rank;
  if (limit.kind === 'places') return 1 + ahead <= limit.places;
  return 1 + ahead <= Math.ceil((limit.share.numerator * everyone.length) / limit.share.denominator);
}
