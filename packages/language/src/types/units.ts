/** Arithmetic and comparison of units: what may be combined, and the resulting unit. */
import type { Unit } from '@steward/policy';
import type { Bilingual } from '@steward/text';

export type ArithmeticOperator = '+' | '-' | '*' | '/';

const UNIT_NAMES: Readonly<Record<Unit, Bilingual>> = {
  count: { en: 'a count', zh: '次数' },
  ratio: { en: 'a ratio', zh: '比率' },
  duration: { en: 'a duration', zh: '时长' },
  number: { en: 'a plain number', zh: '数值' },
};

export function unitName(unit: Unit): Bilingual {
  return UNIT_NAMES[unit];
}

/** Counts and plain numbers mix freely in comparisons and sums; ratios and durations only with their own kind. */
export function comparable(left: Unit, right: Unit): boolean {
  return left === right || (plain(left) && plain(right));
}

function plain(unit: Unit): boolean {
  return unit === 'count' || unit === 'number';
}

/** The unit of `left operator right`, or null if the two cannot be combined. */
export function combine(operator: ArithmeticOperator, left: Unit, right: Unit): Unit | null {
  switch (operator) {
    case '+':
    case '-':
      return sum(left, right);
    case '*':
      return product(left, right);
    case '/':
      return quotient(left, right);
  }
}

function sum(left: Unit, right: Unit): Unit | null {
  if (!comparable(left, right)) return null;
  return left === right ? left : 'number';
}

function product(left: Unit, right: Unit): Unit | null {
  if (left === 'duration') return right === 'duration' ? null : 'duration';
  if (right === 'duration') return 'duration';
  return left === 'ratio' && right === 'ratio' ? 'ratio' : 'number';
}

function quotient(left: Unit, right: Unit): Unit | null {
  if (left === 'duration') {
    if (right === 'duration') return 'ratio';
    return 'duration';
  }
  if (right === 'duration') return null;
  if (left === 'count' && right === 'count') return 'ratio';
  if (left === 'ratio') return right === 'count' ? 'number' : 'ratio';
  return 'number';
}

/** Whether a metric declared as `declared` may have a definition of unit `found`: a ratio may be read as a plain number. */
export function declarable(declared: Unit, found: Unit): boolean {
  return declared === found || (declared === 'number' && found !== 'duration');
}
