/** Quantities as linear forms of variables, or as the ratio of two forms. Anything else is opaque. */

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
  ZERO,
} from '@steward/numbers/fraction';
import type { Aggregate, Arithmetic, Quantity, Window } from '@steward/policy';
import { shapeKey } from '@steward/policy';
import { type Duration, durationDays } from '@steward/time';
import type { Vocabulary } from './vocabulary.ts';

export interface LinearForm {
  kind: 'linear';
  /** By variable; coefficients are never 0. */
  terms: ReadonlyMap<number, Fraction>;
  constant: Fraction;
}

export interface RatioForm {
  kind: 'ratio';
  numerator: LinearForm;
  denominator: LinearForm;
}

export type Form = LinearForm | RatioForm | { kind: 'opaque' };

/** Variables count amounts in units of 1/10,000, like logs do. */
const AMOUNT: Fraction = fraction(1n, 10_000n);
const ONE_DAY: Duration = { amount: 1, unit: 'd' };
const OPAQUE: Form = { kind: 'opaque' };

/** @param earlier windows equal to this one are replaced by the preceding window: the base of a trend */
export function formOf(quantity: Quantity, vocabulary: Vocabulary, earlier: Window | null = null): Form {
  switch (quantity.kind) {
    case 'constant':
      return linear(new Map(), ofRational(quantity.value));
    case 'metric':
      return formOf(quantity.body, vocabulary, earlier);
    case 'intrinsic': {
      const before = isEarlier(quantity.window, earlier);
      return ofVariable(vocabulary.intrinsic(quantity.name, quantity.window, before), ONE);
    }
    case 'aggregate': {
      if (quantity.function === 'average') return OPAQUE;
      const before = quantity.function !== 'since' && isEarlier(quantity.window, earlier);
      const unit = quantity.function === 'sum' ? AMOUNT : ONE;
      const both = before ? withTheWindowBefore(quantity) : null;
      if (both === null) return ofVariable(vocabulary.aggregate(quantity, before), unit);
      // Exactly what the longer window contains beyond the shorter one.
      return minus(ofVariable(vocabulary.aggregate(both), unit), ofVariable(vocabulary.aggregate(quantity), unit));
    }
    case 'arithmetic':
      return ofArithmetic(
        quantity,
        formOf(quantity.left, vocabulary, earlier),
        formOf(quantity.right, vocabulary, earlier),
      );
  }
}

/** The same aggregate over its window and the preceding one together, if the two add up. */
function withTheWindowBefore(aggregate: Aggregate): Aggregate | null {
  const { window } = aggregate;
  const duration = window.kind === 'period' && window.period === 'day' ? ONE_DAY : null;
  const trailing = window.kind === 'trailing' ? window.duration : duration;
  if (trailing === null) return null;
  const addsUp = aggregate.function === 'count' || aggregate.function === 'sum';
  const wholeDays = aggregate.function === 'days' && durationDays(trailing) !== null;
  if (!addsUp && !wholeDays) return null;
  return { ...aggregate, window: { kind: 'trailing', duration: { ...trailing, amount: 2 * trailing.amount } } };
}

function isEarlier(window: Window, earlier: Window | null): boolean {
  return earlier !== null && shapeKey(window) === shapeKey(earlier);
}

function ofArithmetic({ operator }: Arithmetic, left: Form, right: Form): Form {
  if (left.kind !== 'linear' || right.kind !== 'linear') return OPAQUE;
  switch (operator) {
    case '+':
      return plus(left, right);
    case '-':
      return plus(left, scaled(right, negate(ONE)));
    case '*':
      if (isConstant(right)) return scaled(left, right.constant);
      return isConstant(left) ? scaled(right, left.constant) : OPAQUE;
    case '/':
      if (!isConstant(right)) return { kind: 'ratio', numerator: left, denominator: right };
      return isZero(right.constant) ? OPAQUE : scaled(left, inverse(right.constant));
  }
}

function linear(terms: ReadonlyMap<number, Fraction>, constant: Fraction): LinearForm {
  return { kind: 'linear', terms: new Map([...terms].filter(([, coefficient]) => !isZero(coefficient))), constant };
}

function ofVariable(variable: number, coefficient: Fraction): LinearForm {
  return linear(new Map([[variable, coefficient]]), ZERO);
}

export function isConstant(form: LinearForm): boolean {
  return form.terms.size === 0;
}

function plus(left: LinearForm, right: LinearForm): LinearForm {
  const terms = new Map(left.terms);
  for (const [variable, coefficient] of right.terms) terms.set(variable, add(terms.get(variable) ?? ZERO, coefficient));
  return linear(terms, add(left.constant, right.constant));
}

export function scaled(form: LinearForm, factor: Fraction): LinearForm {
  const terms = [...form.terms].map(([variable, coefficient]) => [variable, multiply(coefficient, factor)] as const);
  return linear(new Map(terms), multiply(form.constant, factor));
}

export function minus(left: LinearForm, right: LinearForm): LinearForm {
  return plus(left, scaled(right, negate(ONE)));
}
