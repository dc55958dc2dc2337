/**
 * Ways to change a comparison: another constant, or an operator that includes or excludes the bound.
 *
 * Does not know whether a change resolves anything; callers try them in order, smallest change first.
 */
import { plainPercent, plainText, type Rational, toNumber } from '@steward/numbers';
import {
  type Comparison,
  type ComparisonOperator,
  type Condition,
  type Constant,
  type ConstantBound,
  durationText,
  mapLeaves,
  mirrored,
} from '@steward/policy';
import { durationOf } from '@steward/time';

export interface Move {
  bound: ConstantBound;
  operator: ComparisonOperator;
  constant: Constant;
  /** Its effect on the whole condition. */
  effect: 'wider' | 'narrower';
}

const OTHER_STRICTNESS = { '<': '<=', '<=': '<', '>': '>=', '>=': '>' } as const;

type Ordering = keyof typeof OTHER_STRICTNESS;

/** The condition after the change; the same object if it does not contain the comparison. */
export function moved(condition: Condition, move: Move): Condition {
  return mapLeaves(condition, (leaf) => (leaf === move.bound.comparison ? movedComparison(move) : leaf));
}

export function movedComparison({ bound, operator, constant }: Move): Comparison {
  return { ...bound.comparison, operator, [bound.side]: constant };
}

/**
 * Changes of `bounds`, smallest first. New values come from `anchors` and, for whole numbers, the values next to them.
 */
export function movesOf(bounds: readonly ConstantBound[], anchors: readonly ConstantBound[]): Move[] {
  const found = bounds.flatMap((bound) => {
    const { operator } = bound.comparison;
    return operator === '==' || operator === '!=' ? [] : orderedMoves(bound, operator, anchors);
  });
  return found.toSorted((left, right) => left.cost - right.cost).map(({ move }) => move);
}

interface PricedMove {
  move: Move;
  cost: number;
}

/** Maximum number of offers: nobody chooses from a long list. */
const MOST_FOUND = 2;

/**
 * The first changes that resolve something, one per bound, each as small as possible.
 * @param found receives the results as they are found, for searches that may be aborted
 */
export function settlingMoves(moves: readonly Move[], settles: (move: Move) => boolean, found: Move[] = []): Move[] {
  const taken = new Set<Constant>();
  for (const move of moves) {
    if (found.length === MOST_FOUND) break;
    if (taken.has(move.bound.constant) || !settles(move)) continue;
    taken.add(move.bound.constant);
    found.push(smallest(move, settles));
  }
  return found;
}

/** For whole numbers, finds by bisection the value closest to the written one. */
function smallest(move: Move, settles: (move: Move) => boolean): Move {
  const { bound } = move;
  const values = [bound.constant.value, move.constant.value];
  if (bound.measure.unit !== 'count' || values.some(({ denominator }) => denominator !== 1)) return move;
  let best = move;
  let failing = bound.constant.value.numerator;
  while (Math.abs(best.constant.value.numerator - failing) > 1) {
    const numerator = Math.trunc((best.constant.value.numerator + failing) / 2);
    const value = { numerator, denominator: 1 };
    const nearer = {
      ...best,
      operator: bound.comparison.operator,
      constant: { ...bound.constant, value, text: String(numerator) },
    };
    if (settles(nearer)) best = nearer;
    else failing = numerator;
  }
  return best;
}

function orderedMoves(bound: ConstantBound, written: Ordering, anchors: readonly ConstantBound[]): PricedMove[] {
  const values = new Map<string, Rational>();
  const own = anchors
    .filter(({ measure }) => measure.unit === bound.measure.unit)
    .map(({ constant }) => constant.value);
  for (const anchor of [bound.constant.value, ...own]) {
    for (const value of bound.measure.unit === 'count' ? around(anchor) : [anchor]) values.set(keyOf(value), value);
  }
  const named = new Set([bound.constant.value, ...own].map(keyOf));
  const best = new Map<number, PricedMove>();
  for (const value of values.values()) {
    for (const operator of [written, OTHER_STRICTNESS[written]]) {
      const priced = pricedMove(bound, operator, value, named.has(keyOf(value)));
      if (priced === null) continue;
      const place = effective(bound, operator, value);
      const known = best.get(place);
      if (known === undefined || priced.cost < known.cost) best.set(place, priced);
    }
  }
  return [...best.values()];
}

function around({ numerator, denominator }: Rational): Rational[] {
  return [numerator - denominator, numerator, numerator + denominator]
    .filter((shifted) => shifted >= 0)
    .map((shifted) => ({ numerator: shifted, denominator }));
}

function pricedMove(bound: ConstantBound, operator: Ordering, value: Rational, isNamed: boolean): PricedMove | null {
  const { comparison, constant, negated, side } = bound;
  const before = effective(bound, comparison.operator, constant.value);
  const after = effective(bound, operator, value);
  if (before === after) return null;
  const upward = (side === 'right' ? operator : mirrored(operator)).startsWith('>');
  const isWider = after < before === upward;
  const text = keyOf(value) === keyOf(constant.value) ? constant.text : boundText(value, bound);
  const scale = Math.max(Math.abs(before), Math.abs(after));
  // Among equivalent changes, prefer those that change one thing only, then those that reuse an existing number.
  const isBoth = operator !== comparison.operator && text !== constant.text;
  const strange = (isBoth ? 1e-6 : 0) + (isNamed ? 0 : 1e-7);
  return {
    move: {
      bound,
      operator,
      constant: { ...constant, value, text },
      effect: isWider === negated ? 'narrower' : 'wider',
    },
    cost: Math.abs(after - before) / scale + strange,
  };
}

/** The effective position of a bound: for whole numbers `> 2` means `>= 3`, for others it is just above. */
function effective({ side, measure: { unit } }: ConstantBound, written: ComparisonOperator, value: Rational): number {
  const operator = side === 'right' ? written : mirrored(written);
  const number = value.numerator / value.denominator;
  const step = unit === 'count' ? 1 : Math.max(Math.abs(number), 1e-3) * 1e-9;
  if (operator === '>') return number + step;
  return operator === '<' ? number - step : number;
}

function keyOf({ numerator, denominator }: Rational): string {
  return `${numerator}/${denominator}`;
}

/** The value as one writes it: `3`, `40%`, `36h`. */
function boundText(value: Rational, { measure: { unit }, constant }: ConstantBound): string {
  if (unit === 'duration') return durationText(durationOf(toNumber(value)));
  return constant.text.endsWith('%') ? plainPercent(value) : plainText(toNumber(value));
}
