/**
 * The variables of a proof: one per measure that conditions read, however often and under whatever name.
 *
 * A measure that follows from others by arithmetic has no independent variable but a linear form of theirs. For a ratio, there is a dense
 * variable in addition, so that bounds on both are visible.
 */
import type { Aggregate, Intrinsic, Quantity, Rank } from '@steward/policy';
import { shapeKey } from '@steward/policy';
import type { Term, Variable } from '../solver/problem.ts';
import { partsKey } from './parts.ts';
import type { Clock, Moment, Span } from './windows.ts';
import { mostDays, spanKey, spanOf } from './windows.ts';

/** The context in which conditions are evaluated: everything about a group and a kind of clause that facts depend on. */
export interface Setting {
  scope: 'member' | 'group';
  moment: Moment;
  clock: Clock;
}

export interface AggregateMeasure {
  kind: 'aggregate';
  aggregate: Aggregate;
  span: Span;
  /** Whether it is read over the preceding window, which a trend compares with. */
  before: boolean;
  partsKey: string;
}

/** What a variable stands for. `form`: a form of other variables. `dense`: a ratio, or a quantity without a form. `mark`: anything else that is true or false. */
export type Measure =
  | AggregateMeasure
  | { kind: 'intrinsic'; name: Intrinsic['name']; span: Span; before: boolean }
  | { kind: 'rank'; rank: Rank }
  | { kind: 'form' }
  | { kind: 'dense'; quantity: Quantity }
  | { kind: 'mark' };

/** Number of values of fields with a closed list. */
const CLOSED_FIELDS: Readonly<Record<string, number>> = { role: 4, media: 20 };

export class Vocabulary {
  readonly setting: Setting;
  readonly variables: Variable[] = [];
  readonly measures: Measure[] = [];
  private readonly indexes = new Map<string, number>();

  constructor(setting: Setting) {
    this.setting = setting;
  }

  /** @param before whether it is read over the preceding window */
  aggregate(aggregate: Aggregate, before = false): number {
    const span: Span = aggregate.function === 'since' ? { kind: 'all' } : spanOf(aggregate.window, this.setting.moment);
    const events = partsKey(aggregate);
    const { function: name, field, scope } = aggregate;
    const key = [name, field ?? '', scope, spanKey(span), before ? 'before' : '', events].join(' ');
    return this.variable(key, () => ({
      measure: { kind: 'aggregate', aggregate, span, before, partsKey: events },
      ...domainOf(aggregate, span),
    }));
  }

  intrinsic(name: Intrinsic['name'], window: Intrinsic['window'], before = false): number {
    const span = momentOf(spanOf(window, this.setting.moment), before);
    const now = span.kind === 'all';
    // The evaluated person is a member.
    const lo = name === 'members' && this.setting.scope === 'member' && now ? 1 : 0;
    return this.variable(`${name} ${spanKey(span)} ${before && !now ? 'before' : ''}`, () => ({
      measure: { kind: 'intrinsic', name, span, before: before && !now },
      lo,
      hi: Number.POSITIVE_INFINITY,
    }));
  }

  rank(rank: Rank, lo: number, hi: number): number {
    return this.variable(`rank ${shapeKey(rank)}`, () => ({ measure: { kind: 'rank', rank }, lo, hi }));
  }

  dense(key: string, quantity: Quantity, lo: number, hi: number): number {
    return this.variable(`dense ${key}`, () => ({ measure: { kind: 'dense', quantity }, lo, hi }));
  }

  mark(key: string): number {
    return this.variable(`mark ${key}`, () => ({ measure: { kind: 'mark' }, lo: 0, hi: 1 }));
  }

  /** @param terms at least two, ordered by variable */
  form(terms: readonly Term[], lo: number, hi: number): number {
    const key = terms.map(({ variable, coefficient }) => `${coefficient}*${variable}`).join('+');
    return this.variable(`form ${key}`, () => ({ measure: { kind: 'form' }, lo, hi, definition: terms }));
  }

  private variable(
    key: string,
    make: () => { measure: Measure; lo: number; hi: number; definition?: readonly Term[] },
  ): number {
    const known = this.indexes.get(key);
    if (known !== undefined) return known;
    const { measure, lo, hi, definition = null } = make();
    const index = this.variables.length;
    this.indexes.set(key, index);
    this.variables.push({ key, lo, hi, definition });
    this.measures.push(measure);
    return index;
  }
}

/** Trailing windows and the last completed period end at the moment itself. */
function momentOf(span: Span, before: boolean): Span {
  if (before || span.kind === 'last-week' || span.kind === 'last-month') return span;
  return { kind: 'all' };
}

function domainOf(aggregate: Aggregate, span: Span): { lo: number; hi: number } {
  const hi = Number.POSITIVE_INFINITY;
  switch (aggregate.function) {
    case 'days':
      return { lo: 0, hi: mostDays(span) };
    case 'distinct':
      if (aggregate.field === 'member' && aggregate.scope === 'member') return { lo: 0, hi: 1 };
      return { lo: 0, hi: CLOSED_FIELDS[aggregate.field ?? ''] ?? hi };
    case 'sum':
      return { lo: Number.NEGATIVE_INFINITY, hi };
    default:
      return { lo: 0, hi };
  }
}
