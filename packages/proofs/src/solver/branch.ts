/** The bounds in one branch of a search, and what they say about inequalities and formulas. */
import type { Formula, Linear, Term } from './problem.ts';

export interface Branch {
  lo: Float64Array;
  hi: Float64Array;
  /** Disjunctions that are still open. */
  open: Formula[];
}

/** Ways to continue from a branch: wherever the branch holds, so does at least one of them. */
export interface Choices {
  formulas: readonly Formula[];
  /** Whether they resolve an inequality rather than a disjunction. */
  isRepair: boolean;
}

export const NO_CHOICES: Choices = { formulas: [], isRepair: false };

type Status = 'true' | 'false' | 'open';

export function totalOf(terms: readonly Term[], values: readonly number[]): number {
  return terms.reduce((sum, { variable, coefficient }) => sum + coefficient * at(values, variable), 0);
}

/** Whether the values satisfy a formula. */
export function holds(formula: Formula, values: readonly number[]): boolean {
  switch (formula.kind) {
    case 'constant':
      return formula.value;
    case 'and':
      return formula.parts.every((part) => holds(part, values));
    case 'or':
      return formula.parts.some((part) => holds(part, values));
    case 'literal': {
      const value = at(values, formula.variable);
      return formula.side === 'at-least' ? value >= formula.bound : value <= formula.bound;
    }
  }
}

export function statusOf(formula: Formula, branch: Branch): Status {
  switch (formula.kind) {
    case 'constant':
      return formula.value ? 'true' : 'false';
    case 'literal': {
      const lo = at(branch.lo, formula.variable);
      const hi = at(branch.hi, formula.variable);
      if (formula.side === 'at-least') {
        if (lo >= formula.bound) return 'true';
        return hi < formula.bound ? 'false' : 'open';
      }
      if (hi <= formula.bound) return 'true';
      return lo > formula.bound ? 'false' : 'open';
    }
    case 'and':
      return combined(formula.parts, branch, 'false', 'true');
    case 'or':
      return combined(formula.parts, branch, 'true', 'false');
  }
}

function combined(parts: readonly Formula[], branch: Branch, deciding: Status, otherwise: Status): Status {
  let result = otherwise;
  for (const part of parts) {
    const status = statusOf(part, branch);
    if (status === deciding) return deciding;
    if (status === 'open') result = 'open';
  }
  return result;
}

/** The parts that can still make a formula true. */
export function openParts(formula: Formula, branch: Branch): readonly Formula[] {
  if (formula.kind !== 'or') return [formula];
  return formula.parts.filter((part) => statusOf(part, branch) !== 'false');
}

export function opposite(terms: readonly Term[]): Term[] {
  return terms.map(({ variable, coefficient }) => ({ variable, coefficient: -coefficient }));
}

/**
 * Ways to satisfy an inequality that the tried values violate: some term must be smaller. First each term by the full excess, then by a
 * part of it.
 */
export function repairs({ terms, max }: Linear, branch: Branch, values: readonly number[]): Choices {
  const missing = totalOf(terms, values) - max;
  const full: Formula[] = [];
  const partial: Formula[] = [];
  for (const { variable, coefficient } of terms) {
    const value = at(values, variable);
    const isRaised = coefficient < 0;
    const room = isRaised ? at(branch.hi, variable) - value : value - at(branch.lo, variable);
    if (room <= 0) continue;
    const needed = -floorDivide(-missing, Math.abs(coefficient));
    const [far, near, last] = isRaised
      ? [value + needed, value + 1, value + needed - 1]
      : [value - needed, value - 1, value - needed + 1];
    if (room >= needed) full.push(beyond(variable, far, isRaised));
    if (needed > 1)
      partial.push({ kind: 'and', parts: [beyond(variable, near, isRaised), beyond(variable, last, !isRaised)] });
  }
  return { formulas: [...full, ...partial], isRepair: true };
}

function beyond(variable: number, bound: number, isRaised: boolean): Formula {
  return { kind: 'literal', variable, side: isRaised ? 'at-least' : 'at-most', bound };
}

export function raise(branch: Branch, variable: number, bound: number, changed: Set<number>): boolean {
  if (bound <= at(branch.lo, variable)) return true;
  branch.lo[variable] = bound;
  changed.add(variable);
  return bound <= at(branch.hi, variable);
}

export function lower(branch: Branch, variable: number, bound: number, changed: Set<number>): boolean {
  if (bound >= at(branch.hi, variable)) return true;
  branch.hi[variable] = bound;
  changed.add(variable);
  return bound >= at(branch.lo, variable);
}

/** Tightens the bounds of each variable in an inequality, given the bounds of the others. */
export function propagateLinear({ terms, max }: Linear, branch: Branch, changed: Set<number>): boolean {
  let sum = 0;
  let unbounded = 0;
  for (const { variable, coefficient } of terms) {
    const least = coefficient > 0 ? at(branch.lo, variable) : at(branch.hi, variable);
    if (Number.isFinite(least)) sum += coefficient * least;
    else unbounded++;
  }
  if (unbounded === 0 && sum > max) return false;
  if (unbounded > 1) return true;
  for (const { variable, coefficient } of terms) {
    const least = coefficient > 0 ? at(branch.lo, variable) : at(branch.hi, variable);
    if (unbounded === 1 && Number.isFinite(least)) continue;
    const rest = max - (Number.isFinite(least) ? sum - coefficient * least : sum);
    const sound =
      coefficient > 0
        ? lower(branch, variable, floorDivide(rest, coefficient), changed)
        : raise(branch, variable, -floorDivide(rest, -coefficient), changed);
    if (!sound) return false;
  }
  return true;
}

/** For whole numbers up to 2^53, where the quotient of doubles may be off by one. */
function floorDivide(dividend: number, divisor: number): number {
  const quotient = Math.floor(dividend / divisor);
  if (quotient * divisor > dividend) return quotient - 1;
  return (quotient + 1) * divisor <= dividend ? quotient + 1 : quotient;
}

export function at<T>(list: { readonly [index: number]: T }, index: number): T {
  const value = list[index];
  if (value === undefined) throw new Error(`no item ${index}`);
  return value;
}
