/**
 * Encodes conditions as formulas over the variables of a {@link Vocabulary}.
 *
 * Three-valued like the language: one can ask for a condition to be true, false, not true or not false. In a complete log that shows
 * everything, unknown results come only from division by zero and from trends with nothing to compare to.
 */

import {
  add,
  commonDivisor,
  type Fraction,
  fraction,
  inverse,
  isZero,
  leastMultiple,
  multiply,
  negate,
  ONE,
  ofRational,
} from '@steward/numbers/fraction';
import {
  type Comparison,
  type ComparisonOperator,
  type Condition,
  mirrored,
  opposite,
  type Quantity,
  type Rank,
  shapeKey,
  type Trend,
} from '@steward/policy';
import type { Formula, Problem, Term } from '../solver/problem.ts';
import { allOf, anyOf, atLeast, atMost, DENSE_SCALE, FALSE, TRUE } from '../solver/problem.ts';
import { Solver } from '../solver/solve.ts';
import { boundAtom, denseAtom, denseBound, holdsAtZero, isTooLarge } from './atoms.ts';
import { addHelpers, factsOf, Order } from './facts.ts';
import { type Form, formOf, isConstant, type LinearForm, minus, type RatioForm, scaled } from './forms.ts';
import { isEverybody, isNarrower, isNobody, settledRank } from './ranks.ts';
import { ringFacts } from './rings.ts';
import { type Setting, Vocabulary } from './vocabulary.ts';

export type Want = 'true' | 'false' | 'not-true' | 'not-false';

const SWAPPED: Readonly<Record<Want, Want>> = {
  true: 'false',
  false: 'true',
  'not-true': 'not-false',
  'not-false': 'not-true',
};

/** A comparison: the formulas for when it is true, false, and neither. */
interface Leaf {
  yes: Formula;
  no: Formula;
  unknown: Formula;
  known: Formula;
}

/** Encodes conditions of one kind of clause. Create the solver after encoding them all, so that it knows every fact between their measures. */
export class Encoder {
  readonly vocabulary: Vocabulary;
  private readonly order: Order;
  private readonly clauses: Formula[] = [];
  private readonly linears: Problem['linears'][number][] = [];
  private readonly ranks = new Map<string, { rank: Rank; variable: number }[]>();

  constructor(setting: Setting) {
    this.vocabulary = new Vocabulary(setting);
    this.order = new Order(this.vocabulary);
  }

  encode(condition: Condition, want: Want): Formula {
    switch (condition.kind) {
      case 'and':
      case 'or': {
        const parts = [this.encode(condition.left, want), this.encode(condition.right, want)];
        const strict = want === 'true' || want === 'not-false';
        return (condition.kind === 'and') === strict ? allOf(parts) : anyOf(parts);
      }
      case 'not':
        return this.encode(condition.operand, SWAPPED[want]);
      default:
        return wanted(this.leaf(condition), want);
    }
  }

  solver(): Solver {
    addHelpers(this.vocabulary);
    const rings = ringFacts(this.vocabulary, this.order);
    const facts = factsOf(this.vocabulary, this.order);
    return new Solver({
      variables: this.vocabulary.variables,
      linears: [...facts.linears, ...rings.linears, ...this.linears],
      clauses: [...facts.clauses, ...rings.clauses, ...this.clauses],
    });
  }

  private leaf(condition: Comparison | Trend | Rank): Leaf {
    switch (condition.kind) {
      case 'compare':
        return this.comparison(condition);
      case 'trend':
        return this.trend(condition);
      case 'rank':
        return this.ranked(condition);
    }
  }

  private comparison({ left, right, operator }: Comparison): Leaf {
    const leftForm = formOf(left, this.vocabulary);
    const rightForm = formOf(right, this.vocabulary);
    return (
      this.comparedForms(leftForm, rightForm, operator) ??
      this.comparedOpaque(left, right, rightForm, operator) ??
      this.comparedOpaque(right, left, leftForm, mirrored(operator)) ??
      this.marked(shapeKey({ left, right, operator }))
    );
  }

  private comparedForms(left: Form, right: Form, operator: ComparisonOperator): Leaf | null {
    if (left.kind === 'linear' && right.kind === 'linear') {
      return certain(
        this.linearAtom(minus(left, right), operator),
        this.linearAtom(minus(left, right), opposite(operator)),
      );
    }
    if (left.kind === 'ratio' && right.kind === 'linear' && isConstant(right)) {
      return this.ratioLeaf(left, right.constant, operator);
    }
    if (right.kind === 'ratio' && left.kind === 'linear' && isConstant(left)) {
      return this.ratioLeaf(right, left.constant, mirrored(operator));
    }
    return null;
  }

  /** Compares an average, a product or the like with a constant: we know nothing else about such a quantity. */
  private comparedOpaque(left: Quantity, right: Quantity, rightForm: Form, operator: ComparisonOperator): Leaf | null {
    if (rightForm.kind !== 'linear' || !isConstant(rightForm)) return null;
    const bound = denseBound(rightForm.constant);
    if (bound === null) return this.marked(shapeKey({ left, right, operator }));
    const key = shapeKey(left);
    const variable = this.vocabulary.dense(key, left, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
    return this.doubtful(key, denseAtom(variable, operator, bound), denseAtom(variable, opposite(operator), bound));
  }

  private marked(key: string): Leaf {
    const mark = this.vocabulary.mark(key);
    return this.doubtful(key, atLeast(mark, 1), atMost(mark, 0));
  }

  /** A leaf that may also be unknown, for reasons that no variable expresses. */
  private doubtful(key: string, yes: Formula, no: Formula): Leaf {
    const doubt = this.vocabulary.mark(`unknown ${key}`);
    return { yes, no, unknown: atLeast(doubt, 1), known: atMost(doubt, 0) };
  }

  private ratioLeaf(ratio: RatioForm, constant: Fraction, operator: ComparisonOperator): Leaf {
    const { numerator, denominator } = ratio;
    const difference = minus(numerator, scaled(denominator, constant));
    const bound = denseBound(constant);
    const variable = this.ratioVariable(ratio);
    const dense = (asked: ComparisonOperator): Formula => (bound === null ? TRUE : denseAtom(variable, asked, bound));
    const both = (asked: ComparisonOperator): Formula => allOf([dense(asked), this.linearAtom(difference, asked)]);
    return {
      yes: both(operator),
      no: both(opposite(operator)),
      known: this.linearAtom(denominator, '>'),
      unknown: this.linearAtom(denominator, '<='),
    };
  }

  private ratioVariable({ numerator, denominator }: RatioForm): number {
    const lo = this.isNeverNegative(numerator) ? 0 : Number.NEGATIVE_INFINITY;
    const hi = this.isNeverNegative(minus(denominator, numerator)) ? DENSE_SCALE : Number.POSITIVE_INFINITY;
    return this.vocabulary.dense(`${formKey(numerator)} / ${formKey(denominator)}`, UNSAID, lo, hi);
  }

  /** Recognises obvious cases: all terms are added, or a part is subtracted from its whole. */
  private isNeverNegative(form: LinearForm): boolean {
    if (form.constant.numerator < 0n) return false;
    const terms = [...form.terms];
    const [first, second] = terms;
    if (terms.length === 2 && first !== undefined && second !== undefined) {
      const [plain, taken] = first[1].numerator > 0n ? [first, second] : [second, first];
      if (isZero(add(plain[1], taken[1]))) return this.order.isAtMost(taken[0], plain[0]);
    }
    return terms.every(
      ([variable, coefficient]) => coefficient.numerator > 0n && (this.vocabulary.variables[variable]?.lo ?? -1) >= 0,
    );
  }

  private trend(trend: Trend): Leaf {
    const key = shapeKey({ measure: trend.measure, window: trend.window });
    const change = this.vocabulary.dense(`change ${key}`, UNSAID, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
    const by = ofRational(trend.by);
    const limit = trend.direction === 'rises' ? by : negate(by);
    const operator = trend.direction === 'rises' ? '>=' : '<=';
    const bound = denseBound(limit);
    const dense = (asked: ComparisonOperator): Formula => (bound === null ? TRUE : denseAtom(change, asked, bound));
    const current = formOf(trend.measure, this.vocabulary);
    const base = formOf(trend.measure, this.vocabulary, trend.window);
    if (current.kind !== 'linear' || base.kind !== 'linear') {
      return bound === null
        ? this.marked(shapeKey(trend))
        : this.doubtful(key, dense(operator), dense(opposite(operator)));
    }
    const difference = minus(current, scaled(base, add(ONE, limit)));
    const both = (asked: ComparisonOperator): Formula => allOf([dense(asked), this.linearAtom(difference, asked)]);
    return {
      yes: both(operator),
      no: both(opposite(operator)),
      known: this.linearAtom(base, '>'),
      unknown: this.linearAtom(base, '<='),
    };
  }

  private ranked(rank: Rank): Leaf {
    const key = shapeKey({ measure: rank.measure, direction: rank.direction });
    const [lo, hi] = settledRank(rank);
    const variable = this.vocabulary.rank(rank, lo, hi);
    const known = this.ranks.get(key) ?? [];
    if (known.every((other) => other.variable !== variable)) {
      this.addRankFacts(rank, variable, known);
      this.ranks.set(key, [...known, { rank, variable }]);
    }
    return certain(atLeast(variable, 1), atMost(variable, 0));
  }

  private addRankFacts(rank: Rank, variable: number, others: readonly { rank: Rank; variable: number }[]): void {
    const form = formOf(rank.measure, this.vocabulary);
    if (form.kind === 'linear') {
      const positive = this.linearAtom(form, '>');
      if (rank.direction === 'top') {
        this.clauses.push(anyOf([atMost(variable, 0), positive]));
        if (isEverybody(rank)) this.clauses.push(anyOf([atLeast(variable, 1), this.linearAtom(form, '<=')]));
      } else if (this.isNeverNegative(form) && !isNobody(rank)) {
        // No member has less than nothing.
        this.clauses.push(anyOf([atLeast(variable, 1), positive]));
      }
    }
    for (const other of others) {
      if (isNarrower(rank, other.rank)) this.linears.push(ordered(variable, other.variable));
      if (isNarrower(other.rank, rank)) this.linears.push(ordered(other.variable, variable));
    }
  }

  /** `form operator 0` over whole numbers. */
  private linearAtom(form: LinearForm, operator: ComparisonOperator): Formula {
    if (operator === '==') return allOf([this.linearAtom(form, '<='), this.linearAtom(form, '>=')]);
    if (operator === '!=') return anyOf([this.linearAtom(form, '<'), this.linearAtom(form, '>')]);
    const entries = [...form.terms].sort(([left], [right]) => left - right);
    const [first] = entries;
    if (first === undefined) return holdsAtZero(form.constant, operator) ? TRUE : FALSE;
    let scale = ONE;
    for (const [, { denominator }] of entries) scale = fraction(leastMultiple(scale.numerator, denominator), 1n);
    let divisor = 0n;
    for (const [, coefficient] of entries) divisor = commonDivisor(divisor, multiply(coefficient, scale).numerator);
    if (first[1].numerator < 0n) divisor = -divisor;
    const factor = multiply(scale, inverse(fraction(divisor, 1n)));
    const terms = entries.map(([variable, coefficient]): [number, bigint] => [
      variable,
      multiply(coefficient, factor).numerator,
    ]);
    const limit = negate(multiply(form.constant, factor));
    if (terms.some(([, coefficient]) => isTooLarge(coefficient)) || isTooLarge(limit.numerator / limit.denominator)) {
      return atLeast(this.vocabulary.mark(`${formKey(form)} ${operator} 0`), 1);
    }
    const asked = divisor < 0n ? mirrored(operator) : operator;
    return boundAtom(this.formVariable(terms), asked, limit);
  }

  private formVariable(terms: readonly [number, bigint][]): number {
    const [first, second] = terms;
    if (first !== undefined && second === undefined && first[1] === 1n) return first[0];
    const whole = terms.map(([variable, coefficient]): Term => ({ variable, coefficient: Number(coefficient) }));
    const isDifference = terms.length === 2 && first?.[1] === 1n && second?.[1] === -1n;
    const hi = isDifference && this.order.isAtMost(first[0], second[0]) ? 0 : Number.POSITIVE_INFINITY;
    const lo = isDifference && this.order.isAtMost(second[0], first[0]) ? 0 : Number.NEGATIVE_INFINITY;
    return this.vocabulary.form(whole, lo, hi);
  }
}

/** A dense variable that stands for no single quantity. */
const UNSAID: Quantity = {
  kind: 'constant',
  value: { numerator: 0, denominator: 1 },
  unit: 'ratio',
  text: '',
  range: { file: 0, startOffset: 0, endOffset: 0, startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 },
};

function certain(yes: Formula, no: Formula): Leaf {
  return { yes, no, unknown: FALSE, known: TRUE };
}

function wanted({ yes, no, unknown, known }: Leaf, want: Want): Formula {
  switch (want) {
    case 'true':
      return allOf([known, yes]);
    case 'false':
      return allOf([known, no]);
    case 'not-true':
      return anyOf([unknown, no]);
    case 'not-false':
      return anyOf([unknown, yes]);
  }
}

function formKey({ terms, constant }: LinearForm): string {
  const parts = [...terms].sort(([left], [right]) => left - right);
  const texts = parts.map(([variable, { numerator, denominator }]) => `${numerator}/${denominator}*${variable}`);
  return [...texts, `${constant.numerator}/${constant.denominator}`].join('+');
}

function ordered(left: number, right: number): Problem['linears'][number] {
  return {
    terms: [
      { variable: left, coefficient: 1 },
      { variable: right, coefficient: -1 },
    ],
    max: 0,
  };
}
